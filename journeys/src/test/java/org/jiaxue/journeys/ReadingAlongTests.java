package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The words beside a lesson keep step with it. */
@ExtendWith(InTheHouse.class)
class ReadingAlongTests {

    private static final String SENTENCE = ".jx-cue[aria-current]";

    private final Browsers browsers;

    ReadingAlongTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void where_one_sentence_ends_and_the_next_begins_only_the_next_is_shown() {
        try (Visitor anyone = browsers.desk()) {
            Page page = anyone.page();
            String lesson = lesson(anyone);
            anyone.go(lesson);
            int second = Integer.parseInt(lastSentence(page));
            anyone.go(lesson + "?at=" + second);
            page.waitForFunction("() => document.querySelector('video').readyState >= 2");
            page.waitForFunction(
                    "() => [...document.querySelector('video').textTracks]"
                            + ".some(it => it.mode === 'showing' && it.activeCues?.length === 1)");
            anyone.pictures("72-lesson-at-a-sentence");
        }
    }

    @Test
    void the_sentence_that_is_heard_comes_into_sight_and_the_focus_stays() {
        try (Visitor anyone = browsers.desk()) {
            Page page = anyone.page();
            String lesson = lesson(anyone);
            page.setViewportSize(1_200, 500);
            anyone.go(lesson);
            anyone.go(lesson + "?at=" + lastSentence(page));
            assertThat(page.locator(SENTENCE)).hasCount(1);
            page.waitForFunction(
                    "() => { const it = document.querySelector('.jx-cue[aria-current]')"
                            + ".getBoundingClientRect();"
                            + " return it.top >= 0 && it.bottom <= innerHeight; }");
            assertThat(page.evaluate("() => document.activeElement.tagName")).isEqualTo("BODY");
        }
    }

    private static String lesson(Visitor anyone) {
        return "/lessons/" + anyone.house().guardian("near").lesson();
    }

    private static String lastSentence(Page page) {
        return page.locator(".jx-cue").last().getAttribute("data-from");
    }
}
