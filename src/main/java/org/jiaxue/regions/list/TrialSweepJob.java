package org.jiaxue.regions.list;

import java.time.Duration;
import java.util.List;
import org.jiaxue.web.Recurring;
import org.springframework.stereotype.Component;

/** Removes lists that nobody confirmed within a day. */
@Component
class TrialSweepJob implements Recurring {

    private static final Duration EVERY = Duration.ofHours(1);

    private final TrialStore trials;

    TrialSweepJob(TrialStore trials) {
        this.trials = trials;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("regions.lists", EVERY, this::sweep));
    }

    void sweep() {
        trials.sweep();
    }
}
