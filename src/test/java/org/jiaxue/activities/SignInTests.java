package org.jiaxue.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaxue.Caller;
import org.jiaxue.ReadingHour;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
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

@RoomTest
@Import(ToldClock.InTheHouse.class)
class SignInTests {

    private static final Instant TEN = Instant.parse("2026-03-01T02:00:00Z");
    private static int phones;

    @LocalServerPort int port;
    @Autowired Activities activities;
    @Autowired SignIn signIn;
    @Autowired People people;
    @Autowired ToldClock clock;
    @Autowired AttendanceStore attendances;
    @Autowired JdbcClient jdbc;

    private Session session;

    @BeforeEach
    void announce() {
        clock.set(TEN.minus(Duration.ofDays(1)));
        session = ReadingHour.announced(activities, TEN);
        clock.set(TEN);
    }

    @Test
    void a_typed_code_signs_in_and_says_what_it_earned() {
        Caller guardian = caller(guardian(), "en");

        Caller.Answer answer = type(guardian, digits());

        assertThat(answer.status()).isEqualTo(303);
        String result = guardian.get(answer.location()).words();
        assertThat(result).contains("You are signed in", "+10", "A book read slowly");
    }

    @Test
    void signing_in_twice_answers_the_same_and_changes_nothing() {
        GuardianId guardian = guardian();

        CheckIn first = signIn.typed(guardian, session.activity(), digits());
        clock.set(TEN.plusSeconds(1200));
        CheckIn second = signIn.typed(guardian, session.activity(), "000000");

        assertThat(first).isInstanceOf(CheckIn.Welcomed.class);
        assertThat(second)
                .isEqualTo(new CheckIn.AlreadyIn(session, ((CheckIn.Welcomed) first).earnings()));
        assertThat(activities.attendance(List.of(session.id()))).containsEntry(session.id(), 1);
    }

    @Test
    void a_scan_keeps_its_ticket_while_one_signs_in_and_then_confirms() {
        String token = signIn.show(session.id()).orElseThrow().token();
        Caller visitor = Caller.visitor(port, "zh-CN");

        Caller.Answer scanned = visitor.get("/activities/check-in?t=" + token);
        Caller.Answer confirm = visitor.get(scanned.location());

        assertThat(scanned.status()).isEqualTo(303);
        assertThat(confirm.words()).contains("一本慢慢读的书", "15 分钟内都有效");
        assertThat(confirm.page().select("a[href='/sign-in?next=/activities/check-in']"))
                .isNotEmpty();
    }

    @Test
    void a_guardian_who_scanned_presses_once_and_is_in() {
        String token = signIn.show(session.id()).orElseThrow().token();
        Caller guardian = caller(guardian(), "zh-CN");
        guardian.get("/activities/check-in?t=" + token);
        clock.set(TEN.plus(Duration.ofMinutes(14)));

        Caller.Answer answer = guardian.post("/activities/check-in", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(guardian.get(answer.location()).words()).contains("签到好了", "+10");
    }

    @Test
    void a_scan_that_was_not_confirmed_in_time_has_to_be_made_again() {
        Caller guardian = caller(guardian(), "zh-CN");
        guardian.get("/activities/check-in?t=" + signIn.show(session.id()).orElseThrow().token());
        clock.set(TEN.plus(Duration.ofMinutes(15)));

        Caller.Answer answer = guardian.post("/activities/check-in", Map.of());

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.words()).contains("再扫一次");
    }

    @Test
    void an_old_or_forged_token_is_refused_with_what_to_do() {
        Caller guardian = caller(guardian(), "en");
        String token = signIn.show(session.id()).orElseThrow().token();
        String forged = token.substring(0, 47) + (token.endsWith("A") ? "B" : "A");
        clock.set(TEN.plusSeconds(60));

        assertThat(guardian.get("/activities/check-in?t=" + token).status()).isEqualTo(410);
        assertThat(guardian.get("/activities/check-in?t=" + forged).status()).isEqualTo(400);
        assertThat(guardian.get("/activities/check-in?t=x").status()).isEqualTo(400);
        assertThat(guardian.get("/activities/check-in?t=" + "A".repeat(5000)).status())
                .isEqualTo(400);
        assertThat(guardian.post("/activities/check-in", Map.of()).status()).isEqualTo(410);
    }

    @Test
    void a_code_is_taken_from_half_an_hour_before_to_half_an_hour_after() {
        GuardianId guardian = guardian();

        clock.set(session.opensAt().minusSeconds(1));
        assertThat(signIn.typed(guardian, session.activity(), digits()))
                .isEqualTo(new CheckIn.TooEarly(session.opensAt()));
        clock.set(session.closesAt());
        assertThat(signIn.typed(guardian, session.activity(), digits()))
                .isEqualTo(new CheckIn.TooLate());
        clock.set(session.closesAt().minusSeconds(1));
        assertThat(signIn.typed(guardian, session.activity(), digits()))
                .isInstanceOf(CheckIn.Welcomed.class);
    }

