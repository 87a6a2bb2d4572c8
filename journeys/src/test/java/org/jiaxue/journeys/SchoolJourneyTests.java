package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Year;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A school's first day: opened, a class made, lessons picked; a guardian joins and learns one. */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(6)
class SchoolJourneyTests {

    private static final String SCHOOL = "示例第二小学";
    private static final String CLASS = "四（1）班";
    private static final String LESSON = "磨蹭不是懒，是心里还没有时间";

    private final Visitor admin;
    private final Visitor teacher;
    private final Visitor parent;
    private String room = "";
    private String invitation = "";

    SchoolJourneyTests(Browsers browsers) {
        this.admin = browsers.desk();
        this.teacher = browsers.desk();
        this.parent = browsers.phone();
    }

    @AfterAll
    void nothing_was_complained_of() {
        admin.close();
        teacher.close();
        parent.close();
    }

    @Test
    @Order(1)
    void an_administrator_opens_the_parent_school() {
        admin.signInAs(admin.house().staff("school-admin"));
        admin.pictures("80-school-front-desk");
        admin.go("/console/schools");
        admin.pictures("81-schools");
        admin.press(admin.page().locator("tbody a", having(SCHOOL)));
        admin.pictures("82-school-at-first");
        admin.page().selectOption("#platform", "provincial");
        admin.send(admin.path() + "/opening");
        assertThat(admin.main()).containsText("省级平台");
    }

    @Test
    @Order(2)
    void and_makes_a_class_whose_code_can_be_printed() {
        Page page = admin.page();
        page.fill("#name", CLASS);
        page.fill("#entry", Integer.toString(Year.now().getValue() - 3));
        page.fill("#pupils", "42");
        admin.pictures("83-school-open");
        page.fill("#name", CLASS);
        page.fill("#entry", Integer.toString(Year.now().getValue() - 3));
        page.fill("#pupils", "42");
        admin.send(admin.path() + "/classes");
        assertThat(admin.path()).endsWith("/code");
        room = admin.path().substring(0, admin.path().length() - "/code".length());
        invitation = page.locator(".jx-wallcode-digits").textContent().replaceAll("\\s", "");
        assertThat(invitation).hasSize(8);
        admin.pictures("84-class-code");
        admin.go(room);
        page.selectOption("#staff", new SelectOption().setLabel("示例教师"));
        admin.send(room + "/teachers");
        assertThat(admin.main()).containsText("示例教师");
        admin.pictures("85-class-at-first");
    }

    @Test
    @Order(3)
    void a_teacher_picks_a_lesson_for_the_class() {
        teacher.signInAs(teacher.house().staff("teacher"));
        teacher.go(room + "/lessons");
        teacher.pictures("86-lessons");
        teacher.page().fill("#q", "孩子磨蹭怎么办");
        teacher.press(teacher.page().locator("form[method=get] button"));
        Locator found = teacher.page().locator(".jx-sitting", having(LESSON)).first();
        found.locator("select").selectOption(new SelectOption().setIndex(1));
        teacher.press(found.locator("button"));
        assertThat(teacher.page().locator("ol .jx-sitting")).hasCount(1);
        teacher.pictures("87-lesson-picked");
    }

    @Test
    @Order(4)
    void a_guardian_scans_the_code_signs_up_and_comes_back_to_join() {
        Page page = parent.page();
        long number = ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
        parent.go("/classes/join/" + invitation);
        assertThat(parent.path()).startsWith("/sign-in");
        page.fill("#phone", "13" + number);
        parent.send("/sign-in/codes");
        parent.typeShownCode();
        page.locator("input[name=records]").check();
        page.selectOption("#county", "330102");
        parent.send("/welcome");
        page.selectOption("#township", "330102001");
        page.selectOption("#year", Integer.toString(Year.now().getValue() - 9));
        page.selectOption("#month", "3");
        page.locator("input[name=children]").check();
        parent.send("/welcome/family");
        assertThat(parent.path()).isEqualTo("/classes/join/" + invitation);
        assertThat(parent.main()).containsText("看不到您是谁");
        parent.pictures("88-join");
        parent.send("/classes/join/" + invitation);
        assertThat(parent.path()).isEqualTo("/me/classes");
        parent.pictures("89-my-classes");
        parent.go("/classes/join");
        page.fill("#code", "AAAA");
        parent.send("/classes/join");
        assertThat(page.locator("#code-error")).containsText("8");
        parent.picture("90-join-wrong-code");
    }

    @Test
    @Order(5)
    void the_lesson_waits_on_the_first_page_and_is_learned() {
        parent.go("/");
        assertThat(parent.main()).containsText(CLASS + "老师选的");
        parent.pictures("91-today-with-class");
        parent.press(parent.page().locator(".jx-pick", having(LESSON)));
        new Lesson(parent).watch();
        parent.go("/me/classes");
        assertThat(parent.main()).containsText("看完 1 / 1 节");
        parent.pictures("92-my-classes-learned");
    }

    @Test
    @Order(6)
    void the_class_page_tells_nothing_of_one_family() {
        teacher.go(room);
        assertThat(teacher.page().locator("td")).containsText("不显示");
        teacher.pictures("93-class-totals");
        admin.go("/console/schools");
        admin.press(admin.page().locator("tbody a", having("示例第一小学")));
        admin.press(admin.page().locator("a[href^='/console/classes/']").first());
        admin.pictures("94-class-totals-of-many");
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
