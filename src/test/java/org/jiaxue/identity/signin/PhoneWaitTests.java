package org.jiaxue.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jiaxue.Overlapping;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.family.NumberWaits;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an old session may do to the number, and how a number is changed without the old one. */
@RoomTest
@Import({KeptCodes.InsteadOfTheGateway.class, ToldClock.InTheHouse.class})
class PhoneWaitTests {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Duration LONG_AGO = Confirmation.GOOD_FOR.plusSeconds(1);
    private static final String WAIT = "/me/data/phone/wait";

    private static int phones;

    @LocalServerPort int port;
    @Autowired KeptCodes codes;
    @Autowired People people;
    @Autowired NumberWaits waits;
    @Autowired SweepJob sweep;
    @Autowired ToldClock clock;
    @Autowired TransactionTemplate transactions;
    @Autowired JdbcClient jdbc;

    private Browser browser;
    private Browser elsewhere;
    private String phone = "";
    private String fresh = "";
    private GuardianId guardian = new GuardianId(Ids.next());

    @BeforeEach
    void sign_in_and_let_time_pass() throws Exception {
        clock.set(NOON);
        phone = "146%08d".formatted(++phones);
        fresh = "147%08d".formatted(++phones);
        guardian = people.register(new Phone(phone), "330102");
        browser = signedIn();
        elsewhere = signedIn();
    }

    @AfterEach
    void close() {
        browser.close();
        elsewhere.close();
    }

    private Browser signedIn() throws Exception {
        Browser one = new Browser(port, "zh-CN");
        one.post("/sign-in/codes", "phone", phone);
        one.post("/sign-in", "code", codes.codeOf(phone));
        return one;
    }

    private void pass(Duration time) {
        clock.set(clock.now().plus(time));
    }

    private void askToWait() throws Exception {
        pass(LONG_AGO);
        assertThat(browser.post(WAIT + "/codes", "phone", fresh).statusCode()).isEqualTo(303);
        assertThat(Browser.location(browser.post(WAIT, "code", codes.codeOf(fresh))))
                .isEqualTo(WAIT);
    }

    private HttpResponse<String> finish() throws Exception {
        browser.post(WAIT + "/codes");
        return browser.post(WAIT, "code", codes.codeOf(fresh));
    }

    private GuardianId ownerOf(String number) {
        return people.register(new Phone(number), "33");
    }

    @Test
    void an_old_session_changes_no_number_before_the_old_one_confirmed() throws Exception {
        pass(LONG_AGO);
        String there = "/me/data/confirmation?next=%2Fme%2Fdata%2Fphone";

        assertThat(Browser.location(browser.get("/me/data/phone"))).isEqualTo(there);
        assertThat(Browser.location(browser.post("/me/data/phone/codes", "phone", fresh)))
                .isEqualTo(there);
        assertThat(Browser.location(browser.post("/me/data/phone", "code", "123456")))
                .isEqualTo(there);
        assertThat(codes.codeOf(fresh)).isEqualTo("none");

        browser.post("/me/data/confirmation/codes", "next", "/me/data/phone");
        browser.post(
                "/me/data/confirmation", "code", codes.codeOf(phone), "next", "/me/data/phone");
        browser.post("/me/data/phone/codes", "phone", fresh);
        browser.post("/me/data/phone", "code", codes.codeOf(fresh));
        assertThat(ownerOf(fresh)).isEqualTo(guardian);
    }

    @Test
    void a_session_is_no_fresher_after_the_number_changed() throws Exception {
        pass(Confirmation.GOOD_FOR.minusSeconds(30));
        browser.post("/me/data/phone/codes", "phone", fresh);
        browser.post("/me/data/phone", "code", codes.codeOf(fresh));
        assertThat(ownerOf(fresh)).isEqualTo(guardian);
        pass(Duration.ofMinutes(1));

        assertThat(Browser.location(browser.post("/me/data/archive")))
                .startsWith("/me/data/confirmation");
        assertThat(Browser.location(browser.post("/me/data/erasure", "sure", "true")))
                .startsWith("/me/data/confirmation");
    }

    @Test
    void without_the_old_number_the_new_one_waits_and_the_old_one_is_told_at_once()
            throws Exception {
        pass(LONG_AGO);
        assertThat(browser.page("/me/data/confirmation?next=/me/data/phone").select("main a"))
                .anyMatch(link -> link.attr("href").equals(WAIT));
        assertThat(browser.page("/me/data/confirmation?next=/me/data/archive").select("main a"))
                .noneMatch(link -> link.attr("href").equals(WAIT));

        askToWait();

        assertThat(codes.toldTo(phone)).contains("147****", "取消").doesNotContain(fresh);
        assertThat(ownerOf(phone)).isEqualTo(guardian);
        assertThat(elsewhere.page("/me/data").text()).contains("正在等着换成 147****");
        assertThat(Browser.location(browser.get("/me/data/phone"))).isEqualTo(WAIT);
        pass(NumberWaits.WAIT.minus(Duration.ofMinutes(1)));
        assertThat(Browser.location(finish())).isEqualTo(WAIT);
        assertThat(ownerOf(phone)).isEqualTo(guardian);
    }

