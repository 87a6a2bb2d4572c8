package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
 * Wucheng's four layers: a guardian asks a teacher, the school's administrator and the county's
 * officer, one after the other; each sees the one who asked and nobody else. In the first weeks of
 * a school year nobody has learned enough to ask, and then the page says so.
 */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConfirmationJourneyTests {

    private static final String NAME = "小雨妈妈";
    private static final int DAYS_TO_ENOUGH = 20;

    private final Visitor parent;
    private final Visitor teacher;
    private final Visitor admin;
    private final Visitor officer;
    private final boolean enough = enough();

    ConfirmationJourneyTests(Browsers browsers) {
        this.parent = browsers.phone();
        this.teacher = browsers.desk();
        this.admin = browsers.desk();
        this.officer = browsers.desk();
    }

    private static boolean enough() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        LocalDate september = LocalDate.of(today.getYear(), 9, 1);
        LocalDate begun = september.isAfter(today) ? september.minusYears(1) : september;
        return !today.minusDays(DAYS_TO_ENOUGH).isBefore(begun);
    }

    @AfterAll
    void nothing_was_complained_of() {
        parent.close();
        teacher.close();
        admin.close();
        officer.close();
    }

    @Test
    @Order(1)
    void a_parent_without_a_class_is_told_whom_to_ask_for_one() {
        parent.signIn(parent.house().guardian("asker").signIn());
        parent.go("/me/confirmations");
        assertThat(parent.main()).containsText(enough ? "您还没有加入班级" : "眼下没有要确认的");
        parent.pictures("120-nobody-to-ask");
    }

    @Test
    @Order(2)
    void the_teacher_gives_the_code_and_the_parent_joins() {
        teacher.signInAs(teacher.house().staff("teacher"));
        teacher.go("/console/confirmations");
        assertThat(teacher.main()).containsText("没有等着您确认的");
        teacher.pictures("121-nobody-asks");
        teacher.go("/console/schools");
        teacher.press(teacher.page().locator("tbody a", having("示例第一小学")));
        teacher.press(teacher.page().locator("a[href$='/code']").first());
        String code =
                teacher.page().locator(".jx-wallcode-digits").textContent().replaceAll("\\s", "");
        parent.go("/classes/join/" + code);
        parent.page().locator(".jx-choice", having("8 岁")).first().click();
        parent.send("/classes/join/" + code);
        assertThat(parent.path()).isEqualTo("/me/classes");
    }

    @Test
    @Order(3)
    void the_parent_reads_who_will_see_what_and_asks() {
        parent.go("/me/licences");
        parent.pictures("122-licences-of-four-layers");
        if (!enough) {
            return;
        }
        parent.press(parent.page().locator(".jx-item[href*='layer=class']"));
        assertThat(parent.main()).containsText("只有您班级的老师看得到");
        parent.pictures("123-who-sees-what");
        parent.page().fill("#name", "");
        parent.send("/me/confirmations");
        assertThat(parent.page().locator("#name-error")).containsText("请写一个称呼");
        parent.picture("124-no-name");
        parent.page().fill("#name", NAME);
        parent.send("/me/confirmations");
        assertThat(parent.main()).containsText("等您班级的老师确认");
        parent.pictures("125-asked");
    }

    @Test
    @Order(4)
    void a_request_is_taken_back_and_made_again() {
        if (!enough) {
            return;
        }
        parent.press(parent.page().locator("form[action$='/withdrawal'] button"));
        assertThat(parent.main()).containsText("收回了");
        asks("class");
    }

    @Test
    @Order(5)
    void the_teacher_declines_with_a_reason_and_then_confirms() {
        if (!enough) {
            return;
        }
        teacher.go("/console/confirmations");
        assertThat(teacher.main()).containsText(NAME);
        assertThat(teacher.page().locator("section.jx-panel h2")).hasCount(1);
        teacher.pictures("126-a-teacher-is-asked");
        teacher.page().locator("details.jx-more summary").click();
        teacher.press(decline());
        assertThat(teacher.main()).containsText("请选一个原因");
        teacher.picture("127-no-reason");
        teacher.page().locator(".jx-choice", having("当面说说")).click();
        teacher.press(decline());
        parent.go("/me/confirmations");
        assertThat(parent.main()).containsText("想先和您当面说说");
        parent.pictures("128-declined");
        asks("class");
        confirms(teacher);
    }

    @Test
    @Order(6)
    void the_administrator_and_the_officer_are_asked_in_turn() {
        admin.signInAs(admin.house().staff("school-admin"));
        officer.signInAs(officer.house().login("wucheng-officer"));
        officer.go("/console/confirmations");
        assertThat(officer.main()).containsText("没有等着您确认的");
        if (!enough) {
            return;
        }
        asks("school");
        admin.go("/console/confirmations");
        admin.pictures("129-an-administrator-is-asked");
        confirms(admin);
        asks("county");
        officer.go("/console/confirmations");
        officer.pictures("130-an-officer-is-asked");
        confirms(officer);
    }

    @Test
    @Order(7)
    void four_windows_are_lit_and_every_step_is_told() {
        if (!enough) {
            return;
        }
        parent.go("/me/confirmations");
        assertThat(parent.main()).containsText("婺城区的工作人员确认了");
        parent.pictures("131-confirmed");
        parent.go("/me/licences");
        assertThat(parent.main()).containsText("区县 · 达标");
        parent.pictures("132-four-layers");
    }

    private void asks(String layer) {
        parent.go("/me/licences");
        parent.press(parent.page().locator(".jx-item[href*='layer=" + layer + "']"));
        parent.page().fill("#name", NAME);
        parent.send("/me/confirmations");
        assertThat(parent.path()).isEqualTo("/me/confirmations");
    }

    private static void confirms(Visitor who) {
        who.go("/console/confirmations");
        assertThat(who.main()).containsText(NAME);
        who.press(who.page().locator("button[value=confirm]"));
        assertThat(who.main()).containsText("没有等着您确认的");
    }

    private Locator decline() {
        return teacher.page().locator("button[value=decline]");
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
