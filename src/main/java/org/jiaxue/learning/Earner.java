package org.jiaxue.learning;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaxue.web.GuardianId;

/** Makes points and licences of learning events, inside the caller's transaction. */
public interface Earner {

    /**
     * What came of a batch of events.
     *
     * @param earned every entry made, in the order of the events
     * @param reached the levels that were reached by them
     */
    record Earnings(List<Earned> earned, List<Reached> reached) {

        public static final Earnings NONE = new Earnings(List.of(), List.of());
    }

    /** Credits events that are new; an event credited before yields nothing new. */
    Earnings earn(List<LearningEvent> events);

    /** What these events of a guardian have earned so far. */
    Earnings earnedBy(GuardianId guardian, Collection<UUID> events);
}
