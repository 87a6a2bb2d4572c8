package org.jiaxue.journeys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The listening that every other test here relies on. */
@ExtendWith(InTheHouse.class)
class ComplaintsTests {

    private final Browsers browsers;

    ComplaintsTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void a_script_that_fails_is_heard() {
        Visitor visitor = browsers.phone();
        visitor.go("/");
        visitor.page().evaluate("() => setTimeout(() => { throw new Error('broken on purpose') })");
        visitor.page().waitForTimeout(200);
        assertThatThrownBy(visitor::close).hasMessageContaining("broken on purpose");
    }

    @Test
    void what_the_policy_forbids_is_heard() {
        Visitor visitor = browsers.phone();
        visitor.go("/");
        visitor.page()
                .evaluate("() => { document.body.innerHTML = '<p style=\"color: red\">red</p>'; }");
        visitor.page().waitForTimeout(200);
        assertThatThrownBy(visitor::close).hasMessageContaining("style-src");
    }

    @Test
    void a_file_that_is_missing_is_heard() {
        Visitor visitor = browsers.phone();
        visitor.go("/");
        visitor.page().evaluate("() => fetch('/css/nowhere.css')");
        visitor.page().waitForTimeout(200);
        assertThatThrownBy(visitor::close).hasMessageContaining("nowhere.css");
    }
}
