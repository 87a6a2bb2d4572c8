package org.jiaxue.statistics.closing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiaxue.web.Phases;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/** Closes the weeks whose day has come: before the first request is served, and from then on. */
@Component
class CloseJob implements SmartLifecycle {

    private final Closings closings;
    private final ErrorHandler failures;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean running;

    CloseJob(Closings closings, ErrorHandler failures) {
        this.closings = closings;
        this.failures = failures;
    }

    /**
     * Closes, unless this process is closing already. At a fixed rate and not after a delay, since
     * all that runs after a delay shares one thread, and a closing may take minutes.
     */
    @Scheduled(initialDelay = 10, fixedRate = 10, timeUnit = TimeUnit.MINUTES)
    void close() {
        if (closing.compareAndSet(false, true)) {
            try {
                closings.closeDue();
            } finally {
                closing.set(false);
            }
        }
    }

    /** A closing that fails is tried again by the schedule; lessons are not kept waiting for it. */
    @Override
    public void start() {
        running = true;
        try {
            close();
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
