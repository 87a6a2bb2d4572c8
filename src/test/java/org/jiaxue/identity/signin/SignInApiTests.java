package org.jiaxue.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Issued;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
@Import(KeptCodes.InsteadOfTheGateway.class)
class SignInApiTests {

    private static final String CODES = "/api/v1/sign-in/codes";
    private static final String TOKENS = "/api/v1/tokens";

    @LocalServerPort int port;
    @Autowired KeptCodes codes;
    @Autowired People people;
    @Autowired JdbcClient jdbc;

    private Browser program;

    @BeforeEach
    void open() {
        program = new Browser(port, "en");
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void a_code_becomes_a_token_with_scope_and_end() throws Exception {
        HttpResponse<String> sent = post(CODES, "{\"phone\":\"13700137001\"}");
        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(sent.body()).doesNotContain("\"code\"", codes.codeOf("13700137001"));

        HttpResponse<String> issued = post(TOKENS, token("13700137001"));

        assertThat(issued.statusCode()).isEqualTo(200);
        assertThat(issued.body()).contains("\"scope\":\"learn read\"", "\"expiresAt\":\"2");
        String token = JsonMapper.shared().readTree(issued.body()).path("token").stringValue();
        assertThat(withToken("/me/data", token).statusCode()).isEqualTo(200);
    }

    @Test
    void an_ended_token_is_refused_with_a_sentence() throws Exception {
        post(CODES, "{\"phone\":\"13700137002\"}");
        String token =
                JsonMapper.shared()
                        .readTree(post(TOKENS, token("13700137002")).body())
                        .path("token")
                        .stringValue();
        HttpResponse<String> ended =
                program.send(
                        api(TOKENS + "/current")
                                .header("Authorization", "Bearer " + token)
                                .DELETE());
        assertThat(ended.statusCode()).isEqualTo(204);

        HttpResponse<String> answer = withToken("/me/data", token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("This token is unknown or has expired");
    }

    @Test
    void tokens_that_are_none_or_too_old_are_refused() throws Exception {
        GuardianId guardian = people.register(new Phone("13700137003"), "330105");
        Issued old =
                people.issueToken(guardian, EnumSet.of(Viewer.Scope.READ), Duration.ofSeconds(30));
        jdbc.sql(
                        """
                        update identity.token
                        set issued_at = now() - interval '2 days',
                            expires_at = now() - interval '1 day'
                        where guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .update();

        assertThat(withToken("/me/data", old.token()).statusCode()).isEqualTo(401);
        assertThat(withToken("/me/data", "").statusCode()).isEqualTo(401);
        assertThat(withToken("/me/data", "x".repeat(43)).statusCode()).isEqualTo(401);
        assertThat(withToken("/me/data", "x".repeat(4_000)).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_for_reading_changes_nothing() throws Exception {
        GuardianId guardian = people.register(new Phone("13700137004"), "330105");
        Issued reader =
                people.issueToken(guardian, EnumSet.of(Viewer.Scope.READ), Duration.ofMinutes(5));

        HttpResponse<String> answer =
                program.send(
                        program.request("/me/consents/records")
                                .header("Authorization", "Bearer " + reader.token())
                                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(people.mayRecord(List.of(guardian))).isEmpty();
    }

    @Test
    void a_cookies_token_is_no_bearer_token() throws Exception {
        GuardianId guardian = people.register(new Phone("13700137005"), "330105");
        Issued bearer =
                people.issueToken(guardian, EnumSet.of(Viewer.Scope.READ), Duration.ofMinutes(5));

        HttpResponse<String> answer =
                program.send(
                        program.request("/me/data")
                                .header("Cookie", "session=" + bearer.token())
                                .GET());

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void bad_bodies_are_refused_as_problem_details() throws Exception {
        refuses(CODES, "", 400, "web.problem.unreadable");
        refuses(CODES, "[]", 400, "web.problem.unreadable");
        refuses(CODES, "{\"phone\":", 400, "web.problem.unreadable");
        refuses(CODES, "{\"phone\":{}}", 400, "web.problem.unreadable");
        refuses(CODES, "{\"phone\":13700137006}", 400, "web.problem.unreadable");
        refuses(CODES, "{}", 400, "identity.problem.phone-missing");
        refuses(CODES, "{\"phone\":\"1370013\"}", 422, "identity.problem.phone-short");
        refuses(CODES, "{\"phone\":\"" + "1".repeat(5_000) + "\"}", 413, "web.problem.too-large");
        refuses(TOKENS, "{\"phone\":\"13700137006\"}", 400, "identity.problem.code-missing");
        refuses(
                TOKENS,
                "{\"phone\":\"13700137006\",\"code\":\"12345\"}",
                422,
                "identity.problem.code-short");
        refuses(
                TOKENS,
                "{\"phone\":\"13700137006\",\"code\":\"123456\"}",
                422,
                "identity.problem.code-gone");
    }

    @Test
    void a_call_without_the_json_media_type_is_refused() throws Exception {
        HttpResponse<String> answer = postWith("Content-Type", "text/plain");

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void a_program_that_keeps_cookies_is_never_asked_for_a_forms_token() throws Exception {
        HttpResponse<String> lessons = program.send(api("/api/v1/lessons").GET());
        assertThat(lessons.headers().allValues("Set-Cookie")).isEmpty();
        program.get("/sign-in");
        assertThat(program.cookies.getCookieStore().getCookies()).isNotEmpty();

        HttpResponse<String> sent = post(CODES, "{\"phone\":\"13700137007\"}");

        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(sent.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_session_without_its_forms_token_is_told_which_header_is_missing() throws Exception {
        HttpResponse<String> answer = postWith("Cookie", "session=anything");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("web.problem.csrf-header", "X-CSRF-TOKEN");
    }

    private void refuses(String path, String body, int status, String code) throws Exception {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains(code);
    }

    private String token(String phone) {
        return "{\"phone\":\"" + phone + "\",\"code\":\"" + codes.codeOf(phone) + "\"}";
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return program.send(api(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> postWith(String header, String value) throws Exception {
        return program.send(
                api(CODES)
                        .setHeader(header, value)
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private HttpRequest.Builder api(String path) {
        return program.request(path)
                .setHeader("Accept", "application/json")
                .setHeader("Content-Type", "application/json");
    }

    private HttpResponse<String> withToken(String path, String token) throws Exception {
        return program.send(program.request(path).header("Authorization", "Bearer " + token).GET());
    }
}
