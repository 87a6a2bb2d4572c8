package org.jiaxue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With the tab key alone: everything is reached, in reading order, and is seen to be reached. */
@ExtendWith(InTheHouse.class)
class KeyboardTests {

    private static final String FOCUS = Checks.text("focus.js");
    private static final int MORE_THAN_ENOUGH = 400;

    private final Browsers browsers;

    KeyboardTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void a_visitors_pages_are_walked_in_reading_order() {
        try (Visitor anyone = browsers.phone()) {
            SoftAssertions all = new SoftAssertions();
            List<String> paths =
                    new ArrayList<>(
                            List.of("/", "/search?q=child", "/sign-in", "/credentials/check"));
            anyone.go("/stages/primary");
            paths.addAll(anyone.links("main a[href^='/lessons/']", 1));
            anyone.go("/activities");
            paths.addAll(anyone.links("main a[href^='/activities/']", 1));
            paths.forEach(path -> walk(anyone, path, all));
            all.assertAll();
        }
    }

    @Test
    void a_parents_pages_are_walked_in_reading_order() {
        try (Visitor parent = browsers.phone()) {
            parent.signIn(parent.house().guardian("holder").signIn());
            SoftAssertions all = new SoftAssertions();
            List.of("/me", "/me/data", "/welcome", "/welcome/family", "/preferences")
                    .forEach(path -> walk(parent, path, all));
            all.assertAll();
        }
    }

    @Test
    void the_desk_and_its_forms_are_walked_in_reading_order() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            SoftAssertions all = new SoftAssertions();
            List.of("/console", "/console/activities", "/console/statistics")
                    .forEach(path -> walk(officer, path, all));
            all.assertAll();
        }
    }

    @Test
    void the_first_stop_leads_past_what_every_page_has() {
        try (Visitor anyone = browsers.phone()) {
            Page page = anyone.page();
            anyone.go("/");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.className"))
                    .isEqualTo("jx-skip");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("main");
        }
    }

    /** Tabs from the page's beginning until the focus leaves it. */
    private static void walk(Visitor visitor, String path, SoftAssertions all) {
        Page page = visitor.page();
        visitor.go(path);
        page.evaluate(FOCUS);
        int stops = ((Number) page.evaluate("() => stops().length")).intValue();
        List<Integer> reached = new ArrayList<>();
        for (int step = 0; step < MORE_THAN_ENOUGH; step++) {
            page.keyboard().press("Tab");
            Object told = page.evaluate("() => focused()");
            if (!(told instanceof Map<?, ?> at)) {
                break;
            }
            int place = ((Number) at.get("place")).intValue();
            if (!reached.isEmpty() && place == 0) {
                break;
            }
            all.assertThat(at.get("ringed")).as("%s: focus seen on %s", path, at).isEqualTo(true);
            all.assertThat(at.get("uncovered")).as("%s: in view: %s", path, at).isEqualTo(true);
            if (place >= 0) {
                reached.add(place);
            }
        }
        all.assertThat(reached).as("%s: the order of stops", path).isSorted();
        all.assertThat(reached.stream().distinct().count())
                .as("%s: stops that were reached", path)
                .isEqualTo(stops);
    }
}
