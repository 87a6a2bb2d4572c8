package org.jiaxue.points.simulation;

import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiaxue.identity.Audit;
import org.jiaxue.points.rules.Breach;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Trials that officers begin, one at a time. They and what came of them are in this node's memory
 * alone, and are seen only by who began them.
 */
@Component
public class Trials {

    /** So many trials are remembered, the latest. */
    public static final int MOST = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);
    private static final int PERCENT = 100;

    private final Simulator simulator;
    private final Rules rules;
    private final Audit audit;
    private final Map<UUID, Trial> trials = new LinkedHashMap<>();

    Trials(Simulator simulator, Rules rules, Audit audit) {
        this.simulator = simulator;
        this.rules = rules;
        this.audit = audit;
    }

    /**
     * Begins a trial.
     *
     * @param place where the viewer may draft rules
     * @return empty where another one is running
     */
    public Optional<UUID> begin(Viewer.Staff by, Owner place, Asked asked) {
        List<Breach> breaches =
                asked.proposed() instanceof Proposed.OfRules it
                        ? rules.judge(it.set()).breaches()
                        : List.of();
        Trial trial =
                new Trial(
                        Ids.next(), by.id(), place, asked, breaches, Trial.State.RUNNING, 0, null);
        if (!added(trial)) {
            return Optional.empty();
        }
        try {
            audit.note(by, "rules.tried", asked.proposed().owner().key(), place.node());
            Thread.ofPlatform().daemon().name("trial").start(() -> work(trial));
        } catch (RuntimeException | Error notBegun) {
            change(trial.id(), it -> it.ended(Trial.State.FAILED, null));
            throw notBegun;
        }
        return Optional.of(trial.id());
    }

    private synchronized boolean added(Trial trial) {
        if (trials.values().stream().anyMatch(Trial::running)) {
            return false;
        }
        while (trials.size() >= MOST) {
            trials.remove(trials.keySet().iterator().next());
        }
        trials.put(trial.id(), trial);
        return true;
    }

    /** Leaves a processor to whoever is being served meanwhile, where there are several. */
    private static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    private void work(Trial trial) {
        UUID id = trial.id();
        try {
            Optional<Outcome> outcome =
                    simulator.run(
                            trial.asked(),
                            threads(),
                            new Simulator.Watch() {
                                @Override
                                public void done(long guardians, long of) {
                                    int percent = of == 0 ? 0 : (int) (PERCENT * guardians / of);
                                    change(id, it -> it.at(percent));
                                }

                                @Override
                                public boolean goesOn() {
                                    return find(id).filter(Trial::running).isPresent();
                                }
                            });
            outcome.ifPresent(came -> change(id, it -> it.ended(Trial.State.DONE, came)));
        } catch (RuntimeException | Error failed) {
            LOG.error("trial failed trial={}", id, failed);
            change(id, it -> it.ended(Trial.State.FAILED, null));
        }
    }

    private synchronized void change(UUID id, UnaryOperator<Trial> to) {
        @Nullable Trial now = trials.get(id);
        if (now != null && now.running()) {
            trials.put(id, to.apply(now));
        }
    }

    private synchronized Optional<Trial> find(UUID id) {
        return Optional.ofNullable(trials.get(id));
    }

    /** A trial, for who began it. */
    public Optional<Trial> find(UUID id, StaffId by) {
        return find(id).filter(it -> it.by().equals(by));
    }

    /** What somebody has tried, the latest first. */
    public synchronized List<Trial> of(StaffId by) {
        return List.copyOf(trials.values()).reversed().stream()
                .filter(it -> it.by().equals(by))
                .toList();
    }

    /** Ends a trial that is running. */
    public void cancel(UUID id, StaffId by) {
        if (find(id, by).isPresent()) {
            change(id, it -> it.ended(Trial.State.CANCELLED, null));
        }
    }

    @PreDestroy
    synchronized void stop() {
        trials.replaceAll((_, it) -> it.running() ? it.ended(Trial.State.CANCELLED, null) : it);
    }
}
