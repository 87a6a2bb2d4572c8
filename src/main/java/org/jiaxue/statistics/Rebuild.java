package org.jiaxue.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiaxue.identity.People;
import org.jiaxue.statistics.fact.ClosingStore;
import org.jiaxue.statistics.fact.Fact;
import org.jiaxue.statistics.fact.FactStore;
import org.jiaxue.statistics.fact.FactStore.Kept;
import org.jiaxue.statistics.rollup.Folding;
import org.jiaxue.statistics.rollup.RollingUp;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes what the term that runs is counted from anew: the facts of its open weeks from the learning
 * events and the certificates, then the roll-ups from the facts. What counted when a week was
 * closed goes on counting and nothing else does, since it was published so. Every step is a
 * transaction of its own and can be done again, so it may be ended anywhere, begun anew, and run
 * while people learn.
 */
@Component
public class Rebuild {

    /** So many guardians are gone through in one transaction. */
    private static final int GUARDIANS_A_STEP = 500;

    private static final GuardianId FIRST = new GuardianId(new UUID(0, 0));

    private final Retelling retelling;
    private final People people;
    private final FactStore facts;
    private final Folding folding;
    private final RollingUp rollingUp;
    private final ClosingStore closings;
    private final Times times;
    private final TransactionTemplate transaction;

    Rebuild(
            Retelling retelling,
            People people,
            FactStore facts,
            Folding folding,
            RollingUp rollingUp,
            ClosingStore closings,
            Times times,
            TransactionTemplate transaction) {
        this.retelling = retelling;
        this.people = people;
        this.facts = facts;
        this.folding = folding;
        this.rollingUp = rollingUp;
        this.closings = closings;
        this.times = times;
        this.transaction = transaction;
    }

    /**
     * How far it is with the guardians.
     *
     * @param events how many events and certificates were read
     * @param added facts that were missing
     * @param removed facts that no event and no certificate explains, or that said something else
     */
    public record Facts(long guardians, long events, long added, long removed) {

        Facts and(Facts other) {
            return new Facts(
                    guardians + other.guardians,
                    events + other.events,
                    added + other.added,
                    removed + other.removed);
        }
    }

    /**
     * What came of a week's roll-ups.
     *
     * @param sums how many there are, by place, stage and kind
     * @param differing how many of them did not hold what they do now
     * @param before how many facts they held
     * @param after how many they hold now
     */
    public record Week(LocalDate week, long sums, long differing, long before, long after) {

        private static Week of(RollingUp.Came came) {
            long differing = came.differs() ? 1 : 0;
            return new Week(came.week(), 1, differing, came.before().facts(), came.after().facts());
        }

        private Week and(Week other) {
            return new Week(
                    week,
                    sums + other.sums,
                    differing + other.differing,
                    before + other.before,
                    after + other.after);
        }
    }

    /** What it came to; weeks in their order. */
    public record Done(Facts facts, List<Week> weeks) {}

    /**
     * Does it.
     *
     * @param progress hears after every step how far it is with the guardians
     */
    @Transactional(propagation = Propagation.NEVER)
    public Done all(Consumer<Facts> progress) {
        Facts sum = new Facts(0, 0, 0, 0);
        GuardianId last = FIRST;
        List<GuardianId> next = people.guardiansIn("", last, GUARDIANS_A_STEP);
        while (!next.isEmpty()) {
            GuardianId after = last;
            List<GuardianId> these = next;
            sum = sum.and(Objects.requireNonNull(transaction.execute(_ -> step(after, these))));
            progress.accept(sum);
            last = next.getLast();
            next = people.guardiansIn("", last, GUARDIANS_A_STEP);
        }
        Map<LocalDate, Week> weeks = new TreeMap<>();
        rollingUp.again(came -> weeks.merge(came.week(), Week.of(came), Week::and));
        return new Done(sum, List.copyOf(weeks.values()));
    }

    private record Key(GuardianId guardian, String cause) {
        static Key of(Fact fact) {
            return new Key(fact.guardian(), fact.cause());
        }
    }

    /** Those who are being erased are left alone; their facts go by themselves. */
    private Facts step(GuardianId after, List<GuardianId> guardians) {
        GuardianId upTo = guardians.getLast();
        Set<GuardianId> here = people.hereUntilCommit(guardians);
        LocalDate open = firstOpenDay();
        // Facts first: the events read after them hold every event that any of them was told of.
        List<Kept> found = facts.between(after, upTo, open);
        Map<Key, Kept> told = told(after, upTo, open);
        told.keySet().removeIf(key -> !here.contains(key.guardian()));
        long events = told.size();
        List<Fact> wrong = new ArrayList<>();
        for (Kept one : found) {
            if (here.contains(one.fact().guardian())) {
                Kept right = told.get(Key.of(one.fact()));
                if (right != null && one.says(right)) {
                    told.remove(Key.of(one.fact()));
                } else {
                    wrong.add(one.fact());
                }
            }
        }
        if (!wrong.isEmpty() || !told.isEmpty()) {
            closings.mayTakeLong();
            closings.holdOff();
            if (!firstOpenDay().equals(open)) {
                return step(after, guardians);
            }
            write(wrong, told.values());
        }
        return new Facts(here.size(), events, told.size(), wrong.size());
    }

    private void write(List<Fact> wrong, Collection<Kept> missing) {
        if (!wrong.isEmpty()) {
            folding.hold();
            facts.remove(wrong);
        }
        List<Fact> standing = missing.stream().filter(it -> !it.revoked()).map(Kept::fact).toList();
        if (!standing.isEmpty()) {
            facts.keep(standing);
        }
        missing.stream().filter(Kept::revoked).map(Kept::fact).forEach(facts::revoke);
    }

    /** What events and certificates of the open weeks tell. */
    private Map<Key, Kept> told(GuardianId after, GuardianId upTo, LocalDate open) {
        Map<Key, Kept> told = new HashMap<>();
        Instant from = open.atStartOfDay(times.zone()).toInstant();
        retelling.learned(
                after,
                upTo,
                from,
                event -> {
                    Fact fact = Fact.of(event, times);
                    told.put(Key.of(fact), new Kept(fact, false));
                });
        retelling.issued(
                after,
                upTo,
                from,
                (issued, revoked) -> {
                    Fact fact = Fact.of(issued, times);
                    told.put(Key.of(fact), new Kept(fact, revoked));
                });
        return told;
    }

    /** The Monday after the last closed week. */
    private LocalDate firstOpenDay() {
        return Period.weekOf(closings.lastClosed()).to().plusDays(1);
    }
}
