package org.jiaxue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jiaxue.web.Times;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test sets; statements are told its time. */
public final class ToldClock implements Times {

    private volatile Instant now;

    public ToldClock(Instant now) {
        this.now = now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Optional<Instant> told() {
        return Optional.of(now);
    }

    /** Puts the clock in the place of the one on the wall. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class InTheHouse {

        @Bean
        @Primary
        ToldClock toldClock() {
            return new ToldClock(Instant.parse("2026-03-01T04:00:00Z"));
        }
    }
}
