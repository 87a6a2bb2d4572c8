package org.jiaxue.schools.totals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiaxue.web.Phases;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/** Settles classes: before the first request is served, and soon after each Monday has begun. */
@Component
class SettleJob implements SmartLifecycle {

    private final Totals totals;
    private final ErrorHandler failures;
    private final AtomicBoolean settling = new AtomicBoolean();
    private volatile boolean running;

    SettleJob(Totals totals, ErrorHandler failures) {
        this.totals = totals;
        this.failures = failures;
    }

    /** Settles, unless this process is at it already; at a fixed rate, as weeks are closed. */
    @Scheduled(initialDelay = 5, fixedRate = 5, timeUnit = TimeUnit.MINUTES)
    void settle() {
        if (settling.compareAndSet(false, true)) {
            try {
                totals.settleDue();
            } finally {
                settling.set(false);
            }
        }
    }

    /**
     * A settling that fails is tried again by the schedule; lessons are not kept waiting for it.
     */
    @Override
    public void start() {
        running = true;
        try {
            settle();
        } catch (RuntimeException failed) {
            failures.handleError(failed);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.CLOSING;
    }
}
