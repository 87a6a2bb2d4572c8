package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rules of a county are put in force from a day that has passed; an officer has what was learned
 * since then recalculated, cancels once, goes on, and reads what came of it.
 */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecalculationJourneyTests {

    private static final String COUNTY = "330105";
    private static final String PATH = "/console/points/recalculate";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final int A_MINUTE = 60_000;

    private final Visitor city;
    private final Visitor province;
    private final Visitor phone;

    RecalculationJourneyTests(Browsers browsers) {
        this.city = browsers.desk();
        this.province = browsers.desk();
        this.phone = browsers.phone();
    }

    @AfterAll
    void nothing_was_complained_of() {
        city.close();
        province.close();
        phone.close();
    }

    @Test
    @Order(1)
    void two_officers_put_rules_in_force_from_a_day_that_has_passed() {
        city.signInAs(city.house().staff("city-officer"));
        province.signInAs(province.house().staff("province-officer"));
        city.go("/console/rules/text?place=" + COUNTY);
        city.page()
                .fill(
                        "#text",
                        """
                        division: "%s"
                        from: %s
                        name: { zh: 看一节记三分, en: Three points for a lesson }
                        changes: [ { rule: lesson-completed, points: 3 } ]
                        """
                                .formatted(COUNTY, TODAY.minusDays(100)));
        city.send("/console/rules/text");
        String draft = city.path();
        city.send(draft + "/preview");
        province.go(draft);
        for (Locator tick : province.page().locator("form[action$='/approval'] .jx-tick").all()) {
            tick.click();
        }
        province.send(draft + "/approval");
        assertThat(province.main()).containsText("已批准，是第 1 版");
    }

    @Test
    @Order(2)
    void an_officer_chooses_and_is_told_what_cannot_be() {
        city.go(PATH);
        city.pictures("180-recalculate");
        city.go(PATH + "?place=" + COUNTY);
        city.page().locator("#set").selectOption(COUNTY + "@1");
        city.page().fill("#to", TODAY.plusDays(30).toString());
        city.press(city.page().locator("form[action$='/confirmation'] button"));
        assertThat(city.page().locator("#to-error")).containsText("还没到");
        city.pictures("181-refused");
        city.page().fill("#to", TODAY.toString());
        city.press(city.page().locator("form[action$='/confirmation'] button"));
        assertThat(city.main()).containsText("谁的总分都不会变少");
        city.pictures("182-what-will-happen");
    }

    @Test
    @Order(3)
    void a_run_is_begun_watched_and_cancelled() {
        city.send(PATH + "/runs");
        assertThat(city.main()).containsText("看过");
        city.picture("183-under-way");
        province.go(PATH);
        province.picture("184-another-is-under-way");
        Locator cancel = city.page().locator("#cancel");
        if (cancel.isVisible()) {
            city.press(cancel);
            assertThat(city.main()).containsText("已经补记的积分留着");
            city.pictures("185-cancelled");
            city.press(city.page().locator("main a[href*='/confirmation?']"));
            city.send(PATH + "/runs");
        }
    }

    @Test
    @Order(4)
    void it_is_taken_up_by_itself_and_says_what_came_of_it() {
        assertThat(city.main())
                .containsText(
                        "全部算完", new LocatorAssertions.ContainsTextOptions().setTimeout(A_MINUTE));
        assertThat(city.main()).containsText("总分增加了");
        city.pictures("186-done");
        String run = city.path();
        city.go(PATH);
        assertThat(city.page().locator("a[href='" + run + "']")).isVisible();
        city.pictures("187-runs");
        phone.signInAs(phone.house().staff("city-officer"));
        phone.go(PATH);
        phone.pictures("188-recalculate-on-a-phone");
        phone.go(run);
        phone.pictures("189-done-on-a-phone");
        assertThat(phone.overflow()).isZero();
        phone.go(PATH + "/confirmation?place=" + COUNTY + "&set=" + COUNTY + "@1");
        phone.pictures("190-what-will-happen-on-a-phone");
        assertThat(phone.page().locator("button", having("开始重新计算"))).isVisible();
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