    @Test
    void after_the_wait_a_code_puts_it_in_force_and_opens_nothing_else() throws Exception {
        askToWait();
        pass(NumberWaits.WAIT);
        assertThat(browser.page(WAIT).text()).contains("等的日子到了");

        browser.post(WAIT + "/codes");
        assertThat(browser.post(WAIT, "code", "12").statusCode()).isEqualTo(422);
        assertThat(Browser.location(finish())).isEqualTo("/me/data");

        assertThat(ownerOf(fresh)).isEqualTo(guardian);
        assertThat(ownerOf(phone)).isNotEqualTo(guardian);
        assertThat(elsewhere.get("/me/data").statusCode()).isEqualTo(303);
        assertThat(Browser.location(browser.post("/me/data/archive")))
                .startsWith("/me/data/confirmation");
        assertThat(waits.of(guardian)).isEmpty();
    }

    @Test
    void whoever_is_signed_in_cancels_it() throws Exception {
        askToWait();

        elsewhere.post(WAIT + "/cancellation");

        assertThat(waits.of(guardian)).isEmpty();
        assertThat(browser.get("/me/data").statusCode()).isEqualTo(200);
        pass(NumberWaits.WAIT);
        browser.post(WAIT, "code", codes.codeOf(fresh));
        assertThat(ownerOf(phone)).isEqualTo(guardian);
    }

    @Test
    void who_signs_in_with_the_old_number_and_cancels_ends_every_other_session() throws Exception {
        askToWait();

        try (Browser holder = signedIn()) {
            holder.post(WAIT + "/cancellation");
            assertThat(holder.get("/me/data").statusCode()).isEqualTo(200);
        }

        assertThat(waits.of(guardian)).isEmpty();
        assertThat(browser.get("/me/data").statusCode()).isEqualTo(303);
    }

    @Test
    void a_change_that_nobody_finishes_ends_and_is_forgotten() throws Exception {
        askToWait();
        pass(NumberWaits.WAIT.plus(NumberWaits.OPEN));

        assertThat(waits.of(guardian)).isEmpty();
        finish();
        assertThat(ownerOf(phone)).isEqualTo(guardian);
        pass(Duration.ofSeconds(1));
        sweep.sweep();
        assertThat(rows()).isZero();
    }

    @Test
    void a_number_that_became_somebodys_meanwhile_is_not_taken_over() throws Exception {
        askToWait();
        GuardianId other = people.register(new Phone(fresh), "330106");
        pass(NumberWaits.WAIT);

        assertThat(finish().statusCode()).isEqualTo(409);
        assertThat(ownerOf(fresh)).isEqualTo(other);
        assertThat(ownerOf(phone)).isEqualTo(guardian);
    }

    @Test
    void of_two_that_begin_at_once_one_waits_and_of_two_that_finish_one_changes() throws Exception {
        Phone one = new Phone(fresh);
        Phone other = new Phone("148%08d".formatted(++phones));
        Overlapping overlapping = new Overlapping(transactions, jdbc);

        assertThat(
                        overlapping.run(
                                () -> waits.begin(guardian, one),
                                () -> waits.begin(guardian, other)))
                .isEqualTo(new Overlapping.Both<>(true, false));
        assertThat(waits.of(guardian)).map(NumberWaits.Wait::phone).contains(one);

        pass(NumberWaits.WAIT);
        assertThat(
                        overlapping.run(
                                () -> waits.finish(guardian, one),
                                () -> waits.finish(guardian, one)))
                .isEqualTo(
                        new Overlapping.Both<>(NumberWaits.Finish.DONE, NumberWaits.Finish.GONE));
    }

    @Test
    void the_old_number_is_told_three_times_a_day_at_most() throws Exception {
        askToWait();
        for (int i = 0; i < 2; i++) {
            browser.post(WAIT + "/cancellation");
            askToWait();
        }
        browser.post(WAIT + "/cancellation");
        browser.post(WAIT + "/codes", "phone", fresh);

        assertThat(browser.post(WAIT, "code", codes.codeOf(fresh)).statusCode()).isEqualTo(429);
        assertThat(waits.of(guardian)).isEmpty();
    }

    @Test
    void a_programs_token_begins_and_ends_nothing() throws Exception {
        String token =
                people.issueToken(guardian, Set.of(Viewer.Scope.LEARN), Duration.ofDays(1)).token();
        for (String path : new String[] {WAIT, WAIT + "/codes", WAIT + "/cancellation"}) {
            HttpRequest.Builder request =
                    browser.request(path)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("phone=" + fresh));
            assertThat(browser.send(request).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void an_erased_account_leaves_no_number_that_waits() throws Exception {
        askToWait();
        browser.post("/me/data/confirmation/codes", "next", "/me/data/erasure");
        browser.post(
                "/me/data/confirmation", "code", codes.codeOf(phone), "next", "/me/data/erasure");
        browser.post("/me/data/erasure", "sure", "true");

        assertThat(rows()).isZero();
    }

    private int rows() {
        return jdbc.sql("select count(*) from identity.number_wait where guardian_id = :id")
                .param("id", guardian.value())
                .query(Integer.class)
                .single();
    }
}
