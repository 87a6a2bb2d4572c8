package org.jiaxue.statistics.rollup;

import java.time.Duration;
import java.util.List;
import org.jiaxue.web.Recurring;
import org.springframework.stereotype.Component;

/** Has the roll-ups follow the facts. */
@Component
class FoldJob implements Recurring {

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Folding folding;

    FoldJob(Folding folding) {
        this.folding = folding;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("statistics.folding", EVERY, folding::fold));
    }
}
