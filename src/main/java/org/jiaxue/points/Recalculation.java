package org.jiaxue.points;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.points.rerun.Rerun;
import org.jiaxue.points.rerun.Reruns;
import org.jiaxue.points.rules.Owner;
import org.springframework.stereotype.Component;

/** Going through the points of a period again, for the command line. */
@Component
public class Recalculation {

    private final Reruns reruns;

    Recalculation(Reruns reruns) {
        this.reruns = reruns;
    }

    /**
     * How far a run is.
     *
     * @param percent 100 when it is done
     * @param unfit guardians with lines that no event explains, for whom nothing was done
     * @param failed guardians whose ledger could not be computed, for whom nothing was written
     */
    public record Progress(
            UUID run,
            boolean running,
            boolean done,
            int percent,
            long lookedAt,
            long guardians,
            long events,
            long unfit,
            long failed) {}

    /** What came of a run in a county, as {@link Rerun.County} says. */
    public record County(String code, long more, long pointsMore, long stayed, long pointsStayed) {}

    /** Whether this is the key of somebody who may have rules: a code, or COUNTY/SCHOOL. */
    public boolean knows(String owner) {
        return Owner.ofKey(owner).isPresent();
    }

    /**
     * Begins a run over days, both included.
     *
     * @param owner a key that is known
     * @return empty where another is under way
     */
    public Optional<UUID> begin(String owner, LocalDate first, LocalDate last) {
        return reruns.begin(
                new Resettling.Scope(Owner.ofKey(owner).orElseThrow(), first, last), null);
    }

    /** The run that is under way, here or at another node, or was stopped. */
    public Optional<Progress> underWay() {
        return reruns.latest().stream()
                .filter(it -> it.state() == Rerun.State.RUNNING)
                .findFirst()
                .map(Recalculation::progress);
    }

    /** How far a run is that was begun here. */
    public Progress progress(UUID run) {
        return reruns.latest().stream()
                .filter(it -> it.id().equals(run))
                .findFirst()
                .map(Recalculation::progress)
                .orElseThrow();
    }

    private static Progress progress(Rerun run) {
        return new Progress(
                run.id(),
                run.state() == Rerun.State.RUNNING,
                run.state() == Rerun.State.DONE,
                run.percent(),
                run.done(),
                run.guardians(),
                run.events(),
                run.unfit(),
                run.failed());
    }

    /** Works at the run that is under way until nothing is left to do, with so many threads. */
    public void work(int threads) {
        reruns.work(threads);
    }

    /** Cancels a run; what it has written stays. */
    public void cancel(UUID run) {
        reruns.cancel(run);
    }

    /** Why ledgers could not be computed, as {@link Rerun.Failure} says. */
    public record Failure(String reason, long guardians) {}

    /** The first reasons why ledgers could not be computed. */
    public List<Failure> failures(UUID run) {
        return reruns.failures(run).stream()
                .map(it -> new Failure(it.reason(), it.guardians()))
                .toList();
    }

    public List<County> counties(UUID run) {
        return reruns.counties(run).stream()
                .map(it ->
                        new County(
                                it.code(),
                                it.more(),
                                it.pointsMore(),
                                it.stayed(),
                                it.pointsStayed()))
                .toList();
    }
}
