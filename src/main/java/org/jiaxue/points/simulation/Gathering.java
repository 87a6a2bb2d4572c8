package org.jiaxue.points.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jiaxue.archive.Archives;
import org.jiaxue.identity.Affiliation;
import org.jiaxue.identity.Affiliations;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.Learning;
import org.jiaxue.points.Holding;
import org.jiaxue.points.TrialGrading.Trial;
import org.jiaxue.points.rules.Standing;
import org.jiaxue.points.simulation.Simulator.Watch;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through the guardians of a place and what they learned, by several threads. */
@Component
class Gathering {

    /** How many guardians are read in one step. */
    private static final int GUARDIANS_A_STEP = 500;

    /**
     * Where fewer than one in so many lives in the place, each guardian's events are asked for by
     * themselves; else those of a whole step at once, and a stranger's are passed over.
     */
    private static final int ONE_IN = 8;

    private static final GuardianId FIRST = new GuardianId(new UUID(0, 0));

    private final People people;
    private final ObjectProvider<Affiliations> affiliations;
    private final Holding holding;
    private final Learning learning;
    private final Archives archives;
    private final Times times;
    private final TransactionTemplate reading;

    Gathering(
            People people,
            ObjectProvider<Affiliations> affiliations,
            Holding holding,
            Learning learning,
            Archives archives,
            Times times,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.affiliations = affiliations;
        this.holding = holding;
        this.learning = learning;
        this.archives = archives;
        this.times = times;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What is gone through: the same for all threads. */
    record Over(Books books, LocalDate last, Trial trial, boolean sparse) {

        Over by(Books others) {
            return new Over(others, last, trial, true);
        }
    }

    /**
     * Why a trial over these days cannot be: it would take months back that lie in files, and it
     * writes nothing. Null where it can.
     */
    @Nullable Problem away(Books books, LocalDate last) {
        List<YearMonth> away =
                archives.between(YearMonth.from(books.begins()), YearMonth.from(last));
        return away.isEmpty()
                ? null
                : Problem.conflict(
                        "points.simulation.wrong.away",
                        away.stream().map(YearMonth::toString).collect(Collectors.joining(", ")),
                        away.getFirst().toString());
    }

    private void refuseAway(Books books, LocalDate last) {
        Problem away = away(books, last);
        if (away != null) {
            throw new Refusal(away);
        }
    }

    /** All sums of a place, by the rules of two books; refused where a month lies in files. */
    Gathered gather(Books books, LocalDate last, Trial trial, int threads, Watch watch) {
        refuseAway(books, last);
        long here = count(books.whom().division());
        Over over = new Over(books, last, trial, here * ONE_IN < count(""));
        Gathered together = new Gathered(trial.rungs());
        Queue queue = new Queue(books.whom().division(), here, watch);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Gathered>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(() -> work(queue, over)));
            }
            for (Future<Gathered> part : parts) {
                together.addAll(part.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A trial was stopped", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refusal refused) {
                throw refused;
            }
            throw new IllegalStateException("A trial failed", failed.getCause());
        }
        if (watch.goesOn()) {
            leaveOutFew(together, over);
        }
        return together;
    }

    private long count(String division) {
        return people.guardiansByDivision(division, 2).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * Takes those out again whom a rule touches that touches few, and adds them by the rules
     * without it; until every rule that is left touches many. Each round leaves out one more at
     * least.
     */
    private void leaveOutFew(Gathered sums, Over over) {
        Books before = over.books();
        Set<String> few = sums.touched().few();
        while (!few.isEmpty()) {
            Set<GuardianId> guardians = sums.touched().by(few);
            Books after = before.without(few);
            sums.touched().forget(guardians);
            step(guardians, over.by(before), sums, -1);
            step(guardians, over.by(after), sums, 1);
            before = after;
            few = sums.touched().few();
        }
    }

    private Gathered work(Queue queue, Over over) {
        Gathered own = new Gathered(over.trial().rungs());
        List<GuardianId> next = queue.take(List.of());
        while (!next.isEmpty()) {
            step(next, over, own, 1);
            next = queue.take(next);
        }
        return own;
    }

    /** What was put away by the end of a step may have been missed in it. */
    private void step(Collection<GuardianId> guardians, Over over, Gathered sums, int times) {
        reading.executeWithoutResult(_ -> read(guardians, over, sums, times));
        refuseAway(over.books(), over.last());
    }

    private void read(Collection<GuardianId> guardians, Over over, Gathered sums, int count) {
        Map<GuardianId, Household> households = new HashMap<>(people.households(guardians));
        Books books = over.books();
        households.values().removeIf(it -> !it.division().startsWith(books.whom().division()));
        if (households.isEmpty()) {
            return;
        }
        Map<UUID, Standing> standings = holding.standings(households.keySet());
        Reckoner reckoner =
                new Reckoner(
                        books,
                        times,
                        households,
                        standings,
                        over.trial().step(households),
                        sums,
                        count);
        Instant from = instant(books.begins());
        Instant to = instant(over.last().plusDays(1));
        if (over.sparse()) {
            guardians.forEach(it -> learning.events(it.previous(), it, from, to, reckoner));
        } else {
            List<GuardianId> range = List.copyOf(guardians);
            learning.events(range.getFirst().previous(), range.getLast(), from, to, reckoner);
        }
        reckoner.close();
        miss(households, reckoner, books.whom().school(), sums, count);
    }

    /** Counts who belongs here and is not among those who learned. */
    private void miss(
            Map<GuardianId, Household> households,
            Reckoner reckoner,
            @Nullable UUID school,
            Gathered sums,
            int count) {
        Map<GuardianId, Affiliation> members =
                school == null ? Map.of() : members(households.keySet());
        households.forEach((guardian, household) -> {
            boolean learned = reckoner.learned().containsKey(guardian);
            Affiliation member = members.get(guardian);
            if (learned || school == null || (member != null && member.school().equals(school))) {
                if (!learned) {
                    sums.miss(household.division(), count);
                }
                Set<@Nullable Stage> stages = stages(household);
                if (learned) {
                    stages.remove(reckoner.learned().get(guardian));
                }
                sums.miss(stages, count);
            }
        });
    }

    /** Nobody where it is not known who belongs to a school; then nothing is told of one. */
    private Map<GuardianId, Affiliation> members(Set<GuardianId> guardians) {
        Affiliations known = affiliations.getIfAvailable();
        return known == null ? Map.of() : known.of(guardians);
    }

    private static Set<@Nullable Stage> stages(Household household) {
        Set<@Nullable Stage> stages =
                household.children().stream()
                        .map(Child::stage)
                        .collect(Collectors.toCollection(HashSet::new));
        if (stages.isEmpty()) {
            stages.add(null);
        }
        return stages;
    }

    /** Hands out the next guardians, and hears which are done. */
    private final class Queue {

        private final String division;
        private final long all;
        private final Watch watch;
        private GuardianId last = FIRST;
        private long done;

        Queue(String division, long all, Watch watch) {
            this.division = division;
            this.all = all;
            this.watch = watch;
        }

        synchronized List<GuardianId> take(List<GuardianId> before) {
            done += before.size();
            watch.done(done, Math.max(all, done));
            if (!watch.goesOn()) {
                return List.of();
            }
            List<GuardianId> next = people.guardiansIn(division, last, GUARDIANS_A_STEP);
            if (!next.isEmpty()) {
                last = next.getLast();
            }
            return next;
        }
    }

    private Instant instant(LocalDate day) {
        return day.atStartOfDay(times.zone()).toInstant();
    }
}
