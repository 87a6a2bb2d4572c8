package org.jiaxue.statistics.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.schools.ParentSchoolClosed;
import org.jiaxue.schools.ParentSchoolOpened;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.statistics.By;
import org.jiaxue.statistics.Figures;
import org.jiaxue.statistics.Figures.Figure.Part;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Question;
import org.jiaxue.statistics.Statistics;
import org.jiaxue.statistics.closing.Closings;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The province's own figures at the end of 2020, and what happens to them in the weeks after. */
@RoomTest
@TestPropertySource(properties = "jiaxue.test-house=supply-of-schools")
@Import({ToldClock.InTheHouse.class, AllSchools.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchoolsTests {

    private static final String PROVINCE = "33";
    private static final LocalDate OPENED = LocalDate.of(2020, 12, 29);
    private static final Period WEEK = Period.weekOf(OPENED);
    private static final Period NEXT = Period.weekOf(OPENED.plusWeeks(1));
    private static final Period LATER = Period.weekOf(OPENED.plusWeeks(2));
    private static final Period LAST = Period.weekOf(OPENED.plusWeeks(3));

    @Autowired private Statistics statistics;
    @Autowired private Closings closings;
    @Autowired private People people;
    @Autowired private ToldClock clock;
    @Autowired private AllSchools schools;
    @LocalServerPort private int port;

    private String token = "";

    @BeforeAll
    void a_province_opens_parent_schools() {
        day(OPENED);
        schools.list(PROVINCE, 6_133, LocalDate.of(2020, 1, 1));
        schools.open(0, 282, PlatformKind.PROVINCIAL, OPENED);
        schools.open(282, 192, PlatformKind.LOCAL, OPENED);
        schools.open(474, 367, PlatformKind.OWN, OPENED);
        schools.open(841, 79, PlatformKind.OTHER, OPENED);
        schools.open(0, 20, PlatformKind.PROVINCIAL, OPENED);
        schools.followed();
        end(WEEK);
        schools.publish(schools.opened(920, PlatformKind.OWN, OPENED));
        schools.publish(schools.opened(0, PlatformKind.OWN, NEXT.from()));
        schools.publish(schools.opened(1, PlatformKind.OWN, LATER.from()));
        Object closed = new ParentSchoolClosed(schoolTwo().organisation(), county(), NEXT.to());
        schools.publish(closed);
        schools.followed();
        end(NEXT);
        end(LATER);
        schools.end(3, LAST.from());
        end(LAST);
        StaffId staff =
                people.hire(
                        "province-of-schools",
                        "统计员",
                        "a-long-password",
                        List.of(new Grant(Role.PROVINCE_OFFICER, PROVINCE)));
        token =
                people.issueToken(staff, EnumSet.of(Viewer.Scope.STAFF), Duration.ofHours(1))
                        .token();
    }

    private ParentSchoolOpened schoolTwo() {
        return schools.opened(2, PlatformKind.PROVINCIAL, OPENED);
    }

    private String county() {
        return schoolTwo().county();
    }

    @Test
    void the_sources_shares_come_out() {
        Figures whole = ask(PROVINCE, By.PLATFORM, null, WEEK);

        assertThat(whole.total().figures()).containsExactly(new Part(920, 6_133));
        assertThat(percent(whole.total())).isEqualByComparingTo("15.0");
        assertThat(whole.rows())
                .extracting(row -> row.figures().getFirst())
                .containsExactly(
                        new Part(282, 920),
                        new Part(192, 920),
                        new Part(367, 920),
                        new Part(79, 920));
        assertThat(whole.rows())
                .extracting(SchoolsTests::percent)
                .containsExactly(
                        new BigDecimal("30.7"),
                        new BigDecimal("20.9"),
                        new BigDecimal("39.9"),
                        new BigDecimal("8.6"));
    }

    @Test
    void programs_read_the_same_shares() {
        JsonNode json =
                JsonMapper.builder()
                        .build()
                        .readTree(
                                officer("zh-CN")
                                        .get(
                                                "/api/v1/statistics?division=33&measure=schools"
                                                        + "&by=platform&from="
                                                        + WEEK.from()
                                                        + "&to="
                                                        + WEEK.to())
                                        .body());

        assertThat(json.at("/total/figures/0/value").intValue()).isEqualTo(920);
        assertThat(json.at("/total/figures/0/of").intValue()).isEqualTo(6_133);
        assertThat(json.at("/total/figures/0/share").decimalValue()).isEqualByComparingTo("15.0");
        assertThat(json.at("/rows/0/code").stringValue()).isEqualTo("provincial");
        assertThat(json.at("/rows/0/name").stringValue()).isEqualTo("省级平台");
        assertThat(json.at("/rows/3/figures/0/share").decimalValue()).isEqualByComparingTo("8.6");
    }

    @Test
    void cities_and_counties_add_up_to_what_is_above_them() {
        Figures province = ask(PROVINCE, By.DIVISION, null, WEEK);
        assertThat(province.rows()).hasSize(11);
        assertThat(added(province.rows())).isEqualTo(new Part(920, 6_133));
        Figures city = ask("3301", By.DIVISION, null, WEEK);
        assertThat(added(city.rows())).isEqualTo(city.total().figures().getFirst());
        assertThat(ask(county(), By.DIVISION, null, WEEK).rows()).isEmpty();
        Figures own = ask(PROVINCE, By.DIVISION, PlatformKind.OWN, WEEK);
        assertThat(added(own.rows())).isEqualTo(new Part(367, 920));
    }

    @Test
    void what_is_told_late_changes_no_week_that_was_closed_and_counts_from_the_next() {
        Figures weeks = ask(PROVINCE, By.PLATFORM, null, WEEK, NEXT, LATER);

        assertThat(weeks.total().figures())
                .as("one more told late, one closed on the last day of the week after")
                .containsExactly(new Part(920, 6_133), new Part(920, 6_133), new Part(920, 6_133));
        assertThat(weeks.rows().getFirst().figures())
                .containsExactly(new Part(282, 920), new Part(280, 920), new Part(279, 920));
        assertThat(weeks.rows().get(2).figures())
                .containsExactly(new Part(367, 920), new Part(369, 920), new Part(370, 920));
    }

    @Test
    void a_school_that_its_list_closes_leaves_those_with_a_parent_school_on_the_same_day() {
        Figures weeks = ask(PROVINCE, By.PLATFORM, null, LATER, LAST);

        assertThat(weeks.total().figures())
                .containsExactly(new Part(920, 6_133), new Part(919, 6_132));
        assertThat(weeks.rows().getFirst().figures())
                .containsExactly(new Part(279, 920), new Part(278, 919));
    }

    @Test
    void a_month_is_as_of_its_end() {
        Figures month = ask(PROVINCE, By.PERIOD, PlatformKind.PROVINCIAL, Period.of(WEEK.month()));

        assertThat(month.total().figures()).containsExactly(new Part(282, 920));
    }

    @Test
    void without_a_list_of_schools_there_is_a_number_and_no_share() {
        assertThat(new Part(5, 0).percent()).isEmpty();
        assertThat(new Part(5, 3).percent()).isEmpty();
        assertThat(new Part(0, 3).percent()).contains(new BigDecimal("0.0"));
        assertThat(new Part(1, 2_000).percent()).contains(new BigDecimal("0.1"));
        assertThat(new Part(1, 2_001).percent()).contains(new BigDecimal("0.0"));
    }

    @Test
    void the_page_shows_shares_in_words_bars_and_lines_with_the_goal() {
        day(LATER.closes());
        for (String language : List.of("zh-CN", "en")) {
            Document parts = officer(language).get("/console/statistics?measure=schools").page();
            assertThat(parts.select("tr.jx-table-total td").text()).contains("15.0%", "6,133");
            assertThat(parts.select(".jx-bars-row")).hasSize(12);
            assertThat(parts.select(".jx-bars .jx-chart-goal")).hasSize(12);
            Document kinds =
                    officer(language).get("/console/statistics?measure=schools&by=platform").page();
            assertThat(kinds.select("rect.jx-bar-4")).hasSize(1);
            assertThat(kinds.select("svg.jx-chart .jx-chart-line")).hasSize(4);
            assertThat(kinds.select(".jx-chart-goal")).isEmpty();
            Document whole =
                    officer(language).get("/console/statistics?measure=schools&by=period").page();
            assertThat(whole.select("svg.jx-chart .jx-chart-goal")).hasSize(1);
            Document one =
                    officer(language)
                            .get("/console/statistics?measure=schools&platform=own")
                            .page();
            assertThat(one.select("tr.jx-table-total td").text()).contains("39.9%");
        }
    }

    @Test
    void what_schools_do_not_have_is_refused_with_a_sentence() {
        refused("division=330102001&measure=schools", "statistics.problem.schools-too-fine");
        refused("division=33&measure=schools&by=stage", "statistics.problem.no-stage");
        refused("division=33&measure=lessons&by=platform", "statistics.problem.no-platform");
        refused("division=33&measure=lessons&platform=own", "statistics.problem.no-platform");
        refused(
                "division=33&measure=schools&by=platform&platform=own",
                "statistics.problem.platform-twice");
        refused("division=33&measure=schools&platform=any", "statistics.problem.platform");
    }

    private void refused(String query, String code) {
        assertThat(officer("en").get("/api/v1/statistics?" + query).body())
                .contains("\"code\":\"" + code + "\"");
    }

    private Caller officer(String language) {
        return Caller.with(port, language, token);
    }

    private Figures ask(
            String division, By by, @Nullable PlatformKind platform, Period... periods) {
        return statistics.figures(
                new Question(division, Measure.SCHOOLS, by, List.of(periods), platform));
    }

    private static Part added(List<Figures.Row> rows) {
        long value = 0;
        long of = 0;
        for (Figures.Row row : rows) {
            Part part = (Part) row.figures().getFirst();
            value += part.value();
            of += part.of();
        }
        return new Part(value, of);
    }

    private static BigDecimal percent(Figures.Row row) {
        return ((Part) row.figures().getFirst()).percent().orElseThrow();
    }

    private void end(Period week) {
        day(week.closes());
        assertThat(closings.closeDue()).isEqualTo(1);
    }

    private void day(LocalDate day) {
        clock.set(day.atStartOfDay(clock.zone()).toInstant());
    }
}
