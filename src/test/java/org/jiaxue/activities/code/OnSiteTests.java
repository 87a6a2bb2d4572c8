package org.jiaxue.activities.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaxue.AtOnce;
import org.jiaxue.ReadingHour;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.CheckIn;
import org.jiaxue.activities.Holding;
import org.jiaxue.activities.Scan;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SignIn;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
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
    private static final AtomicInteger PHONES = new AtomicInteger();

    @LocalServerPort int port;
    @Autowired Activities activities;
    @Autowired SignIn signIn;
    @Autowired TicketSweepJob sweeper;
    @Autowired People people;
    @Autowired ToldClock clock;
    @Autowired JdbcClient jdbc;

    private Session session;

    @BeforeEach
    void announce() {
        clock.set(TEN);
        session = ReadingHour.announced(activities, TEN);
    }

    @Test
    void a_code_of_any_session_that_is_open_is_taken_for_that_session() {
        Session second = ReadingHour.session(session.activity(), TEN.plus(Duration.ofMinutes(10)));
        put(second);
        GuardianId guardian = guardian();

        CheckIn later = signIn.typed(guardian, session.activity(), digits(second));
        CheckIn earlier = signIn.typed(guardian, session.activity(), digits(session));

        assertThat(later).isInstanceOf(CheckIn.Welcomed.class);
        assertThat(((CheckIn.Welcomed) later).session()).isEqualTo(second);
        assertThat(((CheckIn.Welcomed) earlier).session()).isEqualTo(session);
        assertThat(activities.attendedBy(guardian)).hasSize(2);
    }

    @Test
    void a_code_of_a_session_that_is_not_open_yet_is_not_taken() {
        Session evening = ReadingHour.session(session.activity(), TEN.plus(Duration.ofHours(8)));
        assertThat(activities.hold(evening)).isEqualTo(Holding.HELD);

        assertThat(signIn.typed(guardian(), session.activity(), digits(evening)))
                .isInstanceOf(CheckIn.WrongCode.class);
    }

    @Test
    void one_scan_signs_in_one_guardian_who_may_press_again() {
        String ticket = ticket();
        GuardianId first = guardian();
        GuardianId second = guardian();

        assertThat(signIn.confirmed(first, ticket)).isInstanceOf(CheckIn.Welcomed.class);
        assertThat(signIn.confirmed(first, ticket)).isInstanceOf(CheckIn.AlreadyIn.class);
        assertThat(signIn.confirmed(second, ticket)).isEqualTo(new CheckIn.UsedByAnother());
        assertThat(activities.attendedBy(second)).isEmpty();
        assertThat(signIn.confirmed(second, ticket())).isInstanceOf(CheckIn.Welcomed.class);
    }

    @Test
    void many_who_use_one_scan_at_once_are_one_attendance() throws Exception {
        String ticket = ticket();

        AtOnce.run(6, () -> signIn.confirmed(guardian(), ticket));

        assertThat(activities.attendance(List.of(session.id()))).containsEntry(session.id(), 1);
    }

    @Test
    void a_guardian_who_did_not_agree_uses_up_no_scan() {
        String ticket = ticket();
        GuardianId guardian = guardian();
        people.withdrawConsent(guardian, Purpose.RECORDS);

        assertThat(signIn.confirmed(guardian, ticket)).isEqualTo(new CheckIn.NoConsent());
        assertThat(used()).isZero();
        people.giveConsent(guardian, Purpose.RECORDS);
        assertThat(signIn.confirmed(guardian, ticket)).isInstanceOf(CheckIn.Welcomed.class);
    }

    @Test
    void whoever_comes_with_somebody_elses_scan_is_told_to_scan() throws Exception {
        String ticket = ticket();
        signIn.confirmed(guardian(), ticket);
        EnumSet<Viewer.Scope> learn = EnumSet.of(Viewer.Scope.LEARN);
        String token = people.issueToken(guardian(), learn, Duration.ofHours(9)).token();

        HttpRequest press =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + port + "/activities/check-in"))
                        .header("Authorization", "Bearer " + token)
                        .header("Cookie", Tickets.COOKIE + "=" + ticket)
                        .header("Accept-Language", "en")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(press, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("Scan the code on the screen yourself");
        }
    }

    @Test
    void which_scans_were_used_is_forgotten_once_they_have_ended() {
        signIn.confirmed(guardian(), ticket());
        clock.set(TEN.plus(Tickets.GOOD_FOR));
        sweeper.sweep();
        assertThat(used()).isEqualTo(1);

        clock.set(TEN.plus(Tickets.GOOD_FOR).plusSeconds(1));
        sweeper.sweep();

        assertThat(used()).isZero();
    }

    /** A session beside another that is open, as none can be added any more. */
    private void put(Session beside) {
        jdbc.sql(
                        """
                        insert into activities.session (id, activity, starts_at, ends_at, secret)
                        values (:id, :activity, :starts, :ends, :secret)
                        """)
                .param("id", beside.id().value())
                .param("activity", beside.activity().value())
                .param("starts", Timestamp.from(beside.startsAt()))
                .param("ends", Timestamp.from(beside.endsAt()))
                .param("secret", new byte[32])
                .update();
    }

    private String ticket() {
        return ((Scan.Seen) signIn.scan(signIn.show(session.id()).orElseThrow().token())).ticket();
    }

    private int used() {
        return jdbc.sql("select count(*) from activities.ticket_used where session_id = :session")
                .param("session", session.id().value())
                .query(Integer.class)
                .single();
    }

    private String digits(Session of) {
        return signIn.digits(of.id()).orElseThrow();
    }

    private GuardianId guardian() {
        GuardianId guardian =
                people.register(
                        new Phone("131%08d".formatted(PHONES.incrementAndGet())), "", "330102003");
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }
}
