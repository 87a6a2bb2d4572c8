package org.jiaxue.web;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.ErrorHandler;

/**
 * Work that falls due as time passes: done before the first request is served, and again whenever
 * the room's schedule says so. A room's job names its work and its schedule, and nothing else. The
 * schedule runs at a fixed rate and not after a delay, since all that runs after a delay shares one
 * thread, and such work may take minutes.
 */
public abstract class DueWork implements SmartLifecycle {

    private final ErrorHandler failures;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean running;

    protected DueWork(ErrorHandler failures) {
        this.failures = failures;
    }

    /** Does what is due by now. */
    protected abstract void work();

    /** Does one of many things; where it fails that is told, and the others do not wait for it. */
    protected final void alone(Runnable one) {
        try {
            one.run();
        } catch (RuntimeException failed) {
            failures.handleError(failed);
        }
    }

    /** Does what is due, unless this process is at it already; throws what the work throws. */
    protected final void doDue() {
        if (working.compareAndSet(false, true)) {
            try {
                work();
            } finally {
                working.set(false);
            }
        }
    }

    /** What fails is tried again by the schedule; lessons are not kept waiting for it. */
    @Override
    public final void start() {
        running = true;
        try {
            doDue();
        } catch (RuntimeException failed) {
            failures.handleError(failed);
        }
    }

    @Override
    public final void stop() {
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return Phases.CLOSING;
    }
}
