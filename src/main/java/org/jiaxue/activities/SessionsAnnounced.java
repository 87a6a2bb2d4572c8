package org.jiaxue.activities;

import java.time.Instant;
import java.util.List;
import org.jiaxue.identity.Stage;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * Sessions of activities were announced; published within the transaction. A session is named by
 * one event, which may be delivered more than once.
 *
 * @param sessions at most {@value #MOST}
 * @param earlier whether they had been announced before sessions were told of, so that some may be
 *     over for long
 */
@DomainEvent
public record SessionsAnnounced(List<Announced> sessions, boolean earlier) {

    /** The most sessions that one event names. */
    public static final int MOST = 500;

    public SessionsAnnounced {
        sessions = List.copyOf(sessions);
    }

    /**
     * A session.
     *
     * @param division where it takes place, 2 to 12 digits
     * @param stage whom it is for
     */
    public record Announced(
            SessionId session, Instant startsAt, Instant endsAt, String division, Stage stage) {}
}
