package org.jiaxue.points.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaxue.points.desk.DeskHouse.drafted;
import static org.jiaxue.points.desk.DeskHouse.file;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.Points;
import org.jiaxue.points.desk.DeskHouse.Worker;
import org.jiaxue.points.draft.Draft;
import org.jiaxue.points.draft.Drafts;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomTest
class RuleDeskTests {

    private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Rules rules;
    @Autowired Drafts drafts;
    @Autowired Points points;
    @Autowired Audit audit;
    @Autowired Times times;

    private DeskHouse house;

    @BeforeEach
    void open() {
        house = new DeskHouse(people, port);
    }

    private Worker officer(String division) {
        return house.hire(new Grant(Role.COUNTY_OFFICER, division));
    }

    private Draft draft(String path) {
        UUID id = Ids.parse(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        return drafts.find(id).orElseThrow();
    }

    /** What the blank form sends, with three points for a lesson from today on. */
    private Map<String, String> filled(Worker worker) {
        Caller.Answer blank = worker.page().get("/console/rules/form?place=331102");
        assertThat(blank.words()).contains("from 1 to 3 are allowed", "content.stage");
        Map<String, String> form = new HashMap<>();
        blank.page()
                .select("input[type=hidden][name]")
                .forEach(it -> form.put(it.attr("name"), it.attr("value")));
        String lesson = blank.page().select("input[value=lesson-completed]").attr("name");
        form.put(lesson.replace(".rule", ".points"), "3");
        form.put("name.zh", "莲都区试点规则");
        form.put("name.en", "Pilot of Liandu");
        form.put("from", times.today().toString());
        return form;
    }

    @Test
    void a_change_of_what_is_left_to_those_below_alone_is_told_with_what_was_before() {
        Worker officer = officer("331122");
        String path =
                drafted(
                        officer,
                        "331122",
                        times.today(),
                        """
                        changes:
                          - { rule: lesson-completed, leeway: { points: [2, 3] } }
                        """);

        Caller.Answer page = officer.page().get(path);
        assertThat(page.page().select("section[aria-labelledby=changed]").text())
                .contains("levels below may give for", "2–3 now, 1–3 before")
                .doesNotContain("as before");
    }

    @Test
    void an_officer_drafts_by_the_form_and_another_puts_it_in_force() {
        Worker first = officer("331102");
        Worker second = officer("331102");
        Map<String, String> form = filled(first);
        Caller.Answer saved = first.page().post("/console/rules/drafts", form);
        assertThat(saved.status()).as(saved.words()).isEqualTo(303);
        String path = saved.location();
        assertThat(first.page().get(path).words())
                .contains(
                        "A lesson finished: 3 points instead of 2.",
                        "看完一节微课，改记 3 分，上级是 2 分。",
                        "A lesson finished: 3 instead of 2 points.",
                        "It concerns the parents in");
        Map<String, String> edition = DeskHouse.edition(1);
        assertThat(second.page().post(path + "/approval", edition).status()).isEqualTo(409);
        assertThat(first.page().post(path + "/preview", edition).status()).isEqualTo(303);
        Map<String, String> ticks = DeskHouse.ticked(second.page().get(path));
        Caller.Answer alone = first.page().post(path + "/approval", ticks);
        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.words()).contains("a second person has to approve it");
        Caller.Answer unticked = second.page().post(path + "/approval", edition);
        assertThat(unticked.status()).isEqualTo(422);
        assertThat(unticked.words()).contains("only made up for by a recalculation");
        assertThat(second.page().post(path + "/approval", ticks).status()).isEqualTo(303);
        assertInForce(second, path);
    }

