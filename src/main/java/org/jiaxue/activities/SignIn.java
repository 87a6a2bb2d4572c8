package org.jiaxue.activities;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiaxue.activities.ActivityStore.Keyed;
import org.jiaxue.activities.AttendanceStore.Way;
import org.jiaxue.activities.code.RotatingCode;
import org.jiaxue.activities.code.TicketStore;
import org.jiaxue.activities.code.Tickets;
import org.jiaxue.identity.People;
import org.jiaxue.learning.Earner.Earnings;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Sender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in on site. A code that the organiser shows becomes an attendance, and in the same
 * transaction a learning event and what it earns.
 */
@Component
public class SignIn {

    /** How many codes a guardian may type in {@link #TYPING_PERIOD}. */
    public static final int TYPING_TRIES = 10;

    public static final Duration TYPING_PERIOD = Duration.ofMinutes(10);

    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + RotatingCode.DIGITS + "}");

    /** How many sessions that are not over are looked at; of one activity few are open at once. */
    private static final int SESSIONS_LOOKED_AT = 5;

    private final ActivityStore activities;
    private final AttendanceStore attendances;
    private final Tickets tickets;
    private final TicketStore used;
    private final People people;
    private final Learning learning;
    private final DatabaseClock clock;

    SignIn(
            ActivityStore activities,
            AttendanceStore attendances,
            Tickets tickets,
            TicketStore used,
            People people,
            Learning learning,
            DatabaseClock clock) {
        this.activities = activities;
        this.attendances = attendances;
        this.tickets = tickets;
        this.used = used;
        this.people = people;
        this.learning = learning;
        this.clock = clock;
    }

    /** What the organiser's page shows at this moment. */
    public record Shown(Session session, Instant now, String digits, String token) {}

    /** The six digits that are good now, for the organiser alone; empty for an unknown session. */
    @Transactional(readOnly = true)
    public Optional<String> digits(SessionId session) {
        return show(session).map(Shown::digits);
    }

    @Transactional(readOnly = true)
    public Optional<Shown> show(SessionId id) {
        Instant now = clock.now();
        return activities
                .session(id)
                .map(it ->
                        new Shown(
                                it.session(),
                                now,
                                it.code().digitsAt(now),
                                it.code().tokenAt(now)));
    }

    /** Signs a guardian in by the digits they typed, nobody saw from where. */
    @Transactional
    public CheckIn typed(GuardianId guardian, ActivityId activity, String digits) {
        return typed(guardian, activity, digits, Sender.UNKNOWN);
    }

    /** Signs a guardian in by the digits they typed on the activity's page. */
    @Transactional
    public CheckIn typed(GuardianId guardian, ActivityId activity, String digits, Sender sender) {
        Instant now = clock.now();
        List<Keyed> sessions =
                activities.sessions(activity, now.minus(Session.MARGIN), SESSIONS_LOOKED_AT);
        if (sessions.isEmpty()) {
            return activities.find(activity).isPresent()
                    ? new CheckIn.TooLate()
                    : new CheckIn.UnknownActivity();
        }
        List<Keyed> open = sessions.stream().filter(it -> it.session().openAt(now)).toList();
        if (open.isEmpty()) {
            return new CheckIn.TooEarly(sessions.getFirst().session().opensAt());
        }
        if (open.stream().allMatch(it -> attended(guardian, it))) {
            return attend(guardian, open.getFirst().session(), now, Way.TYPED, sender);
        }
        if (!DIGITS.matcher(digits).matches()) {
            return new CheckIn.Malformed();
        }
        if (!people.mayRecordUntilCommit(guardian)) {
            return new CheckIn.NoConsent();
        }
        AttendanceStore.Typing typing = attendances.count(guardian, now, TYPING_PERIOD);
        if (typing.tries() > TYPING_TRIES) {
            return new CheckIn.TooOften(Duration.between(now, typing.since().plus(TYPING_PERIOD)));
        }
        return fitting(open, digits, now)
                .map(it -> attend(guardian, it, now, Way.TYPED, sender))
                .orElseGet(() -> new CheckIn.WrongCode(TYPING_TRIES - typing.tries()));
    }

    private boolean attended(GuardianId guardian, Keyed keyed) {
        return attendances.at(guardian, keyed.session().id()).isPresent();
    }

    /** Compares with every session's code, so that the time it takes tells nothing of which fit. */
    private static Optional<Session> fitting(List<Keyed> open, String digits, Instant now) {
        List<Keyed> fit = open.stream().filter(it -> it.code().fits(digits, now)).toList();
        return fit.stream().findFirst().map(Keyed::session);
    }

    /** Looks at a scanned token; whoever holds a good one gets a ticket to confirm with. */
    @Transactional(readOnly = true)
    public Scan scan(String token) {
        Instant now = clock.now();
        Optional<RotatingCode.Claim> claim = RotatingCode.read(token);
        Optional<Keyed> keyed = claim.flatMap(it -> activities.session(it.session()));
        if (keyed.isEmpty() || !keyed.get().code().vouchesFor(claim.orElseThrow())) {
            return new Scan.Refused(new CheckIn.Forged());
        }
        Optional<CheckIn> shut = shut(keyed.get().session(), now);
        if (shut.isPresent()) {
            return new Scan.Refused(shut.get());
        }
        if (!RotatingCode.current(claim.orElseThrow(), now)) {
            return new Scan.Refused(new CheckIn.Expired());
        }
        return new Scan.Seen(tickets.issue(keyed.get().session().id(), now));
    }

    /** The activity and session that a ticket is for, while it is good. */
    @Transactional(readOnly = true)
    public Optional<Upcoming> ticketed(String ticket) {
        return good(ticket, clock.now())
                .flatMap(it -> activities.session(it.session()))
                .flatMap(it ->
                        activities
                                .find(it.session().activity())
                                .map(activity -> new Upcoming(activity, it.session())));
    }

    /** The same, nobody saw from where. */
    @Transactional
    public CheckIn confirmed(GuardianId guardian, String ticket) {
        return confirmed(guardian, ticket, Sender.UNKNOWN);
    }

    /** Signs a guardian in by a ticket that a scan gave; it is good for one guardian. */
    @Transactional
    public CheckIn confirmed(GuardianId guardian, String ticket, Sender sender) {
        Instant now = clock.now();
        return good(ticket, now)
                .flatMap(it ->
                        activities
                                .session(it.session())
                                .map(keyed -> confirm(guardian, it, keyed.session(), now, sender)))
                .orElseGet(CheckIn.Expired::new);
    }

    /** Asks for consent first, so that a scan is not used up by a guardian who was refused. */
    private CheckIn confirm(
            GuardianId guardian,
            Tickets.Ticket ticket,
            Session session,
            Instant now,
            Sender sender) {
        if (!people.mayRecordUntilCommit(guardian)) {
            return new CheckIn.NoConsent();
        }
        return used.use(ticket, guardian, now)
                ? attend(guardian, session, now, Way.SCANNED, sender)
                : new CheckIn.UsedByAnother();
    }

    /** A guardian's attendance and what it has earned; empty when they did not sign in. */
    @Transactional(readOnly = true)
    public Optional<Told> attended(GuardianId guardian, SessionId id) {
        Optional<Instant> at = attendances.at(guardian, id);
        return activities
                .session(id)
                .filter(it -> at.isPresent())
                .map(it -> told(guardian, it.session(), at.orElseThrow()));
    }

    /** What was told about an attendance, and what it has earned. */
    public record Told(Activity activity, Session session, Instant at, Earnings earnings) {}

    private Told told(GuardianId guardian, Session session, Instant at) {
        Activity activity = activities.find(session.activity()).orElseThrow();
        UUID cause = session.id().value();
        Earnings earnings = learning.earned(guardian, EventKind.ACTIVITY_ATTENDED, cause);
        return new Told(activity, session, at, earnings);
    }

    private CheckIn attend(
            GuardianId guardian, Session session, Instant now, Way way, Sender sender) {
        if (!people.mayRecordUntilCommit(guardian)) {
            return new CheckIn.NoConsent();
        }
        if (attendances.add(guardian, session.id(), now, way)) {
            return new CheckIn.Welcomed(session, record(guardian, session, now, sender));
        }
        Instant at = attendances.at(guardian, session.id()).orElseThrow();
        return new CheckIn.AlreadyIn(session, record(guardian, session, at, sender));
    }

    private Earnings record(GuardianId guardian, Session session, Instant at, Sender sender) {
        Activity activity = activities.find(session.activity()).orElseThrow();
        Duration length = Duration.between(session.startsAt(), session.endsAt());
        Subject subject =
                new Subject(
                        activity.title(),
                        activity.stage(),
                        activity.ages(),
                        "",
                        Math.toIntExact(length.toSeconds()));
        Fact fact =
                new Fact(guardian, EventKind.ACTIVITY_ATTENDED, session.id().value(), at, subject);
        return learning.record(List.of(fact.seen(learning.seen(sender))));
    }

    private Optional<Tickets.Ticket> good(String ticket, Instant now) {
        return tickets.read(ticket).filter(it -> it.goodAt(now));
    }

    private static Optional<CheckIn> shut(Session session, Instant now) {
        if (now.isBefore(session.opensAt())) {
            return Optional.of(new CheckIn.TooEarly(session.opensAt()));
        }
        return session.openAt(now) ? Optional.empty() : Optional.of(new CheckIn.TooLate());
    }
}
