package org.jiaxue.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.LearningRecorded;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.closing.Closings;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A county with a large, a middling and a tiny street, over two weeks that are over. It has a house
 * of its own, because what is withheld depends on everybody who lives in the province.
 */
@RoomTest
@TestPropertySource(properties = "jiaxue.test-house=statistics")
@Import(Happenings.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsTests {

    private static final String COUNTY = "331122";
    private static final String LARGE = "331122001";
    private static final String MIDDLING = "331122002";
    private static final String TINY = "331122003";
    private static final Figure FEW = new Figure.Few();
    private static final Figure GUARDED = new Figure.Guarded();

    @Autowired private Statistics statistics;
    @Autowired private Closings closings;
    @Autowired private People people;
    @Autowired private Times times;
    @Autowired private Happenings happenings;
    @LocalServerPort private int port;

    private final List<GuardianId> large = new ArrayList<>();
    private final List<GuardianId> middling = new ArrayList<>();
    private final List<GuardianId> tiny = new ArrayList<>();
    private Period lastWeek = Period.weekOf(LocalDate.EPOCH);
    private Period weekBefore = lastWeek;
    private String officer = "";
    private String stranger = "";

    @BeforeAll
    void a_county_learns() {
        lastWeek = Period.weekOf(times.today().minusWeeks(2));
        weekBefore = Period.weekOf(times.today().minusWeeks(3));
        happenings.live(large, LARGE, 40);
        happenings.live(middling, MIDDLING, 40);
        happenings.live(tiny, TINY, 5);
        List<LearningEvent> events = new ArrayList<>();
        happenings.learn(events, large.subList(0, 25), lastWeek, LARGE, Stage.PRIMARY);
        happenings.learn(events, middling.subList(0, 20), lastWeek, MIDDLING, Stage.PRIMARY);
        happenings.learn(events, tiny.subList(0, 3), lastWeek, TINY, Stage.INFANT);
        happenings.learn(events, large.subList(0, 4), weekBefore, LARGE, Stage.PRIMARY);
        happenings.learn(events, middling.subList(0, 20), weekBefore, MIDDLING, Stage.PRIMARY);
        happenings.publish(new LearningRecorded(events));
        happenings.publish(new LearningRecorded(events));
        await().atMost(Duration.ofSeconds(60)).until(() -> happenings.facts() == events.size());
        certificates_are_issued_and_withdrawn();
        closings.closeDue();
        officer = token("county-figures", Role.COUNTY_OFFICER, COUNTY);
        stranger = token("elsewhere-figures", Role.COUNTY_OFFICER, "331121");
    }

    @Test
    void small_groups_are_withheld_and_so_is_what_would_give_them_away() {
        Figures figures =
                statistics.figures(
                        new Question(
                                COUNTY,
                                Measure.GUARDIANS,
                                By.DIVISION,
                                List.of(weekBefore, lastWeek)));

        assertThat(figures.total().figures()).containsExactly(shown(24), shown(48));
        assertThat(row(figures, LARGE)).containsExactly(FEW, shown(25));
        assertThat(row(figures, MIDDLING)).containsExactly(GUARDED, GUARDED);
        assertThat(row(figures, TINY)).containsExactly(FEW, FEW);
    }

    @Test
    void rows_stand_in_order_of_code_and_an_uninhabited_place_is_a_true_zero() {
        Figures figures = ask(Measure.LESSONS, By.DIVISION);

        assertThat(figures.rows()).extracting(row -> row.about().toString()).isSorted();
        assertThat(figures.rows()).hasSizeGreaterThan(3);
        assertThat(figures.rows().get(3).inhabited()).isFalse();
        assertThat(figures.rows().get(3).figures()).containsOnly(shown(0));
    }

    @Test
    void a_fact_told_twice_is_counted_once() {
        assertThat(ask(Measure.LESSONS, By.PERIOD).total().figures()).contains(shown(48));
    }

    @Test
    void a_week_that_is_not_closed_is_left_out() {
        Period now = Period.weekOf(times.today());
        Figures figures =
                statistics.figures(
                        new Question(COUNTY, Measure.LESSONS, By.PERIOD, List.of(lastWeek, now)));

        assertThat(figures.periods()).containsExactly(lastWeek);
        assertThat(figures.running()).containsExactly(new Figures.Awaited(now, now.closes()));
    }

    @Test
    void stages_never_give_away_the_few() {
        Figures figures = ask(Measure.GUARDIANS, By.STAGE);

        assertThat(figures.rows()).hasSize(Stage.values().length);
        assertThat(stage(figures, Stage.INFANT)).containsOnly(FEW);
        Figures lessons = ask(Measure.LESSONS, By.STAGE);
        assertThat(stage(lessons, Stage.PRIMARY)).containsOnly(GUARDED);
    }

    private void certificates_are_issued_and_withdrawn() {
        Instant at = happenings.at(lastWeek);
        List<CredentialId> ids = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            CredentialId id = new CredentialId(Ids.next().toString().replace("-", ""));
            ids.add(id);
            if (i < 12) {
                happenings.publish(Happenings.issued(large.get(i), id, LARGE, at));
            } else if (i == 12) {
                happenings.publish(Happenings.revoked(large.get(i), id, LARGE, at));
            }
        }
        happenings.publish(Happenings.revoked(large.getFirst(), ids.getFirst(), LARGE, at));
        await().atMost(Duration.ofSeconds(30)).until(() -> happenings.certificates(false) == 11);
        await().atMost(Duration.ofSeconds(30)).until(() -> happenings.certificates(true) == 2);
        happenings.publish(Happenings.issued(large.get(12), ids.get(12), LARGE, at));
        happenings.publish(Happenings.issued(large.get(13), ids.get(13), LARGE, at));
        await().atMost(Duration.ofSeconds(30)).until(() -> happenings.certificates(false) == 12);
    }

    @Test
    void a_withdrawn_certificate_does_not_count_whichever_is_heard_first() {
        assertThat(ask(Measure.CERTIFICATES, By.PERIOD).total().figures()).contains(shown(12));
    }

    @Test
    void an_officer_sees_the_table_and_the_chart_in_both_languages() {
        for (String language : List.of("zh-CN", "en")) {
            Caller.Answer page = get("/console/statistics?measure=guardians", officer, language);
            assertThat(page.status()).isEqualTo(200);
            Document html = page.page();
            String few = language.equals("en") ? "Fewer than 10 parents" : "不足 10 位家长，不显示";
            assertThat(html.select("tbody tr").eachText().getFirst()).contains("48").contains("24");
            assertThat(html.select("table .jx-withheld").text()).contains(few);
            assertThat(html.select("svg.jx-strips .jx-chart-few")).isNotEmpty();
            assertThat(html.select("td").eachText()).doesNotContain("0");
        }
        assertThat(get("/console/statistics?measure=lessons&by=period", officer, "en").body())
                .contains("jx-chart-line");
        assertThat(get("/console/statistics?by=stage&time=" + term(), officer, "zh-CN").status())
                .isEqualTo(200);
    }

    @Test
    void elsewhere_and_without_a_grant_there_is_a_sentence_and_no_table() {
        Caller.Answer page = get("/console/statistics?division=" + COUNTY, stranger, "zh-CN");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("这里不归您管").doesNotContain("<table");
        assertThat(get("/console/statistics?division=3311", officer, "en").status()).isEqualTo(403);
        String editor = token("an-editor", Role.EDITOR, COUNTY);
        assertThat(get("/console/statistics", editor, "en").body())
                .contains("Your account cannot see the figures of any place yet");
    }

    @Test
    void programs_get_the_same_figures() {
        Caller.Answer answer =
                get(
                        "/api/v1/statistics?division=%s&measure=guardians&from=%s&to=%s"
                                .formatted(COUNTY, weekBefore.from(), lastWeek.to()),
                        officer,
                        "zh-CN");
        JsonNode json = JsonMapper.builder().build().readTree(answer.body());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json.at("/unit").stringValue()).isEqualTo("week");
        assertThat(json.at("/total/figures/1/value").intValue()).isEqualTo(48);
        assertThat(json.at("/rows/0/code").stringValue()).isEqualTo(LARGE);
        assertThat(json.at("/rows/0/figures/0/hidden").stringValue()).isEqualTo("few");
        assertThat(json.at("/rows/0/figures/0/why").stringValue()).isEqualTo("不足 10 位家长，不显示");
        assertThat(json.at("/rows/0/figures/0").has("value")).isFalse();
        assertThat(json.at("/rows/1/figures/1/hidden").stringValue()).isEqualTo("guarded");
    }

    private Caller.Answer get(String path, String token, String language) {
        return Caller.with(port, language, token).get(path);
    }

    private Figures ask(Measure measure, By by) {
        return statistics.figures(new Question(COUNTY, measure, by, List.of(lastWeek)));
    }

    private String term() {
        return lastWeek.term().code();
    }

    private static List<Figure> row(Figures figures, String code) {
        return row(figures, new Figures.About.Of(code));
    }

    private static List<Figure> stage(Figures figures, Stage stage) {
        return row(figures, new Figures.About.In(stage));
    }

    private static List<Figure> row(Figures figures, Figures.About about) {
        return figures.rows().stream()
                .filter(row -> row.about().equals(about))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    private static Figure shown(long value) {
        return new Figure.Shown(value);
    }

    private String token(String login, Role role, String node) {
        StaffId staff =
                people.hire(login, "统计员", "a-long-password", List.of(new Grant(role, node)));
        return people.issueToken(staff, EnumSet.of(Viewer.Scope.STAFF), Duration.ofHours(1))
                .token();
    }
}
