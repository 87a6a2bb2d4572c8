package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a county officer sees of the county. */
@ExtendWith(InTheHouse.class)
class OfficerJourneyTests {

    private final Browsers browsers;

    OfficerJourneyTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void the_county_is_a_table_and_a_chart_of_the_same_figures() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            Page page = officer.page();
            assertThat(officer.go("/console/statistics")).isEqualTo(200);
            assertThat(page.locator("table.jx-table")).isVisible();
            assertThat(page.locator("tr.jx-table-total th")).containsText("上城区");
            assertThat(page.locator("table.jx-table tbody tr").count()).isGreaterThan(10);
            assertThat(page.locator("table.jx-table tbody td").allTextContents())
                    .as("figures that are shown, and others that are withheld")
                    .anyMatch(cell -> cell.strip().matches("[0-9]{2,}"))
                    .anyMatch(cell -> cell.contains("不足 10"));
            officer.pictures("60-county-table");
            showChart(page);
            officer.picture("61-county-chart");
            officer.speak("en");
            page.reload();
            showChart(page);
            officer.picture("61-county-chart");
        }
    }

    @Test
    void figures_by_week_and_of_other_kinds_are_one_choice_away() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            Page page = officer.page();
            officer.go("/console/statistics");
            int choice = 62;
            for (String measure :
                    page.locator("#measure option").all().stream()
                            .map(it -> it.getAttribute("value"))
                            .toList()) {
                page.selectOption("#measure", measure);
                officer.press(page.locator(".jx-filters button"));
                assertThat(page.locator("table.jx-table")).isVisible();
                officer.pictures(choice + "-county-" + measure);
                choice++;
            }
        }
    }

    @Test
    void another_county_is_refused() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            assertThat(officer.go("/console/statistics?division=330106")).isEqualTo(403);
            officer.pictures("69-not-my-county");
        }
    }

    @Test
    void a_parent_finds_no_way_into_the_console() {
        try (Visitor parent = browsers.phone()) {
            parent.signIn(parent.house().guardian("holder").signIn());
            assertThat(parent.go("/console/statistics")).isEqualTo(403);
            assertThat(parent.page().locator("table")).hasCount(0);
        }
    }

    private static void showChart(Page page) {
        page.locator("label[for=figures-picture]").click();
        assertThat(page.locator("svg.jx-chart")).isVisible();
        assertThat(page.locator("table.jx-table")).isHidden();
    }
}
