package org.jiaxue.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jiaxue.RoomTest;
import org.jiaxue.web.Next;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@Import(KeptCodes.InsteadOfTheGateway.class)
class SignInPageTests {

    @LocalServerPort int port;
    @Autowired KeptCodes codes;
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
    void a_new_phone_becomes_an_account_once_its_code_is_right() throws Exception {
        HttpResponse<String> sent = browser.post("/sign-in/codes", "phone", "138 0013-8001");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(browser.get("/sign-in?step=code").body()).contains("138****8001");

        HttpResponse<String> in = browser.post("/sign-in", "code", codes.codeOf("13800138001"));

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(Browser.location(in)).isEqualTo("/welcome?next=%2Fme");
        assertThat(browser.get("/me/data").statusCode()).isEqualTo(200);
    }

    @Test
    void a_known_phone_goes_on_to_where_it_was_going() throws Exception {
        signIn("13800138002", "");
        browser.post("/sign-out");

        HttpResponse<String> in = signIn("13800138002", "/me/family");

        assertThat(Browser.location(in)).isEqualTo("/me/family");
    }

    @Test
    void an_address_outside_the_house_is_not_gone_to() throws Exception {
        for (String elsewhere :
                new String[] {
                    "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb", "me"
                }) {
            assertThat(Next.local(elsewhere, "/me")).isEqualTo("/me");
        }
        signIn("13800138003", "");
        browser.post("/sign-out");
        assertThat(Browser.location(signIn("13800138003", "//evil.example"))).isEqualTo("/me");
    }

    @Test
    void a_mistyped_phone_comes_back_with_what_to_mend() throws Exception {
        HttpResponse<String> zh = browser.post("/sign-in/codes", "phone", "1380013");

        assertThat(zh.statusCode()).isEqualTo(422);
        assertThat(zh.body()).contains("还差 4 位", "value=\"1380013\"");
        try (Browser english = new Browser(port, "en")) {
            assertThat(english.post("/sign-in/codes", "phone", "1380013").body())
                    .contains("4 more needed");
            assertThat(english.post("/sign-in/codes", "phone", "138001380019").body())
                    .contains("1 too many");
            assertThat(english.post("/sign-in/codes", "phone", "12800138001").body())
                    .contains("begins with 13 to 19");
            assertThat(english.post("/sign-in/codes", "phone", "x".repeat(5_000)).statusCode())
                    .isEqualTo(422);
            assertThat(english.post("/sign-in/codes").body()).contains("Enter your mobile number");
        }
    }

    @Test
    void a_wrong_code_says_how_many_tries_are_left_and_five_end_it() throws Exception {
        browser.post("/sign-in/codes", "phone", "13800138004");
        String right = codes.codeOf("13800138004");
        String wrong = right.equals("123456") ? "654321" : "123456";

        for (int left = 4; left > 0; left--) {
            HttpResponse<String> answer = browser.post("/sign-in", "code", wrong);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("还可以试 " + left + " 次");
        }
        assertThat(browser.post("/sign-in", "code", wrong).body()).contains("再发一次");

        HttpResponse<String> late = browser.post("/sign-in", "code", right);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("再发一次");
    }

    @Test
    void a_code_is_good_once() throws Exception {
        browser.post("/sign-in/codes", "phone", "13800138005");
        String code = codes.codeOf("13800138005");
        try (Browser other = new Browser(port, "zh-CN")) {
            browser.cookies.getCookieStore().getCookies().stream()
                    .filter(it -> it.getName().equals("signing-in"))
                    .forEach(it ->
                            other.cookies.getCookieStore().add(URI.create("http://localhost"), it));
            assertThat(browser.post("/sign-in", "code", code).statusCode()).isEqualTo(303);
            HttpResponse<String> again = other.post("/sign-in", "code", code);
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("用过了");
        }
    }

    @Test
    void an_old_code_is_no_longer_good() throws Exception {
        browser.post("/sign-in/codes", "phone", "13800138006");
        jdbc.sql("update identity.code set expires_at = now() - interval '1 second'").update();

        HttpResponse<String> late = browser.post("/sign-in", "code", codes.codeOf("13800138006"));

        assertThat(late.statusCode()).isEqualTo(422);
    }

    @Test
    void a_phone_gets_ten_codes_an_hour_and_is_then_told_when_to_come_back() throws Exception {
        for (int i = 0; i < Bounds.CODES_A_PHONE_AN_HOUR.most(); i++) {
            assertThat(browser.post("/sign-in/codes", "phone", "13800138007").statusCode())
                    .isEqualTo(303);
        }

        HttpResponse<String> over = browser.post("/sign-in/codes", "phone", "13800138007");

        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValue("Retry-After")).isPresent();
        assertThat(over.body()).contains("试得太多了");
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        HttpResponse<String> answer =
                browser.send(
                        browser.request("/sign-in/codes")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("phone=13800138008")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(codes.codeOf("13800138008")).isEqualTo("none");
    }

    @Test
    void signing_out_ends_the_session_itself() throws Exception {
        signIn("13800138009", "");
        HttpCookie kept =
                browser.cookies.getCookieStore().getCookies().stream()
                        .filter(it -> it.getName().equals("session"))
                        .findFirst()
                        .orElseThrow();
        assertThat(kept.isHttpOnly()).isTrue();

        browser.post("/sign-out");

        try (Browser thief = new Browser(port, "zh-CN")) {
            thief.cookies.getCookieStore().add(URI.create("http://localhost"), kept);
            assertThat(thief.get("/me/data").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void neither_phone_nor_token_nor_code_lies_open_in_the_database() throws Exception {
        signIn("13912345678", "");
        browser.post("/sign-out");
        browser.post("/sign-in/codes", "phone", "13912345678");
        String code = codes.codeOf("13912345678");
        for (String table :
                new String[] {"guardian", "phone", "token", "code", "audit", "throttle"}) {
            String rows =
                    jdbc.sql(
                                    "select coalesce(string_agg(t::text, ' '), '') from identity."
                                            + table
                                            + " t")
                            .query(String.class)
                            .single();
            assertThat(rows)
                    .as(table)
                    .doesNotContain("13912345678")
                    .doesNotContainPattern("(?<![\\w.])" + code + "(?!\\w)");
        }
    }

    private HttpResponse<String> signIn(String phone, String next) throws Exception {
        browser.post("/sign-in/codes", "phone", phone, "next", next);
        return browser.post("/sign-in", "code", codes.codeOf(phone));
    }
}
