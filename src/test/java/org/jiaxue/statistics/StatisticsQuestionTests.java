package org.jiaxue.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.statistics.closing.Closings;
import org.jiaxue.statistics.fact.Fact;
import org.jiaxue.statistics.fact.FactStore;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
@TestPropertySource(properties = "jiaxue.test-house=questions-of-figures")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsQuestionTests {

    private static final String COUNTY = "331122";
    private static final String LARGE = "331122001";

    @Autowired private People people;
    @Autowired private FactStore facts;
    @Autowired private Closings closings;
    @LocalServerPort private int port;

    private String officer = "";

    @BeforeAll
    void hire() {
        officer = token("questions-of-figures", Role.COUNTY_OFFICER, COUNTY);
        facts.keep(
                List.of(
                        new Fact(
                                new GuardianId(Ids.next()),
                                "the first",
                                Measure.CREDENTIAL,
                                LocalDate.of(2025, 9, 3),
                                LARGE,
                                null)));
        closings.closeDue();
    }

    @Test
    void every_question_without_an_answer_is_refused_with_its_reason() {
        refused("division=999999&measure=lessons", 422, "statistics.problem.division");
        refused("measure=lessons", 400, "statistics.problem.division-code");
        refused("division=here&measure=lessons", 400, "statistics.problem.division-code");
        refused("division=331121&measure=lessons", 403, "web.problem.outside");
        refused(COUNTY, "measure=hours", "statistics.problem.measure");
        refused(COUNTY, "measure=lessons&by=school", "statistics.problem.by");
        refused(COUNTY, "measure=lessons&from=2026-03-02", "statistics.problem.half-open");
        refused(
                COUNTY,
                "measure=lessons&from=2026-03-03&to=2026-03-08",
                "statistics.problem.not-whole");
        refused(
                COUNTY,
                "measure=lessons&from=2026-03-08&to=2026-03-02",
                "statistics.problem.backwards");
        refused(
                COUNTY,
                "measure=lessons&from=2023-01-02&to=2026-03-01",
                "statistics.problem.too-long");
        refused(COUNTY, "measure=lessons&from=soon&to=2026-03-01", "statistics.problem.day");
        refused(
                COUNTY,
                "measure=lessons&from=%2B999999999-12-31&to=2026-03-01",
                "statistics.problem.far");
        refused(
                COUNTY,
                "measure=lessons&from=2026-03-02&to=2026-03-08&unit=day",
                "statistics.problem.unit");
        refused(COUNTY, "measure=certificates&by=stage", "statistics.problem.no-stage");
        refused(LARGE, "measure=lessons&by=stage", "statistics.problem.stage-too-fine");
        Caller visitor = Caller.visitor(port, "en");
        assertThat(visitor.get("/api/v1/statistics?division=" + COUNTY).status()).isEqualTo(401);
    }

    @Test
    void every_field_and_parameter_that_programs_meet_is_described() {
        JsonNode document = JsonMapper.builder().build().readTree(ask("/v3/api-docs").body());
        for (String name :
                List.of(
                        "Figures",
                        "FiguresPeriod",
                        "FiguresAwaited",
                        "FiguresRow",
                        "FiguresValue")) {
            JsonNode fields = document.at("/components/schemas/" + name + "/properties");
            assertThat(fields).as(name).isNotEmpty();
            fields.forEachEntry((field, said) ->
                    assertThat(said.has("description")).as(name + " " + field).isTrue());
        }
        JsonNode parameters = document.at("/paths/~1api~1v1~1statistics/get/parameters");
        assertThat(parameters).hasSize(7);
        parameters.forEach(one ->
                assertThat(one.at("/description").asString()).as(one.toString()).isNotBlank());
    }

    @Test
    void months_and_terms_are_named_by_their_calendar_days() {
        assertThat(periods("2025-09-01", "2026-01-31", "")).containsExactly("Autumn term 2025");
        assertThat(periods("2025-09-01", "2025-10-31", "")).containsExactly("Sep", "Oct");
        assertThat(periods("2025-09-01", "2025-11-30", "")).hasSize(13);
        assertThat(periods("2025-09-01", "2025-11-30", "&unit=month")).hasSize(3);
    }

    @Test
    void what_ended_before_anything_was_counted_has_no_column() {
        String early =
                "/api/v1/statistics?division=%s&measure=lessons&by=period&from=%s&to=%s"
                        .formatted(COUNTY, "2025-08-18", "2025-09-07");
        JsonNode json = JsonMapper.builder().build().readTree(ask(early).body());

        assertThat(json.at("/periods")).hasSize(1);
        assertThat(json.at("/before")).hasSize(2);
    }

    private List<String> periods(String from, String to, String more) {
        String path =
                "/api/v1/statistics?division=%s&measure=lessons&by=period&from=%s&to=%s%s"
                        .formatted(COUNTY, from, to, more);
        JsonNode json = JsonMapper.builder().build().readTree(ask(path).body());
        List<String> names = new ArrayList<>();
        json.at("/periods").forEach(period -> names.add(period.at("/name").stringValue()));
        return names;
    }

    private void refused(String division, String query, String code) {
        List<String> unreadable = List.of("measure", "by", "unit", "day", "half-open", "far");
        boolean reads = unreadable.stream().noneMatch(one -> code.endsWith(".problem." + one));
        refused("division=" + division + "&" + query, reads ? 422 : 400, code);
    }

    private void refused(String query, int status, String code) {
        Caller.Answer answer = ask("/api/v1/statistics?" + query);
        assertThat(answer.status()).as(query).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("\"rows\"");
    }

    private Caller.Answer ask(String path) {
        return Caller.with(port, "en", officer).get(path);
    }

    private String token(String login, Role role, String node) {
        StaffId staff =
                people.hire(login, "统计员", "a-long-password", List.of(new Grant(role, node)));
        return people.issueToken(staff, EnumSet.of(Viewer.Scope.STAFF), Duration.ofHours(1))
                .token();
    }
}
