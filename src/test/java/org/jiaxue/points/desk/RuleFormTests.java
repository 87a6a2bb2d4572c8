package org.jiaxue.points.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.points.RuleDesk;
import org.jiaxue.points.desk.DeskHouse.Worker;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomTest
class RuleFormTests {

    private static final String COUNTY = "331123";
    private static final String BEGUN = "/console/rules/drafts";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired RuleDesk desk;

    private DeskHouse house;

    @BeforeEach
    void open() {
        house = new DeskHouse(people, port);
    }

    private Worker officer() {
        return house.hire(new Grant(Role.COUNTY_OFFICER, COUNTY));
    }

    /** A form with one rule of its own, and more or other fields. */
    private static Map<String, String> form(Map<String, String> more) {
        Map<String, String> form = new HashMap<>();
        form.put("place", COUNTY);
        form.put("name.zh", "遂昌规则");
        form.put("name.en", "Rules of Suichang");
        form.put("from", "2099-02-01");
        form.put("rules.0.kind", "note-written");
        form.put("rules.0.points", "4");
        form.putAll(more);
        return form;
    }

    private static String file(Worker officer, Map<String, String> form) {
        Caller.Answer saved = officer.page().post(BEGUN, form(form));
        assertThat(saved.status()).as(saved.words()).isEqualTo(303);
        return officer.page().get(saved.location() + "/rules.yaml").body();
    }

    @Test
    void what_is_left_to_those_below_is_written_by_the_form_and_read_again() {
        Worker officer = officer();
        Map<String, String> fields =
                Map.of(
                        "rules.0.leeway.points.least", "2",
                        "rules.0.leeway.points.most", "4",
                        "rules.0.leeway.month.least", "8",
                        "rules.0.leeway.month.most", "20",
                        "leeway.day.least", "10",
                        "leeway.day.most", "12",
                        "leeway.added.least", "1",
                        "leeway.added.most", "2",
                        "leeway.added.count", "3");
        Caller.Answer saved = officer.page().post(BEGUN, form(fields));
        assertThat(saved.status()).as(saved.words()).isEqualTo(303);
        assertThat(officer.page().get(saved.location()).words())
                .contains(
                        "A practice note from home: 2–4 points.",
                        "A practice note from home, the cap: 8–20 a month.",
                        "The cap on all kinds: 10–12 a day.",
                        "At most 3 rules may be added, of 1–2 points each.");
        Caller.Answer again = officer.page().get(saved.location() + "/form");
        fields.forEach((name, value) ->
                assertThat(again.page().select("[id='" + name + "']").val())
                        .as(name)
                        .isEqualTo(value));
    }

    @Test
    void a_rule_can_be_closed_to_those_below() {
        assertThat(file(officer(), Map.of("rules.0.leeway.fixed", "true"))).contains("fixed: true");
    }

    @Test
    void a_span_that_is_half_or_the_wrong_way_round_is_told_at_its_end() {
        Worker officer = officer();
        Caller.Answer refused =
                officer.page()
                        .post(
                                BEGUN,
                                form(
                                        Map.of(
                                                "rules.0.leeway.points.least", "3",
                                                "rules.0.leeway.points.most", "1",
                                                "leeway.week.least", "30")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".jx-field-error").eachAttr("id"))
                .contains("rules.0.leeway.points.most-error", "leeway.week.most-error");
        assertThat(refused.page().select("[id='rules.0.leeway.points.least']").val())
                .isEqualTo("3");

        refused = officer.page().post(BEGUN, form(Map.of("leeway.added.count", "2")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".jx-field-error").eachAttr("id"))
                .containsExactly("leeway.added.least-error");
    }

