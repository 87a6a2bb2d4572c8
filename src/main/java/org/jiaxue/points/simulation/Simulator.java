package org.jiaxue.points.simulation;

import java.util.List;
import java.util.Optional;
import org.jiaxue.points.TrialGrading;
import org.jiaxue.points.TrialGrading.Proposal;
import org.jiaxue.points.TrialGrading.Trial;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.DataFile;
import org.jiaxue.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tries a proposal over what was really learned in a term: every event is credited twice in memory,
 * by the rules as they stand and as they would be, and what levels that brings is reckoned on both
 * sides. Nothing is written; the database is asked in transactions that only read.
 */
@Component
public class Simulator {

    private static final long NANOS_A_MILLI = 1_000_000;

    private final Rules rules;
    private final TrialGrading grading;
    private final Gathering gathering;

    Simulator(Rules rules, TrialGrading grading, Gathering gathering) {
        this.rules = rules;
        this.grading = grading;
        this.gathering = gathering;
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

    /** Why a trial cannot be now, because months of it lie in files; null where it can. */
    @Nullable Problem away(Asked asked) {
        return gathering.away(Books.of(rules.book(), asked), asked.term().last());
    }

    /**
     * Runs a trial to its end.
     *
     * @return empty where it was told not to go on
     * @throws org.jiaxue.web.Refusal where months of the term lie in files, or were put away
     *     meanwhile
     * @throws IllegalStateException what a thread failed of
     */
    public Optional<Outcome> run(Asked asked, int threads, Watch watch) {
        return tried(asked, threads, watch).map(Tried::outcome);
    }

    /** What may be shown, and by what it is compared with other trials. */
    record Tried(Outcome outcome, Marks marks) {}

    /** As {@link #run}. */
    Optional<Tried> tried(Asked asked, int threads, Watch watch) {
        long began = System.nanoTime();
        Trial trial = trial(asked);
        Gathered gathered = gather(asked, trial, threads, watch);
        long millis = (System.nanoTime() - began) / NANOS_A_MILLI;
        return watch.goesOn()
                ? Optional.of(
                        new Tried(
                                Publishing.publish(
                                        asked,
                                        millis,
                                        gathered,
                                        trial.rungs(),
                                        leftOut(asked, gathered)),
                                gathered.marks()))
                : Optional.empty();
    }

    /** Whether a rule of the proposal concerns few or nobody, which is the same to whoever asks. */
    private boolean leftOut(Asked asked, Gathered gathered) {
        return gathered.fewBy(Books.of(rules.book(), asked).changedNames());
    }

    Trial trial(Asked asked) {
        @Nullable Proposal proposal =
                asked.proposed() instanceof Proposed.OfScheme it ? it.scheme() : null;
        return grading.over(asked.term(), proposal, asked.whom().division());
    }

    /** The sums as they are, of which nothing may be shown yet. */
    Gathered gather(Asked asked, Trial trial, int threads, Watch watch) {
        return gathering.gather(
                Books.of(rules.book(), asked), asked.term().last(), trial, threads, watch);
    }
}
