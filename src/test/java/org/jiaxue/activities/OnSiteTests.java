package org.jiaxue.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which session a code signs in to, and whom a scan signs in. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
class OnSiteTests {

    private static final Instant TEN = Instant.parse("2026-03-01T02:00:00Z");
    private static int phones;

    @LocalServerPort int port;
    @Autowired Activities activities;
    @Autowired ActivityStore store;
    @Autowired SignIn signIn;
    @Autowired People people;
    @Autowired ToldClock clock;
    @Autowired JdbcClient jdbc;

    private final Words words = new Words("一本慢慢读的书", "A book read slowly");
    private final Activity activity =
            new Activity(
                    ActivityId.next(), words, words, words, words, "330102003", Stage.PRIMARY, null);
    private final Session session = session(TEN);

    @BeforeEach
    void announce() {
        clock.set(TEN);
        activities.announce(activity, session, new StaffId(new UUID(0, 1)));
    }

    @Test
    void a_code_of_any_session_that_is_open_is_taken_for_that_session() {
        Session second = session(TEN.plus(Duration.ofMinutes(10)));
        store.add(second, new byte[32]);
        GuardianId guardian = guardian();

        CheckIn later = signIn.typed(guardian, activity.id(), digits(second));
        CheckIn earlier = signIn.typed(guardian, activity.id(), digits(session));

        assertThat(later).isInstanceOf(CheckIn.Welcomed.class);
        assertThat(((CheckIn.Welcomed) later).session()).isEqualTo(second);
        assertThat(((CheckIn.Welcomed) earlier).session()).isEqualTo(session);
        assertThat(activities.attendedBy(guardian)).hasSize(2);
    }

    @Test
    void a_code_of_a_session_that_is_not_open_yet_is_not_taken() {
        Session evening = session(TEN.plus(Duration.ofHours(8)));
        store.add(evening, new byte[32]);

        assertThat(signIn.typed(guardian(), activity.id(), digits(evening)))
                .isInstanceOf(CheckIn.WrongCode.class);
    }

    private String digits(Session of) {
        return signIn.digits(of.id()).orElseThrow();
    }

    private Session session(Instant start) {
        return new Session(
                SessionId.next(), activity.id(), start, start.plus(Duration.ofHours(1)));
    }

    private GuardianId guardian() {
        GuardianId guardian =
                people.register(new Phone("131%08d".formatted(++phones)), "", "330102003");
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }
}
