package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** A lesson's page, used as a person uses it. */
final class Lesson {

    private static final String FASTEST = "2";
    private static final int MOST_MS_TO_WATCH = 180_000;

    private final Visitor visitor;
    private final Page page;

    Lesson(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    Locator notes() {
        return page.locator("[data-player-notes]");
    }

    /** From the beginning to the end at double speed, as fast as the player goes. */
    void watch() {
        page.locator("[data-player-speed]").selectOption(FASTEST);
        page.locator("[data-player-seek]").focus();
        page.keyboard().press("Home");
        page.locator("[data-player-play]").click();
        assertThat(page.locator("[data-player][data-state=playing]")).isVisible();
        page.waitForFunction(
                "() => document.querySelector('video').ended",
                null,
                new Page.WaitForFunctionOptions().setTimeout(MOST_MS_TO_WATCH));
        assertThat(notes().locator(".jx-message-done").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MOST_MS_TO_WATCH));
        assertThat(notes().locator("[data-name=cut]")).hasCount(0);
        assertThat(notes().locator("[data-name=trouble]")).hasCount(0);
    }

    /** Chooses an answer by its letter and hands it in. */
    void answer(String letter) {
        page.locator("#reflection input[name=answer][value=" + letter + "]").check();
        visitor.press(page.locator("#reflection button"));
    }
}
