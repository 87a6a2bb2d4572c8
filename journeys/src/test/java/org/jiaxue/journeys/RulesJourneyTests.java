package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Next term's rules: drafted by the form, read in plain words, approved by a second person, in
 * force when their day comes, and read by a parent beside what they brought. In a house of its own,
 * since time passes in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class RulesJourneyTests {

    private static final String COUNTY = RuleSheet.COUNTY;
    private static final String NAME = RuleSheet.NAME;
    private static final String BEGUN = "/console/rules/drafts";
    private static final String WHY_NOT = "第二个条件永远不会成立，请改成周末";
    private static final int MOST_LOOKS = 120;
    private static final int BETWEEN_LOOKS_MS = 2_000;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private House house;
    private Browsers browsers;
    private Visitor writer;
    private RuleSheet sheet;
    private Visitor second;
    private String draft = "";
    private LocalDate first = LocalDate.EPOCH;

    @BeforeAll
    void open() {
        house = House.ofOnesOwn("rules");
        browsers = Browsers.open(house);
        writer = browsers.smallDesk();
        sheet = new RuleSheet(writer);
        second = browsers.smallDesk();
    }

    @AfterAll
    void close() {
        try {
            browsers.close();
        } finally {
            house.close();
        }
    }

    @Test
    @Order(1)
    void an_officer_reads_what_holds_and_what_may_be_changed() {
        writer.signInAs(house.staff("county-officer"));
        writer.go("/console/rules");
        assertThat(writer.main()).containsText("看完一节微课，记 2 分。");
        assertThat(writer.main()).containsText("看完一节微课：可以记 1–3 分。");
        writer.picturesEverywhere("160-rules");
        writer.go("/console/rules/sets/1?place=33");
        writer.picturesEverywhere("161-rules-from-above");
        writer.go(RuleSheet.NEW);
        first = LocalDate.parse(writer.page().locator("#from").inputValue());
        assertThat(first).isAfter(LocalDate.now(HERE));
        writer.picturesEverywhere("162-form");
    }

    @Test
    @Order(2)
    void a_condition_that_cannot_be_read_is_told_at_its_line_and_column_and_all_is_kept() {
        writer.picturesEverywhere(
                "163-condition",
                () -> {
                    sheet.fillNew("3", "event.weekday in [6, 7] &&\ncontent.stag == \"primary\"");
                    writer.send(BEGUN);
                });
        assertThat(sheet.error("rules.0.when")).containsText("第 2 行第 1 列");
        assertThat(sheet.field("changes.0.points")).hasValue("3");
        assertThat(writer.page().locator("[id='name.zh']")).hasValue(NAME);
    }

    @Test
    @Order(3)
    void what_goes_beyond_the_provinces_bounds_is_refused_with_the_bound_named() {
        writer.picturesEverywhere(
                "164-bound",
                () -> {
                    sheet.fillNew("5", "");
                    writer.send(BEGUN);
                });
        assertThat(sheet.error("changes.0.points")).containsText("1–3");
        assertThat(sheet.error("changes.0.points")).containsText("浙江积分规则");
        assertThat(sheet.field("changes.0.points")).hasValue("5");
    }

    @Test
    @Order(4)
    void mended_it_is_read_in_both_languages_and_a_rule_that_never_holds_is_warned_of() {
        sheet.fillNew("3", "event.month > 12");
        writer.send(BEGUN);
        draft = writer.path();
        assertThat(draft).startsWith(BEGUN + "/");
        assertThat(writer.main()).containsText("看完一节微课，改记 3 分，上级是 2 分。");
        assertThat(writer.main()).containsText("A lesson finished: 3 points instead of 2.");
        assertThat(writer.main()).containsText("永远");
        writer.picturesEverywhere("165-preview");
    }

    @Test
    @Order(5)
    void what_is_downloaded_and_uploaded_again_says_the_same() {
        String file = downloaded();
        assertThat(file).contains("rule: lesson-completed", "points: 3", NAME);
        writer.go(draft + "/text");
        writer.picturesEverywhere("166-file");
        upload(file);
        assertThat(writer.path()).isEqualTo(draft);
        assertThat(downloaded()).isEqualTo(file);
        writer.picturesEverywhere(
                "167-file-faults",
                () -> {
                    writer.go(draft + "/text");
                    upload(file.replace("points: 3", "points: three").replace("event.m", "evnt.m"));
                });
        assertThat(writer.main()).containsText("changes[0].points");
        assertThat(writer.main()).containsText("rules[0].when");
    }

    private void upload(String file) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        writer.page()
                .setInputFiles("#file", new FilePayload("rules.yaml", "application/yaml", bytes));
        writer.send(draft + "/text");
    }

    private String downloaded() {
        return writer.page().request().get(house.at(draft + "/rules.yaml")).text();
    }

    @Test
    @Order(6)
    void who_wrote_it_hands_it_in_and_cannot_approve_it() {
        writer.go(draft);
        writer.send(draft + "/preview");
        assertThat(writer.page().locator("form[action$='/approval']")).hasCount(0);
        writer.picturesEverywhere("168-handed-in");
        assertThat(sheet.approveWithoutAButton(draft)).isEqualTo(403);
    }

    @Test
    @Order(7)
    void a_second_officer_finds_it_at_the_front_desk_and_gives_it_back_with_words() {
        second.signInAs(house.staff("city-officer"));
        assertThat(second.main()).containsText("1 份积分规则草稿等您批准");
        second.picturesEverywhere("169-front-desk");
        second.go("/console/rules");
        second.picturesEverywhere("170-waits");
        second.go(draft);
        second.picturesEverywhere("171-to-decide");
        second.page().fill("#note", WHY_NOT);
        second.send(draft + "/refusal");
        assertThat(second.main()).containsText(WHY_NOT);
        second.picturesEverywhere("172-given-back");
    }

    @Test
    @Order(8)
    void who_wrote_it_reads_the_words_mends_it_and_hands_it_in_again() {
        writer.go("/console");
        assertThat(writer.main()).containsText("退回来了");
        writer.picturesEverywhere("173-front-desk-given-back");
        writer.go(draft);
        assertThat(writer.main()).containsText(WHY_NOT);
        writer.picturesEverywhere("174-words-of-the-second");
        writer.go(draft + "/form");
        assertThat(sheet.field("rules.0.when")).hasValue("event.month > 12");
        writer.picturesEverywhere(
                "175-form-mended",
                () -> {
                    writer.go(draft + "/form");
                    sheet.unfold("rules.0.when").fill("");
                    sheet.field("rules.0.if.days").selectOption("weekend");
                });
        writer.send(draft + "/form");
        assertThat(writer.main()).containsText("只在这种情况下：学习那天是周六或周日。");
        assertThat(writer.main()).not().containsText("永远");
        writer.send(draft + "/preview");
    }

    @Test
    @Order(9)
    void the_second_officer_approves_it_and_it_waits_for_its_day() {
        second.go(draft);
        second.send(draft + "/approval");
        assertThat(second.main()).containsText("已批准");
        second.picturesEverywhere("176-approved");
        second.go("/console/rules?place=" + COUNTY);
        assertThat(second.main()).containsText(NAME);
        second.picturesEverywhere("177-coming");
        writer.close();
        second.close();
    }

    @Test
    @Order(10)
    void the_day_comes_and_they_are_in_force() {
        house.daysLater((int) ChronoUnit.DAYS.between(LocalDate.now(HERE), first));
        try (Visitor officer = browsers.smallDesk()) {
            officer.signInAs(house.staff("county-officer"));
            officer.go("/console/rules");
            Locator row = officer.page().locator("tr", having(NAME));
            assertThat(row).containsText("现行");
            assertThat(officer.main()).containsText("看完一节微课，记 3 分。");
            officer.picturesEverywhere("178-in-force");
            officer.go("/console/rules/sets/1?place=" + COUNTY);
            officer.picturesEverywhere("179-set-in-force");
        }
    }

    @Test
    @Order(11)
    void a_parent_earns_by_the_new_rule_and_reads_why() {
        try (Visitor parent = browsers.phone()) {
            House.Account near = house.guardian("near");
            parent.signIn(near.signIn());
            parent.go("/lessons/" + near.lesson());
            Lesson lesson = new Lesson(parent);
            lesson.watch();
            assertThat(lesson.notes()).containsText("3 分");
            parent.pictures("180-earned");
            parent.go("/me/points");
            Locator entry = parent.page().locator(".jx-entry", having("看完《")).first();
            assertThat(entry).containsText("真正看过 80% 以上，记 3 分。");
            assertThat(entry).containsText(NAME);
            parent.pictures("181-reads-why");
            parent.go("/me/points/rules");
            assertThat(parent.main()).containsText(RuleSheet.since(first));
            parent.pictures("181-since-when");
        }
    }

    @Test
    @Order(12)
    void the_province_narrows_its_bounds_and_is_told_whom_that_touches() {
        try (Visitor officer = browsers.smallDesk()) {
            officer.signInAs(house.staff("province-officer"));
            officer.go("/console/rules");
            officer.picturesEverywhere(
                    "183-province-form",
                    () -> {
                        officer.go("/console/rules/form?place=33");
                        new RuleSheet(officer).unfold("rules.0.leeway.points.most").fill("2");
                    });
            officer.send(BEGUN);
            assertThat(officer.main()).containsText("看完一节微课：可以记 1–2 分。");
            assertThat(officer.main()).containsText("下级《" + NAME + "》会被拉回");
            officer.picturesEverywhere("184-province-preview");
        }
    }

    @Test
    @Order(13)
    void the_check_of_the_ledger_finds_that_everything_adds_up() {
        try (Visitor officer = browsers.smallDesk()) {
            officer.signInAs(house.staff("province-officer"));
            officer.go("/console/rules");
            officer.press(officer.page().locator("a[href='/console/ledger']"));
            Locator outcome = officer.page().locator(".jx-message");
            for (int look = 0; outcome.count() == 0 && look < MOST_LOOKS; look++) {
                officer.page().waitForTimeout(BETWEEN_LOOKS_MS);
                officer.page().reload();
            }
            assertThat(outcome).containsText("全部相符");
            officer.picturesEverywhere("185-ledger");
        }
    }

    @Test
    @Order(14)
    void every_page_holds_on_the_narrowest_phone_with_everything_unfolded() {
        RuleSheet.assertSound(browsers, draft);
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
