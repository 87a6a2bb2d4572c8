package org.jiaxue.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.RoomTest;
import org.jiaxue.credentials.badge.Achievements;
import org.jiaxue.credentials.status.StatusPosition;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Role;
import org.jiaxue.licences.LevelReached;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomTest
class CredentialPagesTests {

    private static final int MOST_COPY_BYTES = 65_536;

    private static int phones;

    @LocalServerPort private int port;
    @Autowired private Credentials credentials;
    @Autowired private Achievements achievements;
    @Autowired private People people;

    @Test
    void the_check_page_shows_the_signed_claims_and_no_holder() throws Exception {
        HttpResponse<String> page =
                asker().get("/credentials/" + issue(guardian(), 1), "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("真实有效", "星级家长执照", "7–9 岁 · 1 星", "核验了三件事", "它说明", "它不说明")
                .contains("noindex")
                .doesNotContain("持有人</dt>");
        HttpResponse<String> english = asker().english("/credentials/" + issue(guardian(), 1));
        assertThat(english.body()).contains("Genuine and valid", "Star Licence");
    }

    @Test
    void by_accept_the_document_is_given_word_for_word() throws Exception {
        CredentialId id = issue(guardian(), 1);
        for (String accept : List.of("application/vc", "application/json", "application/ld+json")) {
            HttpResponse<String> answer = asker().get("/credentials/" + id, accept);
            assertThat(answer.headers().firstValue("Content-Type")).contains(accept);
            assertThat(answer.body()).isEqualTo(credentials.document(id).orElseThrow());
        }
        assertThat(asker().get("/credentials/" + id, "*/*").body()).contains("<html");
        assertThat(asker().get("/credentials/" + id, "application/vc, text/html;q=0.5").body())
                .startsWith("{");
        assertThat(asker().get("/credentials/" + id, "image/png").statusCode()).isEqualTo(406);
        assertThat(asker().get("/credentials/" + id, "nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void an_unknown_number_says_what_to_do() throws Exception {
        for (String number : List.of("0".repeat(32), "abc", "%27%20or%201=1")) {
            HttpResponse<String> page = asker().get("/credentials/" + number, "text/html");
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("没有这张证书", "32 位");
        }
        HttpResponse<String> answer = asker().get("/credentials/abc", "application/vc");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("credentials.problem.unknown");
    }

    @Test
    void a_copy_is_checked_by_its_text() throws Exception {
        String document = credentials.document(issue(guardian(), 1)).orElseThrow();
        assertThat(asker().paste(document).body()).contains("真实有效");
        HttpResponse<String> altered = asker().paste(document.replace("1 星", "5 星"));
        assertThat(altered.body()).contains("与原件不符", "不一样的地方", "学到了什么").doesNotContain("真实有效");
        assertThat(asker().paste("{\"a\":1}").body()).contains("这份文件不是我们颁发的");
    }

    @Test
    void a_copy_that_is_empty_too_large_or_no_text_is_refused() throws Exception {
        assertThat(asker().paste(" ").statusCode()).isEqualTo(422);
        byte[] large = new byte[MOST_COPY_BYTES + 1];
        assertThat(asker().upload(large).statusCode()).isEqualTo(413);
        assertThat(asker().upload(large).body()).contains("64 KB");
        HttpResponse<String> pasted = asker().paste("x".repeat(MOST_COPY_BYTES + 1));
        assertThat(pasted.statusCode()).isEqualTo(413);
        assertThat(pasted.body()).contains("太大");
        assertThat(asker().upload(new byte[3_000_000]).statusCode()).isEqualTo(413);
        assertThat(asker().upload(new byte[] {(byte) 0xff, (byte) 0xfe, 0}).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_form_without_its_token_is_refused_in_words() throws Exception {
        HttpResponse<String> answer =
                asker().send(
                                HttpRequest.newBuilder(asker().at("/credentials/check"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .header("Accept", "text/html")
                                        .POST(BodyPublishers.ofString("text=x"))
                                        .build());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("刷新");
    }

    @Test
    void a_guardian_lists_their_own_by_page_and_api() throws Exception {
        GuardianId guardian = guardian();
        issue(guardian, 1);
        issue(guardian, 2);
        String token = token(guardian);
        HttpResponse<String> first = asker().get("/api/v1/me/credentials?limit=1", token, true);
        assertThat(first.body())
                .contains("\"items\":[{", "\"status\":\"valid\"", "\"href\":\"/credentials/")
                .contains("2 星");
        String next = first.body().replaceAll("(?s).*\"next\":\"([0-9a-f]{32})\".*", "$1");
        HttpResponse<String> second =
                asker().get("/api/v1/me/credentials?limit=1&before=" + next, token, true);
        assertThat(second.body()).contains("1 星").contains("\"next\":null");
        assertThat(asker().get("/me/credentials", token, false).body()).contains("电子证书", "2 星");
        assertThat(asker().get("/me/credentials", token(guardian()), false).body())
                .contains("还没有证书");
    }

    @Test
    void a_list_asked_for_badly_is_refused() throws Exception {
        CredentialId others = issue(guardian(), 1);
        String token = token(guardian());
        for (String query :
                List.of("limit=0", "limit=101", "limit=x", "before=abc", "before=" + others)) {
            HttpResponse<String> answer =
                    asker().get("/api/v1/me/credentials?" + query, token, true);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
        }
        assertThat(asker().get("/api/v1/me/credentials", "application/json").statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_officer_of_the_county_withdraws_with_a_reason() throws Exception {
        CredentialId id = issue(guardian(), 1);
        String officer = officer("330102");
        assertThat(asker().get("/console/credentials?number=" + id, officer, false).body())
                .contains("撤回这张证书");
        assertThat(asker().revoke(id, officer, "reason=").statusCode()).isEqualTo(422);
        assertThat(
                        asker().revoke(id, officer, "reason=mistake&note=" + "x".repeat(201))
                                .statusCode())
                .isEqualTo(422);
        assertThat(asker().revoke(id, officer, "reason=mistake&note=x").statusCode())
                .isEqualTo(303);
        assertThat(asker().revoke(id, officer, "reason=asked").statusCode()).isEqualTo(303);
        assertThat(asker().get("/credentials/" + id, "text/html").body())
                .contains("已撤回，不再使用", "内容写错了", "学到的星没有变化");
        assertThat(asker().get("/console/credentials?number=" + id, officer, false).body())
                .contains("内容写错了")
                .doesNotContain("撤回这张证书");
    }

    @Test
    void nobody_else_withdraws_a_credential() throws Exception {
        GuardianId guardian = guardian();
        CredentialId id = issue(guardian, 1);
        assertThat(asker().revoke(id, officer("330106"), "reason=mistake").statusCode())
                .isEqualTo(403);
        assertThat(asker().revoke(id, token(guardian), "reason=mistake").statusCode())
                .isEqualTo(403);
        assertThat(
                        asker().get("/console/credentials?number=" + id, officer("330106"), false)
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        asker().get("/console/credentials?number=abc", officer("330102"), false)
                                .statusCode())
                .isEqualTo(404);
        assertThat(credentials.check(id)).isInstanceOf(Check.Valid.class);
    }

    @Test
    void the_issuer_and_its_lists_are_public_and_cached() throws Exception {
        StatusPosition position = position(issue(guardian(), 1));
        HttpResponse<String> did = asker().get("/.well-known/did.json", "*/*");
        assertThat(did.body()).contains("did:web:localhost%3A8080#z6Mk", "Multikey");
        HttpResponse<String> list = asker().get("/status/" + position.list(), "application/vc");
        assertThat(list.body()).contains("BitstringStatusListCredential", "DataIntegrityProof");
        String etag = list.headers().firstValue("ETag").orElseThrow();
        HttpRequest again =
                HttpRequest.newBuilder(asker().at("/status/" + position.list()))
                        .header("If-None-Match", etag)
                        .build();
        assertThat(asker().send(again).statusCode()).isEqualTo(304);
        assertThat(list.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=60"));
        for (String unknown : List.of("0", "999", "x", "-1", "99999999999")) {
            assertThat(asker().get("/status/" + unknown, "*/*").statusCode()).isEqualTo(404);
        }
    }

    private Asker asker() {
        return new Asker(port);
    }

    private StatusPosition position(CredentialId id) {
        String document = credentials.document(id).orElseThrow();
        return new StatusPosition(
                Integer.parseInt(document.replaceAll(".*/status/(\\d+)#.*", "$1")), 0);
    }

    private GuardianId guardian() {
        Phone phone = new Phone("1380009%04d".formatted(++phones));
        return people.register(phone, "330102");
    }

    private String token(GuardianId guardian) {
        return people.issueToken(guardian, Set.of(Viewer.Scope.READ), Duration.ofHours(1)).token();
    }

    private String officer(String division) {
        var grant = new Grant(Role.COUNTY_OFFICER, division);
        var officer = people.hire("officer" + division, "王", "a-long-password", List.of(grant));
        return people.issueToken(officer, Set.of(Viewer.Scope.STAFF), Duration.ofHours(1)).token();
    }

    private CredentialId issue(GuardianId guardian, int level) {
        LevelReached reached =
                new LevelReached(
                        guardian,
                        "shangcheng-star",
                        1,
                        "7-9",
                        level,
                        new Words("星级家长执照", "Star Licence"),
                        new Words("7–9 岁", "ages 7–9"),
                        new Words(level + " 星", level + " stars"),
                        "330102",
                        Instant.parse("2025-03-20T02:00:00Z").plusSeconds(level),
                        UUID.randomUUID(),
                        null);
        return credentials.issue(achievements.of(reached)).orElseThrow();
    }
}
