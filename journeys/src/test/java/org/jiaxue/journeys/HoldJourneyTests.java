package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Points that wait for a person: a parent reads it and explains, an officer refuses, the parent
 * asks for another look; and another parent's appeal is answered by an officer who had not refused.
 */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HoldJourneyTests {

    private static final String DESK = "/console/points/holds";

    private final Visitor parent;
    private final Visitor other;
    private final Visitor county;
    private final Visitor city;
    private String mine = "";
    private String theirs = "";

    HoldJourneyTests(Browsers browsers) {
        this.parent = browsers.phone();
        this.other = browsers.phone();
        this.county = browsers.desk();
        this.city = browsers.desk();
    }

    @AfterAll
    void nothing_was_complained_of() {
        parent.close();
        other.close();
        county.close();
        city.close();
    }

    @Test
    @Order(1)
    void a_parent_reads_that_points_wait_and_says_how_it_was() {
        parent.signIn(parent.house().guardian("checked").signIn());
        parent.go("/me/points");
        assertThat(parent.main()).containsText("待核对");
        parent.pictures("160-points-that-wait");
        parent.press(parent.page().locator("a[href*='/me/points/holds/']").first());
        mine = parent.path();
        assertThat(parent.main()).containsText("以前有人看");
        parent.pictures("161-a-check");
        parent.page().fill("#words", "孩子在学校先做过这道题，回家一打开就答了。");
        parent.send(mine + "/words");
        assertThat(parent.main()).containsText("孩子在学校先做过这道题");
        parent.pictures("162-words-sent");
    }

    @Test
    @Order(2)
    void an_officer_sees_what_waits_and_refuses_with_a_reason() {
        county.signInAs(county.house().staff("county-officer"));
        county.pictures("163-front-desk");
        county.go(DESK);
        assertThat(county.main()).containsText("家长请再看");
        county.pictures("164-holds");
        county.go(DESK + mine.substring(mine.lastIndexOf('/')));
        assertThat(county.main()).containsText("孩子在学校先做过这道题");
        county.pictures("165-a-case");
        county.page().locator(".jx-choice:has(input[value='not-read'])").click();
        county.page().fill("#note", "这道题要先看完一段情境。");
        county.press(county.page().locator("form[action$='/decisions'] button"));
        assertThat(county.main()).containsText("这道题要先看完一段情境");
        county.pictures("166-refused");
    }

    @Test
    @Order(3)
    void the_parent_reads_why_and_asks_for_another_look() {
        parent.go(mine);
        parent.pictures("167-refused-and-what-next");
        parent.page().fill("#words", "请换一位再看一次，我可以请老师说明。");
        parent.send(mine + "/appeal");
        parent.pictures("168-appealed");
        county.go(DESK + mine.substring(mine.lastIndexOf('/')));
        assertThat(county.main()).containsText("由别的同事来定");
        county.pictures("169-for-somebody-else");
    }

    @Test
    @Order(4)
    void another_officer_answers_an_appeal_and_the_parent_reads_it() {
        other.signIn(other.house().guardian("appealing").signIn());
        other.go("/me/points");
        other.press(other.page().locator("a[href*='/me/points/holds/']").first());
        theirs = other.path();
        other.pictures("170-an-appeal-waits");
        county.go(DESK + theirs.substring(theirs.lastIndexOf('/')));
        county.pictures("171-a-second-look");
        county.page().locator(".jx-choice:has(input[value='explained'])").click();
        county.press(county.page().locator("form[action$='/decisions'] button"));
        other.go(theirs);
        assertThat(other.main()).containsText("照常算数");
        other.pictures("172-the-answer");
        other.go("/me/points");
        assertThat(other.main()).containsText("照常算数");
        other.pictures("173-counted");
        assertThat(other.overflow()).isZero();
    }

    @Test
    @Order(5)
    void who_refused_sees_nothing_to_decide_and_the_other_officer_answers() {
        city.signInAs(city.house().staff("city-officer"));
        city.go(DESK + mine.substring(mine.lastIndexOf('/')));
        city.page().locator(".jx-choice:has(input[value='explained'])").click();
        city.press(city.page().locator("form[action$='/decisions'] button"));
        city.go(DESK);
        city.pictures("174-nothing-waits");
        parent.go(mine);
        assertThat(parent.main()).containsText("照常算数");
    }
}
