package org.jiaxue.activities;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Activities and their sessions: what is on, and what one went to. */
@Component
public class Activities {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** How many sessions one answer holds. */
    public static final int LIST_AT_MOST = 50;

    /** How far ahead a list of what is on looks. */
    public static final Duration AHEAD = Duration.ofDays(60);

    private final ActivityStore activities;
    private final AttendanceStore attendances;
    private final DatabaseClock clock;
    private final Times times;
    private final ApplicationEventPublisher events;

    Activities(
            ActivityStore activities,
            AttendanceStore attendances,
            DatabaseClock clock,
            Times times,
            ApplicationEventPublisher events) {
        this.activities = activities;
        this.attendances = attendances;
        this.clock = clock;
        this.times = times;
        this.events = events;
    }

    /** Adds an activity; adding the same id again changes nothing. */
    @Transactional
    public void create(Activity activity, StaffId by) {
        activities.add(activity, by);
    }

    /** Adds an activity together with its first session. */
    @Transactional
    public void announce(Activity activity, Session session, StaffId by) {
        activities.add(activity, by);
        Holding holding = hold(session);
        if (holding != Holding.HELD) {
            throw new IllegalArgumentException("The session cannot be held: " + holding);
        }
    }

    /** Adds a session to an activity; adding the same id again changes nothing. */
    @Transactional
    public Holding hold(Session session) {
        if (!session.endsAt().isAfter(session.startsAt())) {
            return Holding.ENDS_BEFORE_IT_STARTS;
        }
        if (session.endsAt().isAfter(session.startsAt().plus(Session.LONGEST))) {
            return Holding.TOO_LONG;
        }
        if (!activities.lock(session.activity())) {
            return Holding.UNKNOWN_ACTIVITY;
        }
        if (activities.overlaps(session)) {
            return Holding.OVERLAPS;
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        if (activities.add(session, secret)) {
            events.publishEvent(announced(session));
        }
        return Holding.HELD;
    }

    private SessionsAnnounced announced(Session session) {
        Activity activity = activities.find(session.activity()).orElseThrow();
        SessionsAnnounced.Announced one =
                new SessionsAnnounced.Announced(
                        session.id(),
                        session.startsAt(),
                        session.endsAt(),
                        activity.division(),
                        activity.stage());
        return new SessionsAnnounced(List.of(one), false);
    }

    public Optional<Activity> find(ActivityId id) {
        return activities.find(id);
    }

    /**
     * What is on in a division and below and not over yet, by its start.
     *
     * @param division a division's code; its first digits for a wider circle, empty for everywhere
     * @param limit at most {@value #LIST_AT_MOST} are given
     */
    public List<Upcoming> upcoming(String division, int limit) {
        Instant now = times.now();
        return activities.between(division, now, now.plus(AHEAD), Math.min(limit, LIST_AT_MOST));
    }

    /**
     * A family's children, for whom an activity fits by age or by stage; without a child everything
     * does.
     *
     * @param months their ages in months
     */
    public record Family(List<Stage> stages, List<Integer> months) {}

    /**
     * What a guardian could still go to: of each activity that fits the first session that is not
     * over and that they have not signed in to, by its start.
     *
     * @param division as for {@link #upcoming}
     * @param family whom it is to fit
     * @param until sessions that start before this
     * @param limit at most {@value #LIST_AT_MOST} are given
     */
    public List<Upcoming> fitting(
            GuardianId guardian, String division, Family family, Instant until, int limit) {
        return activities.fitting(
                guardian, division, family, clock.now(), until, Math.min(limit, LIST_AT_MOST));
    }

    /** The sessions in a division and below of a stretch of time, by their start, at most 50. */
    public List<Upcoming> between(String division, Instant from, Instant to) {
        return activities.between(division, from, to, LIST_AT_MOST);
    }

    /** The sessions of an activity that one can still sign in to, at a moment of the clock. */
    public record Programme(Instant now, List<Session> sessions) {}

    public Programme programme(ActivityId activity) {
        Instant now = clock.now();
        return new Programme(
                now,
                activities.sessions(activity, now.minus(Session.MARGIN), LIST_AT_MOST).stream()
                        .map(ActivityStore.Keyed::session)
                        .toList());
    }

    public boolean attended(GuardianId guardian, SessionId session) {
        return attendances.at(guardian, session).isPresent();
    }

    /** What a guardian went to, latest first, at most 50. */
    public List<Attended> attendedBy(GuardianId guardian) {
        return attendances.of(guardian, LIST_AT_MOST);
    }

    /** How many signed in to each of these sessions. Callers hide counts below ten. */
    public Map<SessionId, Integer> attendance(Collection<SessionId> sessions) {
        return attendances.counts(sessions);
    }
}
