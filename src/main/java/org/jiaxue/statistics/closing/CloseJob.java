package org.jiaxue.statistics.closing;

import java.util.concurrent.TimeUnit;
import org.jiaxue.web.Phases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes the weeks whose day has come: before the first request is served, and from then on. */
@Component
class CloseJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CloseJob.class);

    private final Closings closings;
    private volatile boolean running;

    CloseJob(Closings closings) {
        this.closings = closings;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void close() {
        closings.closeDue();
    }

    /** A closing that fails is tried again by the schedule; lessons are not kept waiting for it. */
    @Override
    public void start() {
        running = true;
        try {
            closings.closeDue();
        } catch (RuntimeException failed) {
            LOG.error("weeks not closed", failed);
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
