package org.jiaxue.learning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

        /** What of it came of these events. */
        public Earnings of(Collection<UUID> events) {
            return new Earnings(
                    earned.stream().filter(one -> events.contains(one.event())).toList(),
                    reached.stream().filter(one -> events.contains(one.event())).toList());
        }
    }

    /** Credits events that are new; an event credited before yields nothing new. */
    Earnings earn(List<LearningEvent> events);

    /**
     * The same, with what was seen as they became facts. Where that trips a detector, the points
     * are held from the start, before anybody is shown them.
     *
     * @param circumstances by event; of what is not in it nothing was seen
     */
    Earnings earn(List<LearningEvent> events, Map<UUID, Circumstances> circumstances);

    /**
     * What these events have earned so far, by guardian, each guardian's by occurrence.
     *
     * @param earliest when the first of them occurred, or before: no earlier month is looked into
     * @param latest when the last of them occurred, or after
     */
    Earnings earnedBy(Map<GuardianId, Collection<UUID>> events, Instant earliest, Instant latest);
}