    @Test
    void codes_can_be_tried_ten_times_in_ten_minutes() {
        Caller guardian = caller(guardian(), "en");
        String wrong = digits().equals("123456") ? "654321" : "123456";

        for (int i = 0; i < SignIn.TYPING_TRIES; i++) {
            assertThat(type(guardian, wrong).status()).isEqualTo(422);
        }
        Caller.Answer refused = type(guardian, digits());
        clock.set(TEN.plus(SignIn.TYPING_PERIOD));
        Caller.Answer later = type(guardian, digits());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.words()).contains("Try again in");
        assertThat(later.status()).isEqualTo(303);
    }

    @Test
    void a_wrong_code_comes_back_with_the_field_filled_and_what_to_do() {
        Caller guardian = caller(guardian(), "zh-CN");

        Caller.Answer letters = type(guardian, "abc");
        Caller.Answer nothing = type(guardian, "");

        assertThat(letters.status()).isEqualTo(422);
        assertThat(letters.page().select("input[name=code]").val()).isEqualTo("abc");
        assertThat(letters.page().select("#code-error").text()).contains("6 位数字");
        assertThat(nothing.status()).isEqualTo(422);
    }

    @Test
    void full_width_digits_and_blanks_are_taken_as_meant() {
        Caller guardian = caller(guardian(), "zh-CN");
        StringBuilder wide = new StringBuilder();
        digits().chars().forEach(digit -> wide.append((char) (digit + 0xfee0)).append(' '));

        assertThat(type(guardian, wide.toString()).status()).isEqualTo(303);
    }

    @Test
    void without_consent_nothing_is_noted() {
        GuardianId guardian = guardian();
        people.withdrawConsent(guardian, Purpose.RECORDS);

        assertThat(signIn.typed(guardian, session.activity(), digits()))
                .isEqualTo(new CheckIn.NoConsent());
        assertThat(activities.attendedBy(guardian)).isEmpty();
    }

    @Test
    void looking_at_an_attendance_again_records_nothing() {
        GuardianId guardian = guardian();
        attendances.add(guardian, session.id(), TEN, AttendanceStore.Way.TYPED);

        Caller.Answer answer = caller(guardian, "en").get("/activities/attendance/" + session.id());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.words()).contains("have not been worked out yet");
        assertThat(events(guardian)).isZero();
    }

    @Test
    void what_is_not_there_is_said_to_be_not_there() {
        Caller guardian = caller(guardian(), "en");
        String unknown = ActivityId.next().toString();

        assertThat(guardian.get("/activities/" + unknown).status()).isEqualTo(404);
        assertThat(guardian.get("/activities/nonsense").status()).isEqualTo(404);
        assertThat(guardian.get("/activities/attendance/" + session.id()).status()).isEqualTo(404);
        assertThat(guardian.post("/activities/" + unknown + "/attendance", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_form_without_its_token_and_a_token_that_may_only_read_are_refused() {
        Caller visitor = Caller.visitor(port, "en");
        String read =
                people.issueToken(guardian(), Set.of(Viewer.Scope.READ), Duration.ofHours(9))
                        .token();

        Caller.Answer forged = type(visitor, digits());
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.words()).contains("Reload it and try once more");
        assertThat(type(Caller.with(port, "en", read), digits()).status()).isEqualTo(403);
    }

    @Test
    void two_sessions_of_an_activity_never_take_codes_at_the_same_time() {
        Instant end = session.endsAt();
        Session next = ReadingHour.session(session.activity(), end.plus(Duration.ofMinutes(59)));

        assertThat(activities.hold(next)).isEqualTo(Holding.OVERLAPS);
    }

    private Caller.Answer type(Caller caller, String code) {
        return caller.post(
                "/activities/" + session.activity() + "/attendance", Map.of("code", code));
    }

    private int events(GuardianId guardian) {
        return jdbc.sql("select count(*) from learning.event where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }

    private String digits() {
        return signIn.digits(session.id()).orElseThrow();
    }

    private Caller caller(GuardianId guardian, String language) {
        EnumSet<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(guardian, scopes, Duration.ofHours(9)).token());
    }

    private GuardianId guardian() {
        Phone phone = Phone.read("138" + (10_000_000 + ++phones)).orElseThrow();
        GuardianId guardian = people.register(phone, "330102003");
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }
}
