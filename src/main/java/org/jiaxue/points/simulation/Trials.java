package org.jiaxue.points.simulation;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiaxue.identity.Audit;
import org.jiaxue.points.rules.Breach;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.simulation.Simulator.Tried;
import org.jiaxue.points.simulation.Trial.Came;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Trials that officers begin, one at a time at each node. They are seen only by who began them, at
 * any node. A trial that comes out otherwise for fewer than ten guardians than an earlier one of
 * the same guardians and term, whoever began that, repeats its figures, so that none are left over
 * when one is taken from the other.
 */
@Component
public class Trials {

    /** So many trials of somebody are listed, the latest. */
    public static final int MOST = 20;

    /** So long they are shown. */
    public static final Duration SHOWN = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

    private final Simulator simulator;
    private final KeptTrialStore store;
    private final Rules rules;
    private final Audit audit;
    private final Times times;
    private final TransactionTemplate transactions;
    private final int mostADay;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean stopped;

    Trials(
            Simulator simulator,
            KeptTrialStore store,
            Rules rules,
            Audit audit,
            Times times,
            TransactionTemplate transactions,
            @Value("${jiaxue.simulation.most-a-day:20}") int mostADay) {
        this.simulator = simulator;
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.times = times;
        this.transactions = transactions;
        this.mostADay = mostADay;
    }

    /** What became of the wish to begin a trial. */
    public sealed interface Begun {

        /** It is under way. */
        record Trying(UUID id) implements Begun {}

        /** This node is working at another. */
        record Busy() implements Begun {}

        /**
         * They have begun too many within a day.
         *
         * @param most so many may be begun
         */
        record Enough(int most) implements Begun {}

        /** Months of it lie in files. */
        record Away(Problem why) implements Begun {}
    }

    /**
     * Begins a trial.
     *
     * @param place where the viewer may draft rules
     */
    public Begun begin(Viewer.Staff by, Owner place, Asked asked) {
        Problem away = simulator.away(asked);
        if (away != null) {
            return new Begun.Away(away);
        }
        if (!working.compareAndSet(false, true)) {
            return new Begun.Busy();
        }
        UUID id = Ids.next();
        try {
            store.forget(times.now());
            boolean begun = store.begin(id, by.id(), place, asked, mostADay, times.now());
            audit.note(
                    by,
                    begun ? "rules.tried" : "rules.tried-enough",
                    asked.proposed().owner().key(),
                    place.node());
            if (!begun) {
                LOG.info("trial refused officer={} most={}", by.id(), mostADay);
                working.set(false);
                return new Begun.Enough(mostADay);
            }
            Thread.ofPlatform().daemon().name("trial").start(() -> work(id, asked));
            return new Begun.Trying(id);
        } catch (RuntimeException | Error notBegun) {
            working.set(false);
            throw notBegun;
        }
    }

    /** Leaves a processor to whoever is being served meanwhile, where there are several. */
    private static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    private void work(UUID id, Asked asked) {
        try {
            Saying watch = new Saying(id);
            Optional<Tried> tried = simulator.tried(asked, threads(), watch);
            tried.ifPresent(it -> transactions.executeWithoutResult(_ -> keep(id, asked, it)));
            if (stopped) {
                store.end(id, Trial.State.CANCELLED);
            }
        } catch (RuntimeException | Error failed) {
            LOG.error("trial failed trial={}", id, failed);
            store.end(id, Trial.State.FAILED);
        } finally {
            working.set(false);
        }
    }

    private void keep(UUID id, Asked asked, Tried tried) {
        List<Breach> breaches =
                asked.proposed() instanceof Proposed.OfRules it
                        ? rules.judge(it.set()).breaches()
                        : List.of();
        store.lock(asked);
        Optional<KeptTrialStore.Earlier> alike =
                store.earlier(asked).stream()
                        .filter(it -> it.marks().alike(tried.marks()))
                        .findFirst();
        if (alike.isPresent()) {
            Outcome told = store.outcome(alike.get().id());
            Outcome repeated = told.of(tried.outcome());
            store.done(id, new Came(repeated, breaches, alike.get().at()), null);
        } else {
            store.done(id, new Came(tried.outcome(), breaches, null), tried.marks());
        }
    }

    /** Says how far a trial is, and hears whether somebody has ended it. */
    private final class Saying implements Simulator.Watch {

        private static final long NANOS_BETWEEN = 1_000_000_000L;
        private static final int PERCENT = 100;

        private final UUID id;
        private long said = System.nanoTime();
        private volatile boolean ended;

        Saying(UUID id) {
            this.id = id;
        }

        @Override
        public synchronized void done(long guardians, long of) {
            long now = System.nanoTime();
            if (now - said > NANOS_BETWEEN) {
                said = now;
                int percent = of == 0 ? 0 : (int) (PERCENT * guardians / of);
                ended = ended || !store.goesOn(id, percent);
            }
        }

        @Override
        public boolean goesOn() {
            return !ended && !stopped;
        }
    }

    /** A trial, for who began it. */
    public Optional<Trial> find(UUID id, StaffId by) {
        return store.find(id, by, times.now().minus(SHOWN));
    }

    /** What somebody has tried, the latest first, without what came of it. */
    public List<Trial> of(StaffId by) {
        return store.of(by, times.now().minus(SHOWN), MOST);
    }

    /** Ends a trial that is running, at whichever node. */
    public void cancel(UUID id, StaffId by) {
        find(id, by).ifPresent(it -> store.end(it.id(), Trial.State.CANCELLED));
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
