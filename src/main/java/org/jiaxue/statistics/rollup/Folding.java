package org.jiaxue.statistics.rollup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.fact.ClosingStore;
import org.jiaxue.statistics.rollup.FoldStore.Marked;
import org.jiaxue.statistics.rollup.FoldStore.Standing;
import org.jiaxue.web.GuardianId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds facts into the roll-ups, many at a time. A fact is marked in the transaction that changes
 * its row of sums, so wherever a process ends nothing is lost and nothing counts twice; listeners
 * write no sums and never wait for one another. What belongs to a closed week is left alone.
 */
@Component
public class Folding {

    /** So many facts are folded in one transaction, at most. */
    static final int MOST_AT_ONCE = 20_000;

    private static final LocalDate END = LocalDate.of(9999, 1, 1);

    /** Other kinds of facts are kept, but no figure counts them. */
    private static final Set<String> KINDS =
            Measure.OF_PEOPLE.stream()
                    .flatMap(measure -> measure.kinds().stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final FoldStore facts;
    private final DayStore days;
    private final ClosingStore closings;
    private final Veil veil;
    private final TransactionTemplate transaction;

    Folding(
            FoldStore facts,
            DayStore days,
            ClosingStore closings,
            Veil veil,
            TransactionTemplate transaction) {
        this.facts = facts;
        this.days = days;
        this.closings = closings;
        this.veil = veil;
        this.transaction = transaction;
    }

    /** Whether any figure counts facts of this kind. */
    static boolean counts(String kind) {
        return KINDS.contains(kind);
    }

    /**
     * Folds what there is, in transactions of its own; what another process is at is left to it.
     *
     * @return how many facts were folded
     */
    @Transactional(propagation = Propagation.NEVER)
    public long fold() {
        long folded = 0;
        int last;
        do {
            last = Objects.requireNonNull(transaction.execute(_ -> foldSome()));
            folded += last;
        } while (last > 0);
        return folded;
    }

    private int foldSome() {
        return facts.tryAlone() ? fold(facts.mark(closings.lastClosed(), END, MOST_AT_ONCE)) : 0;
    }

    /**
     * Folds what there is of a week that is about to be closed, and keeps everybody else from the
     * roll-ups until the caller's transaction ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void foldUntilCommit(Period week) {
        facts.alone();
        LocalDate last = closings.lastClosed();
        facts.awaitWithdrawals(week.from());
        while (fold(facts.mark(last, week.from(), MOST_AT_ONCE)) > 0) {
            // A batch may be short though more are left, where some were just taken back.
        }
    }

    /** Keeps everybody else from the roll-ups until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        facts.alone();
    }

    /** Folds what there is of one guardian, before their facts lead nowhere any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fold(GuardianId guardian) {
        facts.alone();
        fold(facts.mark(guardian, closings.lastClosed()));
    }

    private int fold(List<Marked> marked) {
        Map<Day, Change> changes = new HashMap<>();
        for (Marked fact : marked) {
            if (counts(fact.day().kind())) {
                Change change = changes.computeIfAbsent(fact.day(), _ -> new Change());
                if (fact.come()) {
                    change.add(veiled(fact.guardian(), fact.day()));
                } else {
                    change.subtract();
                }
            }
        }
        takeOut(marked.stream().filter(it -> !it.come()).toList(), changes);
        if (!changes.isEmpty()) {
            Map<Day, Sum> before = days.find(changes.keySet());
            Map<Day, Sum> after = new HashMap<>();
            changes.forEach((day, change) ->
                    after.put(day, change.over(before.getOrDefault(day, Sum.NOTHING))));
            days.replace(after);
        }
        return marked.size();
    }

    /** Whoever has no other fact in a row is no longer in its set of guardians. */
    private void takeOut(List<Marked> gone, Map<Day, Change> changes) {
        if (gone.isEmpty()) {
            return;
        }
        Set<Standing> left = facts.counted(gone.stream().map(Marked::guardian).distinct().toList());
        for (Marked fact : gone) {
            Change change = changes.get(fact.day());
            if (change != null && !left.contains(new Standing(fact.guardian(), fact.day()))) {
                change.leave(veiled(fact.guardian(), fact.day()));
            }
        }
    }

    private long veiled(GuardianId guardian, Day day) {
        return veil.of(guardian, day.day());
    }
}
