package org.jiaxue.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The clock of a sample term while it is lived through; afterwards the one on the wall, or one that
 * is whole days ahead of it for whoever wants to see what comes.
 */
@Component
@Primary
@DemoOnly
class TermTimes implements Times {

    private final InstantSource clock;
    private final ZoneId zone;
    private final Duration ahead;
    private final AtomicReference<@Nullable Instant> told = new AtomicReference<>();

    TermTimes(
            InstantSource clock,
            Settings settings,
            @Value("${jiaxue.demo-days-later:0}") long daysLater) {
        this.clock = clock;
        this.zone = settings.zone();
        this.ahead = Duration.ofDays(daysLater);
    }

    /** From now on it is this time, for Java and for the database's statements alike. */
    void tell(Instant time) {
        told.set(time);
    }

    /** The term is over. */
    void wake() {
        told.set(null);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Instant now() {
        return told().orElseGet(clock::instant);
    }

    @Override
    public Optional<Instant> told() {
        Instant moment = told.get();
        if (moment != null) {
            return Optional.of(moment);
        }
        return ahead.isZero() ? Optional.empty() : Optional.of(clock.instant().plus(ahead));
    }
}
