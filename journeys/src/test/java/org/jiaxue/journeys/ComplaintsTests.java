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
        assertHeard(
                "() => setTimeout(() => { throw new Error('broken on purpose') })",
                "broken on purpose");
    }

    @Test
    void what_the_policy_forbids_is_heard() {
        assertHeard(
                "() => { document.body.innerHTML = '<p style=\"color: red\">red</p>'; }",
                "style-src");
    }

    @Test
    void a_file_that_is_missing_is_heard() {
        assertHeard("() => fetch('/css/nowhere.css')", "nowhere.css");
    }

    /** Runs a script on a page and closes the visit once this was complained of. */
    private void assertHeard(String script, String complaint) {
        Visitor visitor = browsers.phone();
        visitor.go("/");
        visitor.page().evaluate(script);
        visitor.awaitComplaint(complaint);
        assertThatThrownBy(visitor::close).hasMessageContaining(complaint);
    }
}
