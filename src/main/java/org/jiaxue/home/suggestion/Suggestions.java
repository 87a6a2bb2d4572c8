package org.jiaxue.home.suggestion;

import java.util.List;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.licences.Target;
import org.jiaxue.licences.Targets;
import org.jiaxue.points.Prospects;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;

/** What would bring a guardian's next level nearer: three things that can really be done. */
@Component
public class Suggestions {

    private final Candidates candidates;
    private final Targets targets;
    private final Prospects prospects;
    private final People people;
    private final Times times;

    Suggestions(
            Candidates candidates,
            Targets targets,
            Prospects prospects,
            People people,
            Times times) {
        this.candidates = candidates;
        this.targets = targets;
        this.prospects = prospects;
        this.people = people;
        this.times = times;
    }

    /** How it stands with a guardian, where that is to be said beside the suggestions. */
    public enum State {
        /** There is something left to reach. */
        OPEN,
        /** Only activities on site are missing, and none is announced that fits. */
        AWAITS_ACTIVITY,
        /** Every level is reached that learning alone reaches now. */
        COMPLETE,
        /** No scheme has a level for this guardian. */
        NO_LEVELS,
        /** The guardian has not agreed that learning is recorded, so nothing can count. */
        NOT_RECORDED
    }

    /**
     * What was found.
     *
     * @param things at most three, in the order in which they are best done; fewer where there are
     *     no more
     */
    public record Found(State state, List<Suggestion> things) {}

    public Found of(GuardianId guardian) {
        if (!people.mayRecord(List.of(guardian)).contains(guardian)) {
            return new Found(State.NOT_RECORDED, List.of());
        }
        Household household = people.household(guardian);
        List<Target> next = targets.of(guardian);
        List<Candidate> found = candidates.of(household);
        Days days = new Days(times.now(), times.zone());
        List<Prospects.Deed> deeds =
                found.stream().flatMap(it -> it.all(days.now()).stream()).distinct().toList();
        List<Suggestion> things =
                new Choosing(prospects.of(guardian, deeds), days, next).from(found);
        return new Found(state(next, things), things);
    }

    private static State state(List<Target> targets, List<Suggestion> things) {
        if (targets.isEmpty() && things.isEmpty()) {
            return State.NO_LEVELS;
        }
        if (!things.isEmpty()) {
            return State.OPEN;
        }
        if (targets.stream().allMatch(Target::complete)) {
            return State.COMPLETE;
        }
        return targets.stream().anyMatch(Target::lacksOnlyActivities)
                ? State.AWAITS_ACTIVITY
                : State.OPEN;
    }
}
