package org.jiaxue.nodes;

import java.time.Duration;
import org.jiaxue.web.Phases;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets a node that is to end go on serving for a while: its readiness has gone down by then, and
 * whoever sends it visitors has that long to notice. Only then does it take no new connection. A
 * command that opens the house beside no one has no visitors.
 */
@Component
class Draining implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;

    Draining(
            @Value("${jiaxue.drain:PT0S}") Duration time,
            @Value("${jiaxue.aside:false}") boolean aside) {
        this.time = aside ? Duration.ZERO : time;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(time);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.DRAINING;
    }
}
