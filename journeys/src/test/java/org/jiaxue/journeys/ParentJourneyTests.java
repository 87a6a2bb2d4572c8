package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Year;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** One parent's way with a phone: signing up, asking, watching, answering, attending. */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(7)
class ParentJourneyTests {

    private static final String QUESTION = "孩子磨蹭怎么办";
    private static final String LESSON = "磨蹭不是懒，是心里还没有时间";
    private static final String COUNTY = "330102";
    private static final String TOWNSHIP = "330102001";

    private final Browsers browsers;
    private Visitor parent;
    private Page page;
    private String lesson = "";

    ParentJourneyTests(Browsers browsers) {
        this.browsers = browsers;
        this.parent = browsers.phone();
        this.page = parent.page();
    }

    @BeforeAll
    void a_phone_is_at_hand() {
        assertThat(parent.go("/")).isEqualTo(200);
    }

    @AfterAll
    void nothing_was_complained_of() {
        parent.close();
    }

    @Test
    @Order(1)
    void lessons_stand_on_the_first_page_before_anyone_signs_in() {
        assertThat(page.locator(".jx-pick").first()).isVisible();
        parent.pictures("01-today");
        parent.go("/sign-in");
        parent.pictures("02-sign-in");
    }

    @Test
    @Order(2)
    void a_phone_number_that_is_too_short_comes_back_with_what_is_missing() {
        parent.pictures(
                "03-phone-too-short",
                () -> {
                    parent.go("/sign-in");
                    page.fill("#phone", "1380000");
                    parent.send("/sign-in/codes");
                    assertThat(page.locator("#phone-error")).containsText("4");
                    assertThat(page.locator("#phone")).hasValue("1380000");
                });
    }

    @Test
    @Order(3)
    void a_wrong_code_is_refused_and_the_right_one_lets_in() {
        long number = ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
        parent.go("/sign-in");
        page.fill("#phone", "13" + number);
        parent.send("/sign-in/codes");
        parent.pictures("04-code");
        String code = page.locator("[data-code]").getAttribute("data-code");
        parent.pictures(
                "05-wrong-code",
                () -> {
                    parent.go("/sign-in?step=code");
                    page.fill("#code", code.equals("123456") ? "654321" : "123456");
                    parent.send("/sign-in");
                    assertThat(page.locator("#code-error")).isVisible();
                });
        page.fill("#code", code);
        parent.send("/sign-in");
        assertThat(parent.path()).startsWith("/welcome");
    }

    @Test
    @Order(4)
    void a_new_parent_agrees_says_where_they_live_and_how_old_the_child_is() {
        parent.pictures("06-welcome");
        page.locator("input[name=records]").check();
        page.selectOption("#county", COUNTY);
        parent.send("/welcome");
        assertThat(parent.path()).startsWith("/welcome/family");
        parent.pictures("07-family");
        page.selectOption("#township", TOWNSHIP);
        page.selectOption("#year", Integer.toString(Year.now().getValue() - 8));
        page.selectOption("#month", "3");
        page.locator("input[name=children]").check();
        parent.send("/welcome/family");
        assertThat(page.locator("h1")).isVisible();
        parent.go("/me/data");
        assertThat(parent.main()).containsText("上城区");
        parent.pictures("08-data");
        parent.go("/me");
        parent.pictures("09-me-at-first");
    }

    @Test
    @Order(5)
    void a_question_is_answered_with_the_sentence_that_says_it() {
        parent.go("/");
        parent.pictures("10-today-for-me");
        page.fill("input[name=q]", QUESTION);
        parent.press(page.locator("form[role=search] button"));
        assertThat(page.locator(".jx-answer mark")).isVisible();
        assertThat(page.locator(".jx-answer")).containsText(LESSON);
        parent.pictures("11-search");
        parent.press(page.locator(".jx-answer a.jx-button"));
        assertThat(page.locator("h1")).hasText(LESSON);
        lesson = parent.path();
        parent.pictures("12-lesson");
    }

