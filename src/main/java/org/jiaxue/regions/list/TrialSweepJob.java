package org.jiaxue.regions.list;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes lists that nobody confirmed within a day. */
@Component
class TrialSweepJob {

    private final TrialStore trials;

    TrialSweepJob(TrialStore trials) {
        this.trials = trials;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        trials.sweep();
    }
}
