package org.jiaxue.points.rerun;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiaxue.archive.Archives;
import org.jiaxue.identity.People;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through ledgers again, a bounded number of guardians at a time. Any number of threads and
 * nodes work at one run; whichever is stopped, and wherever, another goes on from the last step
 * that was written.
 */
@Component
public class Reruns {

    /** How many runs are shown. */
    public static final int MOST_SHOWN = 50;

    /** How many reasons are told why ledgers could not be computed. */
    public static final int MOST_REASONS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Reruns.class);

    private static final int SLICES = 32;
    static final int DIGITS_OF_A_COUNTY = 6;

    private final RerunStore store;
    private final ShownRunStore shown;
    private final CountyStore came;
    private final FailureStore failures;
    private final Steps steps;
    private final Rules rules;
    private final People people;
    private final Archives archives;
    private final TransactionTemplate transactions;

    Reruns(
            RerunStore store,
            ShownRunStore shown,
            CountyStore came,
            FailureStore failures,
            Steps steps,
            Rules rules,
            People people,
            Archives archives,
            TransactionTemplate transactions) {
        this.store = store;
        this.shown = shown;
        this.came = came;
        this.failures = failures;
        this.steps = steps;
        this.rules = rules;
        this.people = people;
        this.archives = archives;
        this.transactions = transactions;
    }

    /**
     * Begins a run, which the nodes then work at.
     *
     * @param askedBy a member of staff; null from the command line
     * @return empty where another is running
     */
    public Optional<UUID> begin(Scope scope, @Nullable UUID askedBy) {
        UUID run = Ids.next();
        return begin(run, scope, askedBy, null) ? Optional.of(run) : Optional.empty();
    }

    /**
     * Begins a run under an id that whoever asks has chosen, so that to ask again begins no other.
     *
     * @param ruleSet whose rules were chosen and which version, as {@code 330102@2}
     * @return false where another is running or this one was begun before
     */
    boolean begin(UUID run, Scope scope, @Nullable UUID askedBy, @Nullable String ruleSet) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    if (!store.begin(run, scope, askedBy, ruleSet)) {
                        return false;
                    }
                    store.cut(run, SLICES);
                    return true;
                }));
    }

    /** Cancels a run; what it has written stands. Answers false where it had ended before. */
    public boolean cancel(UUID run) {
        return end(run, Rerun.State.CANCELLED);
    }

    private boolean end(UUID run, Rerun.State state) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    boolean ended = store.end(run, state);
                    if (ended) {
                        store.forgetParts(run);
                        settle(run);
                    }
                    return ended;
                }));
    }

    /**
     * Notes how many live in each county of whom the run is for, by which it is decided for good
     * what may be told of it. Of a school that is not known here, and nothing is.
     */
    private void settle(UUID run) {
        Owner owner = shown.find(run).orElseThrow().owner();
        if (owner.school() != null) {
            return;
        }
        Map<String, Long> residents = new TreeMap<>();
        people.guardiansByDivision(
                        owner.division(), Math.max(DIGITS_OF_A_COUNTY, owner.division().length()))
                .forEach((division, many) -> residents.merge(county(division), many, Long::sum));
        residents.forEach((county, many) -> came.settle(run, county, many));
    }

    /** Runs, the latest first. */
    public List<Rerun> latest() {
        return shown.latest(MOST_SHOWN);
    }

    Optional<Rerun> find(UUID run) {
        return shown.find(run);
    }

    ShownRunStore.AtWork atWork(UUID run) {
        return shown.atWork(run);
    }

    /** What came of a run, by county. */
    public List<Rerun.County> counties(UUID run) {
        return came.counties(run);
    }

    /** The first reasons why ledgers could not be computed; none where all could be. */
    public List<Rerun.Failure> failures(UUID run) {
        return failures.first(run, MOST_REASONS);
    }

    /**
     * Works at the run that is running until nothing is left to take, with so many threads. Months
     * that lie in files and that it looks at are brought back first, for good.
     *
     * @throws IllegalStateException what a worker failed of
     */
    public void work(int threads) {
        Optional<RerunStore.Running> found = store.running();
        if (found.isEmpty()) {
            return;
        }
        UUID run = found.get().run();
        Scope scope = found.get().scope();
        rules.forget();
        archives.bringBack(YearMonth.from(Period.floor(scope.first(), true)));
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> workAlone(run, scope)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A worker of a re-run failed", failed.getCause());
        }
        if (!store.unfinished(run) && end(run, Rerun.State.DONE)) {
            LOG.info("re-run done run={}", run);
        }
    }

    private void workAlone(UUID run, Scope scope) {
        UUID worker = Ids.next();
        Optional<RerunStore.Part> part = store.take(run, worker);
        while (part.isPresent() && !Thread.currentThread().isInterrupted()) {
            RerunStore.@Nullable Part now = part.get();
            while (now != null && !now.cursor().equals(now.upTo())) {
                now = steps.step(now, scope, worker);
            }
            part = store.take(run, worker);
        }
    }

    static String county(String division) {
        return division.substring(0, Math.min(division.length(), DIGITS_OF_A_COUNTY));
    }
}
