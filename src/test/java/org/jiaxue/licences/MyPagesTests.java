package org.jiaxue.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.Telling;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Points and licences as their guardian sees them, on pages and by the API. */
@RoomTest
class MyPagesTests {

    private static int phones;

    @Autowired Earner earner;
    @Autowired People people;
    @Autowired TransactionTemplate transactions;
    @LocalServerPort int port;

    private Telling someone = Telling.someone();
    private String token = "";

    @BeforeEach
    void aGuardianWithAChildOfEight() {
        someone = guardian();
        token = tokenOf(someone);
    }

    @Test
    void a_fresh_account_is_empty_and_friendly() throws Exception {
        JsonNode points = json("/api/v1/me/points");

        assertThat(points.get("balance").intValue()).isZero();
        assertThat(points.get("entries")).isEmpty();
        assertThat(points.get("next").isNull()).isTrue();
        assertThat(json("/api/v1/me/licences").get("items")).isEmpty();
        assertThat(page("/me/points").text()).contains("还没有积分", "找一节课看看");
        assertThat(page("/me/licences").text())
                .contains("窗里的灯，等着您来点", "0 / 100", "比如这样就够", "还没有亮的星");
    }

    @Test
    void the_api_pages_through_every_entry_once_newest_first() throws Exception {
        earn(someone.lessons(7, "2026-10-12T08:00"));

        List<String> seen = new ArrayList<>();
        JsonNode answer = json("/api/v1/me/points?limit=3");
        while (true) {
            answer.get("entries").forEach(it -> seen.add(it.get("at").stringValue()));
            if (answer.get("next").isNull()) {
                break;
            }
            answer = json("/api/v1/me/points?limit=3&before=" + answer.get("next").stringValue());
        }

        assertThat(seen).hasSize(7).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(answer.get("balance").intValue()).isEqualTo(14);
        JsonNode last = answer.get("entries").get(0);
        assertThat(last.get("rule").stringValue()).isEqualTo("lesson-completed");
        assertThat(last.get("version").intValue()).isEqualTo(1);
        assertThat(last.get("why").stringValue()).contains("看完《早晨清单》");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 400, points.problem.limit",
        "limit=201, 400, points.problem.limit",
        "limit=many, 400, web.problem.unreadable",
        "before=abc, 400, points.problem.cursor",
        "before=01890000-0000-7000-8000-000000000000, 400, points.problem.no-such-entry",
    })
    void a_bad_page_is_refused_with_what_to_do(String query, int status, String code)
            throws Exception {
        HttpResponse<String> answer = get("/api/v1/me/points?" + query, token, "application/json");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void nobody_pages_on_from_someone_elses_entry() throws Exception {
        Telling other = guardian();
        earn(other.lessons(1, "2026-10-12T08:00"));
        HttpResponse<String> theirs = get("/api/v1/me/points", tokenOf(other), "application/json");
        String id =
                JsonMapper.shared()
                        .readTree(theirs.body())
                        .get("entries")
                        .get(0)
                        .get("id")
                        .stringValue();

        assertThat(get("/api/v1/me/points?before=" + id, token, "application/json").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me/points", "/api/v1/me/licences"})
    void the_api_is_shut_to_visitors(String path) throws Exception {
        assertThat(get(path, "", "application/json").statusCode()).isEqualTo(401);
    }

    @Test
    void a_star_is_seen_on_the_page_and_by_the_api() throws Exception {
        earnAStar();

        JsonNode star = json("/api/v1/me/licences").get("items").get(0);
        Document page = page("/me/licences");

        assertThat(star.get("scheme").stringValue()).isEqualTo("shangcheng");
        assertThat(star.get("stage").stringValue()).isEqualTo("7-9");
        assertThat(star.get("level").intValue()).isEqualTo(1);
        assertThat(star.get("at").stringValue()).startsWith("2026-06-29T02:00");
        assertThat(star.get("period").stringValue()).isEqualTo("ever");
        assertThat(page.text()).contains("家里亮着一扇窗", "怎么亮第二扇", "星级家长执照 · 7–9 岁 · 一星", "不会收回");
        assertThat(page.select(".jx-hp-lit")).hasSize(1);
    }

    @Test
    void no_page_ranks_or_takes_points_away_and_both_languages_are_whole() throws Exception {
        earnAStar();
        earn(someone.lessons(8, "2026-10-12T20:00"));
        earn(List.of(someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-12T09:00")));
        for (String language : List.of("zh-CN", "en")) {
            for (String path : List.of("/me/points", "/me/licences")) {
                String text = Jsoup.parse(get(path, token, "text/html", language).body()).text();
                assertThat(text).doesNotContain("{").doesNotContain("排名").doesNotContain("超过");
                assertThat(text.toLowerCase(Locale.ROOT))
                        .doesNotContain("rank")
                        .doesNotContain("streak");
            }
        }
        assertThat(page("/me/points").select(".jx-entry-points").eachText())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).matches("\\+\\d+|0"));
    }

    @Test
    void a_long_ledger_is_turned_page_by_page() throws Exception {
        for (int day = 1; day <= 5; day++) {
            earn(someone.lessons(7, "2026-10-0" + day + "T08:00"));
        }

        Document first = page("/me/points");
        String older = first.select("a[rel=next]").attr("href");
        Document second = page(older);

        assertThat(first.select(".jx-entry")).hasSize(30);
        assertThat(second.select(".jx-entry")).hasSize(5);
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    private void earnAStar() {
        List<LearningEvent> events = new ArrayList<>();
        for (int week = 0; week < 8; week++) {
            String monday = LocalDate.of(2026, 1, 5).plusWeeks(week).toString();
            events.addAll(someone.lessons(7, monday + "T08:00"));
        }
        events.add(someone.event(EventKind.ACTIVITY_ATTENDED, "2026-06-29T10:00"));
        earn(events);
    }

    private void earn(List<LearningEvent> events) {
        transactions.executeWithoutResult(_ -> earner.earn(events));
    }

    private Telling guardian() {
        Phone phone = new Phone("15201%06d".formatted(++phones));
        GuardianId guardian = people.register(phone, "330102");
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.addChild(guardian, YearMonth.of(2018, 3));
        return new Telling(guardian, "330102", Telling.someone().ages());
    }

    private String tokenOf(Telling who) {
        return people.issueToken(who.guardian(), Set.of(Viewer.Scope.READ), Duration.ofHours(1))
                .token();
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path, token, "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private Document page(String path) throws Exception {
        HttpResponse<String> answer = get(path, token, "text/html");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> get(String path, String bearer, String accept)
            throws IOException, InterruptedException {
        return get(path, bearer, accept, "zh-CN");
    }

    private HttpResponse<String> get(String path, String bearer, String accept, String language)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", accept)
                        .header("Accept-Language", language);
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
