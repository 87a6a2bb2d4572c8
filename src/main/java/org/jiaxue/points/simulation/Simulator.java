package org.jiaxue.points.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.learning.Learning;
import org.jiaxue.points.Holding;
import org.jiaxue.points.TrialGrading;
import org.jiaxue.points.TrialGrading.Proposal;
import org.jiaxue.points.TrialGrading.Trial;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.rules.Standing;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.DataFile;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries a proposal over what was really learned in a term: every event is credited twice in memory,
 * by the rules as they stand and as they would be, and what levels that brings is reckoned on both
 * sides. Nothing is written; the database is asked in transactions that only read.
 */
@Component
public class Simulator {

    /** How many guardians are read in one step. */
    private static final int GUARDIANS_A_STEP = 500;

    private static final long NANOS_A_MILLI = 1_000_000;

    private static final GuardianId FIRST = new GuardianId(new UUID(0, 0));

    private final SimulationStore store;
    private final Rules rules;
    private final TrialGrading grading;
    private final Holding holding;
    private final Learning learning;
    private final People people;
    private final Times times;
    private final TransactionTemplate reading;

    Simulator(
            SimulationStore store,
            Rules rules,
            TrialGrading grading,
            Holding holding,
            Learning learning,
            People people,
            Times times,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.rules = rules;
        this.grading = grading;
        this.holding = holding;
        this.learning = learning;
        this.people = people;
        this.times = times;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Hears how far a trial is, and says whether it is to go on; by several threads. */
    public interface Watch {

        /** After each step. */
        void done(long guardians, long of);

        boolean goesOn();
    }

    /**
     * Reads a proposed rule set, or a scheme by its field {@code scheme}.
     *
     * @throws DataFaults everything that is wrong with it
     */
    public Proposed read(String file, String text) {
        boolean scheme;
        try {
            scheme = DataFile.read(file, text).find("scheme").isPresent();
        } catch (DataFault unreadable) {
            throw new DataFaults(List.of(unreadable));
        }
        return scheme
                ? new Proposed.OfScheme(grading.read(file, text))
                : new Proposed.OfRules(RuleFile.read(file, text));
    }

    /**
     * Runs a trial to its end.
     *
     * @return empty where it was told not to go on
     * @throws IllegalStateException what a thread failed of
     */
    public Optional<Outcome> run(Asked asked, int threads, Watch watch) {
        long began = System.nanoTime();
        Trial trial = trial(asked);
        Gathered gathered = gather(asked, trial, threads, watch);
        long millis = (System.nanoTime() - began) / NANOS_A_MILLI;
        return watch.goesOn()
                ? Optional.of(Publishing.publish(asked, millis, gathered, trial.rungs()))
                : Optional.empty();
    }

    Trial trial(Asked asked) {
        @Nullable Proposal proposal =
                asked.proposed() instanceof Proposed.OfScheme it ? it.scheme() : null;
        return grading.over(asked.term(), proposal, asked.whom().division());
    }

    /** The sums as they are, of which nothing may be shown yet. */
    Gathered gather(Asked asked, Trial trial, int threads, Watch watch) {
        Books books = Books.of(rules.book(), asked);
        Gathered together = new Gathered(trial.rungs().size());
        Queue queue = new Queue(store.guardians(), watch);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Gathered>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(() -> work(queue, books, asked, trial)));
            }
            for (Future<Gathered> part : parts) {
                together.addAll(part.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A trial was stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A trial failed", failed.getCause());
        }
        return together;
    }

    private Gathered work(Queue queue, Books books, Asked asked, Trial trial) {
        Gathered own = new Gathered(trial.rungs().size());
        List<GuardianId> next = queue.take(List.of());
        while (!next.isEmpty()) {
            List<GuardianId> guardians = next;
            reading.executeWithoutResult(_ -> step(guardians, books, asked, trial, own));
            next = queue.take(guardians);
        }
        return own;
    }

    private void step(
            List<GuardianId> guardians, Books books, Asked asked, Trial trial, Gathered own) {
        Map<GuardianId, Household> households = new HashMap<>(people.households(guardians));
        households.values().removeIf(it -> !it.division().startsWith(books.whom().division()));
        if (households.isEmpty()) {
            return;
        }
        Map<UUID, Standing> standings = holding.standings(households.keySet());
        Reckoner reckoner =
                new Reckoner(books, times, households, standings, trial.step(households), own);
        learning.events(
                guardians.getFirst().previous(),
                guardians.getLast(),
                instant(books.begins()),
                instant(asked.term().last().plusDays(1)),
                reckoner);
        reckoner.close();
    }

    /** Hands out the next guardians, and hears which are done. */
    private final class Queue {

        private final long all;
        private final Watch watch;
        private GuardianId last = FIRST;
        private long done;

        Queue(long all, Watch watch) {
            this.all = all;
            this.watch = watch;
        }

        synchronized List<GuardianId> take(List<GuardianId> before) {
            done += before.size();
            watch.done(done, Math.max(all, done));
            if (!watch.goesOn()) {
                return List.of();
            }
            List<GuardianId> next = store.next(last, GUARDIANS_A_STEP);
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
