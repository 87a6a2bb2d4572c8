package org.jiaxue.statistics.closing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jiaxue.statistics.fact.ClosingStore;
import org.jiaxue.statistics.fact.FactStore;
import org.jiaxue.statistics.rollup.RollUps;
import org.jiaxue.web.Recurring;
import org.springframework.stereotype.Component;

/** Removes what was counted from in terms that are closed: no figure is made of it any more. */
@Component
class ForgetJob implements Recurring {

    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofDays(1);

    private final FactStore facts;
    private final RollUps rollUps;
    private final ClosingStore closings;

    ForgetJob(FactStore facts, RollUps rollUps, ClosingStore closings) {
        this.facts = facts;
        this.rollUps = rollUps;
        this.closings = closings;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("statistics.forget", FIRST, EVERY, this::forget));
    }

    /** Division by division, so that no statement takes long. */
    void forget() {
        LocalDate from = closings.openFrom();
        facts.divisions().forEach(division -> facts.forget(division, from));
        rollUps.forget(from);
    }
}
