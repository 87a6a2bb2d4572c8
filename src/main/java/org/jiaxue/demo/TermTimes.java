package org.jiaxue.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The clock of a sample term while it is lived through; afterwards the one on the wall. */
@Component
@Primary
@DemoOnly
class TermTimes implements Times {

    private final Clock clock;
    private final ZoneId zone;
    private final AtomicReference<@Nullable Instant> told = new AtomicReference<>();

    TermTimes(Clock clock, Settings settings) {
        this.clock = clock;
        this.zone = settings.zone();
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
        return Optional.ofNullable(told.get());
    }
}
