package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a form can do it, no script is needed. */
@ExtendWith(InTheHouse.class)
class WithoutScriptTests {

    private final Browsers browsers;

    WithoutScriptTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void asking_signing_in_and_answering_work_without_a_script() {
        try (Visitor parent = browsers.phoneWithoutScript()) {
            Page page = parent.page();
            parent.signIn(parent.house().guardian("holder").signIn());
            parent.go("/");
            page.fill("input[name=q]", "孩子磨蹭怎么办");
            parent.press(page.locator("form[role=search] button"));
            parent.press(page.locator(".jx-answer a.jx-button"));
            assertThat(page.locator("video[controls]")).isVisible();
            parent.pictures("70-lesson-without-script");
            page.locator("#reflection input[value=b]").check();
            parent.press(page.locator("#reflection button"));
            assertThat(page.locator("#reflection .jx-message-done")).isVisible();
        }
    }

    @Test
    void another_language_and_larger_type_are_chosen_without_a_script() {
        try (Visitor anyone = browsers.phoneWithoutScript()) {
            Page page = anyone.page();
            anyone.go("/");
            anyone.press(page.locator("header .jx-topbar-act-size").first());
            assertThat(page.locator("html[data-size=large]")).hasCount(1);
            anyone.pictures("71-today-large");
            anyone.go("/preferences");
            page.locator("input[name=language][value=en]").check();
            anyone.press(page.locator("form:has(input[name=language]) button.jx-button").last());
            assertThat(page.locator("html").getAttribute("lang")).startsWith("en");
        }
    }
}
