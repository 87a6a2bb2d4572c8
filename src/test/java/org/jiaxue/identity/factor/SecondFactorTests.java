package org.jiaxue.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jiaxue.Overlapping;
import org.jiaxue.RoomTest;
import org.jiaxue.StaffByPassword;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.signin.Browser;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@TestPropertySource(properties = StaffByPassword.OFF)
class SecondFactorTests {

    private static final String PASSWORD = "four unrelated words";
    private static final String FACTOR = "/console/me/second-factor";

    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired People people;
    @Autowired SecondFactors factors;
    @Autowired TransactionTemplate transactions;
    @Autowired JdbcClient jdbc;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port, "zh-CN");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void who_has_no_second_factor_is_led_to_set_one_up_and_can_do_nothing_else() throws Exception {
        StaffId staff = hire("no.factor");
        signIn("no.factor");

        for (String path :
                List.of("/console", "/console/statistics", "/console/staff", "/console/library")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(Browser.location(answer)).as(path).isEqualTo(FACTOR);
        }
        HttpResponse<String> posted = browser.post("/console/invitations", "node", "330102");
        assertThat(Browser.location(posted)).isEqualTo(FACTOR);
        assertThat(browser.page(FACTOR).select(".jx-console-nav a").eachAttr("href"))
                .containsExactly("/console");
        assertThat(asTokenHolder(staff)).isEqualTo(403);
    }

    @Test
    void once_it_is_set_up_every_sign_in_asks_for_a_code_and_each_code_is_good_once()
            throws Exception {
        StaffId staff = hire("with.factor");
        signIn("with.factor");
        Telephone telephone = enrol();

        assertThat(browser.get("/console").statusCode()).isEqualTo(200);
        assertThat(asTokenHolder(staff)).isEqualTo(200);
        browser.post("/console/sign-out");
        assertThat(signIn("with.factor")).isEqualTo("/console/sign-in/code");
        assertThat(browser.get("/console").statusCode()).isEqualTo(303);
        assertThat(code(telephone.digits(-1)).statusCode()).isEqualTo(422);
        HttpResponse<String> in = code(telephone.digits(1));
        assertThat(in.body()).contains("有 1 个验证数字不对", "href=\"/console\"");
        assertThat(browser.get("/console").statusCode()).isEqualTo(200);
        browser.post("/console/sign-out");
        signIn("with.factor");
        assertThat(code(telephone.digits(1)).statusCode()).isEqualTo(422);
        assertThat(browser.get("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void of_two_who_come_with_the_same_code_at_once_one_is_let_in() throws Exception {
        StaffId id = hire("two.at.once");
        Viewer.Staff staff = new Viewer.Staff(id, "某人", EnumSet.allOf(Viewer.Scope.class));
        SecondFactors.Offer offer = factors.offer(id, "two.at.once");
        Telephone telephone = new Telephone(offer.secret());
        assertThat(factors.setUp(staff, offer.sealed(), telephone.digits(-1), ""))
                .isInstanceOf(SecondFactors.Setup.Done.class);
        String digits = telephone.digits(1);

        Overlapping.Both<SecondFactors.Trial, SecondFactors.Trial> both =
                new Overlapping(transactions, jdbc)
                        .run(
                                () -> factors.tryOut(staff, digits),
                                () -> factors.tryOut(staff, digits));

        assertThat(both)
                .isEqualTo(
                        new Overlapping.Both<>(
                                new SecondFactors.Trial.Right(0), new SecondFactors.Trial.Wrong()));
    }

    @Test
    void a_recovery_code_lets_in_once() throws Exception {
        hire("lost.phone");
        signIn("lost.phone");
        List<String> codes = codes(confirm(telephone()));
        assertThat(codes).hasSize(SecondFactors.RECOVERY_CODES).doesNotHaveDuplicates();
        browser.post("/console/sign-out");

        signIn("lost.phone");
        assertThat(Browser.location(code(codes.getFirst()))).isEqualTo("/console");
        browser.post("/console/sign-out");
        signIn("lost.phone");
        assertThat(code(codes.getFirst()).statusCode()).isEqualTo(422);
        assertThat(code(codes.getLast().toUpperCase(Locale.ROOT)).statusCode()).isEqualTo(200);
        assertThat(browser.get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void codes_are_guessed_ten_times_in_ten_minutes_and_no_more() throws Exception {
        hire("guessed.at");
        signIn("guessed.at");
        Telephone telephone = enrol();
        browser.post("/console/sign-out");
        signIn("guessed.at");
        HttpResponse<String> last = code("000000");
        for (int i = 0; i < 11; i++) {
            last = code("000000");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(code(telephone.digits(1)).statusCode()).isEqualTo(429);
    }

    @Test
    void a_factor_that_was_reset_ends_every_session_and_shuts_tokens_until_it_is_set_up_again()
            throws Exception {
        StaffId staff = hire("reset.me");
        signIn("reset.me");
        enrol();
        StaffId by = hire("the.resetter");

        factors.reset(Keys.of(by), staff, "330102");

        assertThat(Browser.location(browser.get("/console"))).startsWith("/console/sign-in");
        assertThat(asTokenHolder(staff)).isEqualTo(403);
        assertThat(signIn("reset.me")).isEqualTo("/console");
        assertThat(Browser.location(browser.get("/console"))).isEqualTo(FACTOR);
    }

    @Test
    void a_changed_password_ends_every_other_session() throws Exception {
        hire("new.password");
        signIn("new.password");
        enrol();
        try (Browser elsewhere = new Browser(port, "en")) {
            String session = new Keys(house).session(Keys.of(idOf("new.password")));
            assertThat(statusWith(elsewhere, session)).isEqualTo(200);

            browser.post(
                    "/console/me/password",
                    "current",
                    PASSWORD,
                    "password",
                    "other words than those");

            assertThat(statusWith(elsewhere, session)).isEqualTo(303);
        }
        assertThat(browser.get("/console").statusCode()).isEqualTo(200);
        browser.post("/console/sign-out");
        HttpResponse<String> old =
                browser.post("/console/sign-in", "login", "new.password", "password", PASSWORD);
        assertThat(old.statusCode()).isEqualTo(422);
    }

    private StaffId idOf(String login) {
        return people.colleagues("330102").stream()
                .filter(it -> it.name().equals(login))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static int statusWith(Browser browser, String session) throws Exception {
        return browser.send(
                        browser.request("/console").header("Cookie", "session=" + session).GET())
                .statusCode();
    }

    private int asTokenHolder(StaffId staff) throws Exception {
        String token =
                people.issueToken(staff, Set.of(Viewer.Scope.STAFF), Duration.ofMinutes(5)).token();
        try (Browser program = new Browser(port, "en")) {
            return program.send(
                            program.request("/api/v1/statistics?measure=lessons&division=330102")
                                    .setHeader("Accept", "application/json")
                                    .header("Authorization", "Bearer " + token)
                                    .GET())
                    .statusCode();
        }
    }

    private StaffId hire(String login) {
        return people.hire(
                login, login, PASSWORD, List.of(new Grant(Role.COUNTY_OFFICER, "330102")));
    }

    private String signIn(String login) throws Exception {
        return Browser.location(
                browser.post("/console/sign-in", "login", login, "password", PASSWORD));
    }

    private HttpResponse<String> code(String digits) throws Exception {
        return browser.post("/console/sign-in/code", "code", digits);
    }

    private Telephone enrol() throws Exception {
        Telephone telephone = telephone();
        assertThat(codes(confirm(telephone))).isNotEmpty();
        return telephone;
    }

    private String sealed = "";

    private Telephone telephone() throws Exception {
        Document page = browser.page(FACTOR);
        sealed = page.select("input[name=sealed]").attr("value");
        return new Telephone(page.select("#secret").text());
    }

    private HttpResponse<String> confirm(Telephone telephone) throws Exception {
        return browser.post(FACTOR, "sealed", sealed, "code", telephone.digits(0));
    }

    private static List<String> codes(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select(".jx-codes code").eachText();
    }
}
