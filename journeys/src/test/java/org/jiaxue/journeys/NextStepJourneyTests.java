package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A parent does what was suggested, and sees what it brought, why, and by which rules. */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(4)
class NextStepJourneyTests {

    private static final Pattern POINTS = Pattern.compile("共记 (\\d+) 分");
    private static final List<String> LETTERS = List.of("a", "b", "c", "d");

    private final Visitor parent;
    private final Page page;
    private int before;
    private int said;

    NextStepJourneyTests(Browsers browsers) {
        this.parent = browsers.phone();
        this.page = parent.page();
    }

    @AfterAll
    void nothing_was_complained_of() {
        parent.close();
    }

    @Test
    @Order(1)
    void three_things_are_suggested_with_their_minutes_and_one_clear_beginning() {
        parent.signIn(parent.house().guardian("holder").signIn());
        parent.go("/me");
        assertThat(page.locator("#next .jx-pick")).hasCount(3);
        assertThat(page.locator("#next a.jx-button")).hasCount(1);
        assertThat(page.locator("#next .jx-pick .jx-why")).hasCount(3);
        before = balance();
        parent.pictures("60-next-steps");
        parent.prefer("size", "large");
        page.reload();
        parent.pictures("61-next-steps-large");
        parent.prefer("size", "");
        parent.prefer("theme", "dark");
        page.reload();
        parent.pictures("62-next-steps-dark");
        parent.prefer("theme", "");
        page.reload();
    }

    @Test
    @Order(2)
    void a_suggestion_leads_straight_to_its_lesson() {
        Locator lesson =
                page.locator("#next .jx-pick", new Page.LocatorOptions().setHasText("微课")).first();
        Matcher points = POINTS.matcher(lesson.innerText());
        assertThat(points.find()).as(lesson.innerText()).isTrue();
        said = Integer.parseInt(points.group(1));
        String href = lesson.getAttribute("href");
        parent.press(lesson);
        assertThat(parent.path()).isEqualTo(href);
        Lesson screen = new Lesson(parent);
        screen.watch();
        for (String letter : LETTERS) {
            if (page.locator("#reflection .jx-message-done").count() == 0) {
                screen.answer(letter);
            }
        }
        assertThat(page.locator("#reflection .jx-message-done")).isVisible();
    }

    @Test
    @Order(3)
    void it_brought_what_was_said_and_every_point_says_why() {
        parent.go("/me");
        assertThat(balance() - before).isEqualTo(said);
        assertThat(page.locator(".jx-entry-why").first()).not().isEmpty();
        parent.pictures("63-what-it-brought");
        parent.go("/me/points");
        parent.pictures("64-points-by-what-they-are-for");
    }

    @Test
    @Order(4)
    void the_rules_stand_in_plain_words_with_the_days_on_which_they_changed() {
        parent.press(page.locator("a[href='/me/points/rules']"));
        assertThat(page.locator("h1")).hasText("积分规则");
        assertThat(parent.main()).containsText("看完一节微课，记 2 分");
        assertThat(parent.main()).containsText("2026 年 1 月 1 日起");
        parent.pictures("65-rules");
    }

    private int balance() {
        return Integer.parseInt(page.locator(".jx-sums b").first().textContent().replace(",", ""));
    }
}