    @Test
    void leeway_beyond_what_was_given_is_told_at_its_field() {
        Caller.Answer refused =
                officer()
                        .page()
                        .post(
                                BEGUN,
                                form(Map.of("leeway.day.least", "10", "leeway.day.most", "90")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[id='leeway.day.most-error']").text())
                .contains("allows 10–20, this would allow 10–90");
    }

    @Test
    void sources_and_sentences_are_written_by_the_form_and_read_again() {
        Worker officer = officer();
        Map<String, String> fields =
                Map.of(
                        "sources.0.mark", "†",
                        "sources.0.zh", "县教育局 2098 年第 3 号文",
                        "sources.0.en", "The county's paper 3 of 2098",
                        "sentences.day.cut.zh", "今天快记满了，这次记 {points} 分。",
                        "sentences.day.cut.en", "The day is nearly full: {points} this time.");
        Caller.Answer saved = officer.page().post(BEGUN, form(fields));
        assertThat(saved.status()).as(saved.words()).isEqualTo(303);
        assertThat(officer.page().get(saved.location() + "/rules.yaml").body())
                .contains("sources:", "第 3 号文", "今天快记满了", "当天已记满 {cap} 分");

        Caller.Answer again = officer.page().get(saved.location() + "/form");
        fields.forEach(
                (name, value) -> assertThat(filledIn(again, name)).as(name).isEqualTo(value));
        assertThat(again.page().select("[id='sources.1.zh']").val()).isEmpty();

        Map<String, String> without = form(Map.of("sources.0.mark", "†", "edition", "1"));
        officer.page().post(saved.location() + "/form", without);
        assertThat(officer.page().get(saved.location() + "/rules.yaml").body())
                .doesNotContain("sources:", "sentences:");
    }

    private static String filledIn(Caller.Answer answer, String name) {
        String field = "[id='" + name + "']";
        Elements chosen = answer.page().select(field + " option[selected]");
        return chosen.isEmpty() ? answer.page().select(field).val() : chosen.val();
    }

    @Test
    void sources_and_sentences_that_are_half_or_too_long_are_told_at_their_fields() {
        Caller.Answer refused =
                refused(
                        Map.of(
                                "sources.0.mark", "†",
                                "sources.1.mark", "‡",
                                "sources.1.zh", "只有中文",
                                "sources.2.mark", "†",
                                "sources.2.zh", "长".repeat(501),
                                "sources.2.en", "long",
                                "sentences.week.none.zh", "满了"));
        assertThat(refused.page().select(".jx-field-error").eachAttr("id"))
                .contains(
                        "sources.1.en-error", "sources.2.zh-error", "sentences.week.none.en-error");
    }

    @Test
    void what_goes_beyond_a_bound_is_told_beside_the_new_rule_that_does() {
        Caller.Answer second =
                refused(
                        Map.of(
                                "rules.1.kind", "lesson-completed",
                                "rules.1.points", "5",
                                "rules.2.kind", "course-completed",
                                "rules.2.points", "4"));
        assertThat(second.page().select(".jx-field-error").eachAttr("id"))
                .containsExactly("rules.1.points-error");

        Caller.Answer first =
                refused(
                        Map.of(
                                "rules.0.kind", "lesson-completed",
                                "rules.0.points", "5",
                                "rules.1.kind", "lesson-completed",
                                "rules.1.points", "3"));
        assertThat(first.page().select(".jx-field-error").eachAttr("id"))
                .containsExactly("rules.0.points-error");
        assertThat(first.page().select("[id='rules.0.points-error']").text()).contains("1–3");
    }

    private Caller.Answer refused(Map<String, String> more) {
        Caller.Answer refused = officer().page().post(BEGUN, form(more));
        assertThat(refused.status()).as(refused.words()).isEqualTo(422);
        return refused;
    }

    @Test
    void conditions_that_are_chosen_hold_together_with_one_that_is_written() {
        Map<String, String> chosen =
                Map.of(
                        "rules.0.if.days", "weekend",
                        "rules.0.if.guardian", "primary",
                        "rules.0.when", "event.month == 9 || event.month == 10");
        assertThat(file(officer(), chosen))
                .contains("guardian.stage == \"primary\" && event.weekday in [6, 7] && (event.mon");
    }

    @Test
    void a_draft_that_was_handed_in_waits_for_others_and_one_given_back_for_its_writer() {
        Worker first = officer();
        Worker second = officer();
        Worker elsewhere = house.hire(new Grant(Role.COUNTY_OFFICER, "331181"));
        int before = desk.waitingFor(second.viewer()).toDecide();
        String path = first.page().post(BEGUN, form(Map.of())).location();
        assertThat(desk.waitingFor(second.viewer()).toDecide()).isEqualTo(before);

        first.page().post(path + "/preview", DeskHouse.edition(1));
        assertThat(desk.waitingFor(second.viewer()).toDecide()).isEqualTo(before + 1);
        assertThat(desk.waitingFor(second.viewer()).oldest()).isNotNull();
        assertThat(desk.waitingFor(first.viewer()).toDecide()).isEqualTo(before);
        assertThat(desk.waitingFor(elsewhere.viewer()).toDecide()).isZero();
        assertThat(second.page().get("/console").words())
                .contains("of points rules await", "your decision");

        Map<String, String> refusal = new HashMap<>(DeskHouse.edition(1));
        refusal.put("note", "Please say from when.");
        second.page().post(path + "/refusal", refusal);
        assertThat(desk.waitingFor(second.viewer()).toDecide()).isEqualTo(before);
        assertThat(desk.waitingFor(first.viewer()).givenBack()).isEqualTo(1);
        assertThat(first.page().get("/console").words()).contains("was given back");
    }
}
