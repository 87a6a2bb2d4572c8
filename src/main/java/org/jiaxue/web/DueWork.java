package org.jiaxue.web;

import org.springframework.context.SmartLifecycle;
import org.springframework.util.ErrorHandler;

/**
 * Work that falls due as time passes: done by every node before it serves its first request, and
 * then again and again by one of them. A room's job names its work and how often, and nothing else.
 * A node that starts may be at it while another is, so the work locks what it writes.
 */
public abstract class DueWork implements SmartLifecycle, Recurring {

    private final ErrorHandler failures;
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

    /** What fails is tried again later; lessons are not kept waiting for it. */
    @Override
    public final void start() {
        running = true;
        try {
            work();
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