    @Test
    @Order(6)
    void a_lesson_watched_at_double_speed_earns_its_points_and_nothing_is_cut() {
        Lesson screen = new Lesson(parent);
        screen.watch();
        assertThat(screen.notes()).containsText("2");
        assertThat(page.locator("[data-player-promise]")).hasText("看满八成了");
        parent.picture("13-lesson-watched");
        parent.speak("en");
        page.reload();
        parent.picture("13-lesson-watched");
        parent.speak("zh-CN");
        page.reload();
        parent.pictures("14-lesson-again");
    }

    @Test
    @Order(7)
    void a_wrong_answer_gets_a_kind_word_and_the_right_one_a_point() {
        Lesson screen = new Lesson(parent);
        parent.pictures(
                "15-answered-wrong",
                () -> {
                    parent.go(lesson);
                    screen.answer("a");
                    assertThat(page.locator("#reflection .jx-message-know")).isVisible();
                });
        parent.pictures(
                "16-answered-right",
                () -> {
                    parent.go(lesson);
                    screen.answer("b");
                    assertThat(page.locator("#reflection .jx-message-done")).isVisible();
                });
    }

    @Test
    @Order(8)
    void every_point_says_why() {
        parent.go("/me");
        assertThat(page.locator(".jx-sums b").first()).hasText("3");
        parent.pictures("17-me");
        parent.go("/me/points");
        assertThat(page.locator(".jx-entry")).hasCount(2);
        for (String points : page.locator(".jx-entry-points").allTextContents()) {
            assertThat(points).isIn("+2", "+1");
        }
        assertThat(page.locator(".jx-entry-why").allTextContents()).noneMatch(String::isBlank);
        parent.pictures("18-points");
        parent.go("/me/licences");
        parent.pictures("19-licences");
    }

    @Test
    @Order(9)
    void who_comes_to_an_activity_signs_in_with_the_code_on_the_wall() {
        try (Organiser organiser = new Organiser(browsers.desk())) {
            String title = organiser.announces();
            parent.go("/activities");
            parent.pictures("24-activities");
            parent.press(
                    page.locator(".jx-pick", new Page.LocatorOptions().setHasText(title)).first());
            parent.pictures("25-activity");
            String activity = parent.path();
            parent.pictures(
                    "26-activity-wrong-code",
                    () -> {
                        parent.go(activity);
                        page.fill("#code", "12");
                        parent.press(page.locator("form[action$='/attendance'] button"));
                        assertThat(page.locator("#code-error")).isVisible();
                    });
            page.fill("#code", organiser.digits());
            parent.press(page.locator("form[action$='/attendance'] button"));
            assertThat(page.locator(".jx-entry-points")).hasText("+10");
            parent.pictures("27-attended");
            try (Visitor neighbour = browsers.phone()) {
                comesByScan(neighbour, organiser.scannedPath());
            }
        }
        parent.go("/me");
        assertThat(page.locator(".jx-sums b").first()).hasText("13");
        parent.go("/me/activities");
        parent.pictures("30-my-activities");
    }

    /** Scans before signing in, as people do at the door. */
    private static void comesByScan(Visitor neighbour, String path) {
        neighbour.go(path);
        assertThat(neighbour.path()).isEqualTo("/activities/check-in");
        neighbour.pictures("28-scanned");
        neighbour.press(neighbour.main().locator("a.jx-button"));
        neighbour.page().fill("#phone", neighbour.house().guardian("sample").signIn());
        neighbour.send("/sign-in/codes");
        neighbour.typeShownCode();
        neighbour.pictures("29-scanned-and-signed-in");
        neighbour.send("/activities/check-in");
        assertThat(neighbour.page().locator(".jx-entry-points")).hasText("+10");
    }

    @Test
    @Order(10)
    void a_lesson_that_does_not_exist_is_refused_with_a_way_on() {
        assertThat(parent.go("/lessons/00000000-0000-0000-0000-000000000000")).isEqualTo(404);
        assertThat(parent.main().locator("a.jx-button")).isVisible();
        parent.pictures("31-no-such-lesson");
    }
}