    private void assertInForce(Worker officer, String path) {
        Rule rule =
                rules.inForce("331102001", null, times.today())
                        .always(EventKind.LESSON_COMPLETED)
                        .orElseThrow();
        assertThat(rule.points()).isEqualTo(3);
        assertThat(officer.page().get(path).words()).contains("Approved as version 1.");
        assertThat(officer.page().get("/console/rules?place=331102").words())
                .contains("Pilot of Liandu", "In force");
        assertThat(audit.at("331102", NEWEST, 9).stream().map(Audit.Line::deed))
                .containsExactly("rules.approved", "rules.previewed", "rules.drafted");
        assertThat(officer.page().get("/console/audit?node=331102").words())
                .contains("Points rules approved");
        assertThat(points.changes("331102", null, times.today()))
                .singleElement()
                .satisfies(it -> assertThat(it.what().getFirst().zh()).contains("由 2 分改为 3 分"));
    }

    @Test
    void a_bound_from_above_is_named_at_the_field_and_before_an_approval() {
        Worker officer = officer("331121");
        Map<String, String> form =
                Map.of(
                        "place", "331121",
                        "name.zh", "规则",
                        "name.en", "Rules",
                        "from", "2099-02-01",
                        "changes.0.rule", "lesson-completed",
                        "changes.0.points", "9",
                        "caps.day", "soon");
        Caller.Answer refused = officer.page().post("/console/rules/drafts", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[id=\'caps.day-error\']").text())
                .contains("must be a whole number");
        Map<String, String> mended = new HashMap<>(form);
        mended.put("caps.day", "12");
        refused = officer.page().post("/console/rules/drafts", mended);
        assertThat(refused.page().select("[id=\'changes.0.points-error\']").text())
                .contains("allows 1–3, this is 9");

        String path =
                drafted(
                        officer,
                        "331121",
                        LocalDate.of(2099, 2, 1),
                        "changes: [ { rule: lesson-completed, points: 9 } ]");
        officer.page().post(path + "/preview", DeskHouse.edition(1));
        Worker second = officer("331121");
        assertThat(second.page().get(path).words()).contains("allows 1–3, this is 9");
        assertThat(second.page().post(path + "/approval", DeskHouse.edition(1)).status())
                .isEqualTo(422);
        assertThat(draft(path).state()).isEqualTo(Draft.State.OPEN);
    }

    @Test
    void a_condition_that_cannot_be_read_is_told_with_line_and_column() {
        Worker officer = officer("331121");
        Caller.Answer form =
                officer.page()
                        .post(
                                "/console/rules/drafts",
                                Map.of(
                                        "place", "331121",
                                        "name.zh", "规则",
                                        "name.en", "Rules",
                                        "from", "2099-02-01",
                                        "rules.0.kind", "lesson-completed",
                                        "rules.0.points", "3",
                                        "rules.0.when",
                                                "content.minutes >= 5 &&\ncontent.stag == 'x'"));
        assertThat(form.status()).isEqualTo(422);
        assertThat(form.page().select("[id=\'rules.0.when-error\']").text())
                .startsWith("Line 2, column ");

        Caller.Answer text =
                DeskHouse.bring(
                        officer,
                        "331121",
                        file(
                                "331121",
                                LocalDate.of(2099, 2, 1),
                                "changes:\n  - rule: lesson-completed\n    when: nope == 1\n"
                                        + "caps: { day: x }"));
        assertThat(text.status()).isEqualTo(422);
        assertThat(text.words())
                .contains("2 things have", "7 changes[0].when column 1", "8 caps.day");
    }

    @Test
    void a_rule_that_could_never_fire_is_warned_of_and_ticked() {
        Worker first = officer("331121");
        Worker second = officer("331121");
        String path =
                drafted(
                        first,
                        "331121",
                        LocalDate.of(2098, 9, 1),
                        "changes: [ { rule: lesson-completed, when: 'event.month > 12' } ]");
        first.page().post(path + "/preview", DeskHouse.edition(1));

        Caller.Answer page = second.page().get(path);
        assertThat(page.words()).contains("this condition can never hold");
        assertThat(second.page().post(path + "/approval", DeskHouse.edition(1)).status())
                .isEqualTo(422);
        assertThat(second.page().post(path + "/approval", DeskHouse.ticked(page)).status())
                .isEqualTo(303);
        assertThat(draft(path).state()).isEqualTo(Draft.State.APPROVED);
    }
}
