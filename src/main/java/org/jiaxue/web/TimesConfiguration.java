package org.jiaxue.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The time on the wall, in the zone of the settings, unless another is told. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class TimesConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Times times(Clock clock, Settings settings) {
        return new OnTheWall(clock, settings.zone());
    }

    private record OnTheWall(Clock clock, ZoneId zone) implements Times {

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
