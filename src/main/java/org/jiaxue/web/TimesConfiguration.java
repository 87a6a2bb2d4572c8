package org.jiaxue.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time on the wall that all nodes share, in the zone of the settings, unless another is told.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class TimesConfiguration {

    @Bean
    SharedClock clock(JdbcClient jdbc) {
        return new SharedClock(
                () -> DatabaseClock.read(jdbc), InstantSource.system(), System::nanoTime);
    }

    @Bean
    @ConditionalOnMissingBean
    Times times(InstantSource clock, Settings settings) {
        return new OnTheWall(clock, settings.zone());
    }

    private record OnTheWall(InstantSource clock, ZoneId zone) implements Times {

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public Optional<Instant> told() {
            return Optional.empty();
        }
    }
}
