package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A benefit from the officer who writes it, past another who reads it, to a venue's counter. */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenefitJourneyTests {

    private static final String TITLE = "植物园通行";

    private final Visitor writer;
    private final Visitor reader;
    private final Visitor parent;
    private final Visitor venue;
    private String offer = "";
    private String taken = "";
    private String code = "";

    BenefitJourneyTests(Browsers browsers) {
        this.writer = browsers.desk();
        this.reader = browsers.desk();
        this.parent = browsers.phone();
        this.venue = browsers.desk();
    }

    @AfterAll
    void nothing_was_complained_of() {
        writer.close();
        reader.close();
        parent.close();
        venue.close();
    }

    @Test
    @Order(1)
    void an_officer_writes_what_may_not_be_said_and_is_told_why() {
        writer.signInAs(writer.house().staff("county-officer"));
        writer.go("/console/benefits");
        writer.pictures("140-benefits");
        Page page = writer.page();
        page.locator(".jx-choice", having("场馆通行")).click();
        page.fill("#title", TITLE);
        page.fill("#title-en", "The botanical garden");
        page.fill("#what", "三星家庭优先入学，门票打八折");
        page.fill("#what-en", "Free entry once, with your children");
        page.fill("#place", "示例植物园正门");
        page.fill("#place-en", "Sample botanical garden, main gate");
        page.fill("#quota", "50");
        writer.send("/console/benefits");
        assertThat(page.locator("#what-error")).containsText("不能关系到上哪所学校");
        writer.picture("141-refused");
        page.fill("#what", "免费进园一次，可以带孩子");
        writer.send("/console/benefits");
        offer = writer.path();
        assertThat(writer.main()).containsText("请另一位工作人员来看");
        writer.pictures("142-waits-for-a-reader");
    }

    @Test
    @Order(2)
    void another_officer_reads_it_and_lets_it_open() {
        reader.signInAs(reader.house().staff("city-officer"));
        reader.go(offer);
        reader.pictures("143-reading");
        reader.send(offer + "/reading");
        assertThat(reader.main()).containsText("家长现在看到的");
        reader.pictures("144-open");
    }

    @Test
    @Order(3)
    void a_parent_with_a_star_takes_it() {
        parent.signIn(parent.house().guardian("holder").signIn());
        parent.go("/me/licences");
        assertThat(parent.main()).containsText("凭执照可以领的");
        parent.pictures("145-licences-with-benefits");
        parent.go("/me/benefits");
        parent.pictures("146-benefits");
        parent.press(parent.page().locator("section", having(TITLE)).locator("button"));
        taken = parent.path();
        assertThat(parent.page().locator(".jx-qr")).isVisible();
        code = parent.page().locator(".jx-codecard-groups").textContent().strip();
        assertThat(code.replaceAll("\\s", "")).hasSize(28);
        parent.pictures("147-code");
    }

    @Test
    @Order(4)
    void the_counter_takes_the_code_in_once() {
        venue.signInAs(venue.house().staff("venue"));
        venue.pictures("148-venue");
        venue.go("/console/benefits/counter");
        venue.page().fill("#code", "AAAA");
        venue.send("/console/benefits/counter");
        venue.picture("149-no-code");
        venue.page().fill("#code", code);
        venue.send("/console/benefits/counter");
        assertThat(venue.main()).containsText("免费进园一次");
        venue.picture("150-good");
        venue.press(venue.page().locator("button[value=use]"));
        assertThat(venue.main()).containsText("核验好了");
        venue.picture("151-taken-in");
        venue.page().fill("#code", code);
        venue.send("/console/benefits/counter");
        assertThat(venue.main()).containsText("已经用过了");
        venue.picture("152-a-second-time");
        parent.go(taken);
        assertThat(parent.main()).containsText("用过了");
        parent.pictures("153-used");
    }

    @Test
    @Order(5)
    void what_is_not_needed_is_given_back() {
        parent.go("/me/benefits");
        parent.press(parent.page().locator("section", having("绘本一本")).locator("button"));
        String path = parent.path();
        parent.send(path + "/return");
        assertThat(parent.main()).containsText("放回去了");
        parent.pictures("154-given-back");
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
