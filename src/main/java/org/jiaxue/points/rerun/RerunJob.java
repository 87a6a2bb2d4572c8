package org.jiaxue.points.rerun;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works at a run that is running, beside whatever else the node does. Every node does: a run is
 * shared out in parts, of which each is taken by one.
 */
@Component
class RerunJob {

    private static final String EVERY = "${jiaxue.rerun.every:PT5S}";

    private final Reruns reruns;
    private final AtomicBoolean working = new AtomicBoolean();

    RerunJob(Reruns reruns) {
        this.reruns = reruns;
    }

    /** At a fixed rate, since all that runs after a delay shares one thread. */
    @Scheduled(initialDelayString = EVERY, fixedRateString = EVERY)
    void work() {
        if (working.compareAndSet(false, true)) {
            try {
                reruns.work(1);
            } finally {
                working.set(false);
            }
        }
    }
}
