package org.jiaxue.schools.members;

import java.util.concurrent.TimeUnit;
import org.jiaxue.web.Times;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what counted looks at codes in windows that are over. */
@Component("schoolsSweepJob")
class SweepJob {

    private static final int MOST_AT_ONCE = 5_000;

    private final Tries tries;
    private final Times times;

    SweepJob(Tries tries, Times times) {
        this.tries = tries;
        this.times = times;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        int removed;
        do {
            removed = tries.sweep(times.now(), MOST_AT_ONCE);
        } while (removed >= MOST_AT_ONCE);
    }
}
