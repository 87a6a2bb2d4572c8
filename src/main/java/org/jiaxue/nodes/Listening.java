package org.jiaxue.nodes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import org.jiaxue.database.Database;
import org.jiaxue.web.Phases;
import org.jiaxue.web.Remembered;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/**
 * Has the rooms of this node hear what other nodes change of what is remembered here. No start
 * waits for it. A command that opens the house beside no one is gone before anything changes.
 */
@Component
class Listening implements SmartLifecycle, MeterBinder {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final List<Remembered> rooms;
    private final ErrorHandler failures;
    private final boolean aside;
    private volatile @Nullable Ear ear;

    Listening(
            Database database,
            List<Remembered> rooms,
            ErrorHandler failures,
            @Value("${jiaxue.aside:false}") boolean aside) {
        this.database = database;
        this.rooms = rooms;
        this.failures = failures;
        this.aside = aside;
    }

    @Override
    public void start() {
        if (!aside && ear == null) {
            ear = new Ear(database.direct(), rooms, failures, PAUSE);
        }
    }

    @Override
    public void stop() {
        Ear listening = ear;
        ear = null;
        if (listening != null) {
            listening.end();
        }
    }

    @Override
    public boolean isRunning() {
        return ear != null;
    }

    @Override
    public int getPhase() {
        return Phases.LISTENING;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("jiaxue.changes.heard", this, Listening::heard)
                .description("1 while this node hears what other nodes change, else 0")
                .register(registry);
    }

    int heard() {
        Ear listening = ear;
        return listening != null && listening.hears() ? 1 : 0;
    }
}
