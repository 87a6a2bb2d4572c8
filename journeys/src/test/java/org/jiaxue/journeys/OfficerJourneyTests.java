package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void schools_have_shares_by_platform_and_a_curve_over_the_weeks() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            Page page = officer.page();
            officer.go("/console/statistics?measure=schools&by=platform");
            assertThat(page.locator("table.jx-table tbody tr:not(.jx-table-total)")).hasCount(4);
            assertThat(page.locator("table.jx-table tbody td").allTextContents())
                    .as("a share of each kind of platform")
                    .anyMatch(cell -> cell.contains("%"));
            officer.pictures("67-county-platforms");
            showChart(page);
            officer.picture("67-county-platforms-chart");
            officer.go("/console/statistics?measure=schools&by=period");
            showChart(page);
            officer.picture("67-county-schools-curve");
            officer.go("/console/schools?county=330102");
            assertThat(page.locator("tbody a").count())
                    .as("the sample's sixty, and those that another journey may have listed")
                    .isGreaterThanOrEqualTo(60);
            officer.pictures("67-county-schools");
        }
    }

    @Test
    void the_officer_changes_place_and_time_and_takes_the_figures_into_a_spreadsheet() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            Page page = officer.page();
            officer.go("/console/statistics");
            choose(officer, "measure", "guardians");
            choose(officer, "time", "12-months");
            officer.pictures("67-county-months");
            Path file = take(officer, "xlsx");
            List<String> lines = Spreadsheet.csv(file);
            assertThat(lines.getFirst()).contains("\"代码\",\"名称\"").contains("月");
            assertThat(lines.get(1))
                    .as("the county's own row: words in quotes and numbers without")
                    .startsWith("\"330102\",\"上城区\"")
                    .matches("[^,]+,[^,]+(,([0-9]+|\".+?\"))+")
                    .containsPattern(",[0-9]+(,|$)");
            assertThat(lines.subList(1, lines.size()))
                    .as("what is withheld is said in words and is no empty cell")
                    .anyMatch(line -> line.contains("\"不足 10 位家长，不显示\""))
                    .noneMatch(line -> line.contains(",,"));
            String street = page.locator("#division option").last().getAttribute("value");
            choose(officer, "division", street);
            assertThat(page.locator("tr.jx-table-total")).isVisible();
            assertThat(page.url()).contains("division=" + street);
            assertThat(read(take(officer, "csv"))).startsWith("\uFEFF代码,名称,");
        }
    }

    @Test
    void figures_hold_on_a_phone_in_the_dark_and_in_large_type() {
        try (Visitor officer = browsers.phone()) {
            officer.signInAs(officer.house().staff("county-officer"));
            for (String measure : List.of("guardians", "schools", "activities")) {
                officer.go("/console/statistics?measure=" + measure);
                assertThat(officer.overflow()).as(measure).isZero();
                showChart(officer.page());
                assertThat(officer.overflow()).as(measure).isZero();
                officer.picture("68-" + measure + "-phone");
                officer.prefer("theme", "dark");
                officer.page().reload();
                showChart(officer.page());
                officer.picture("68-" + measure + "-phone-dark");
                officer.prefer("theme", "");
            }
        }
    }

    private static void choose(Visitor officer, String field, String value) {
        officer.page().selectOption("#" + field, value);
        officer.press(officer.page().locator(".jx-filters button"));
    }

    private static Path take(Visitor officer, String ending) {
        Page page = officer.page();
        Download download =
                page.waitForDownload(
                        () -> page.locator("a[href*='figures." + ending + "']").click());
        Path file = Path.of("target", "downloads", download.suggestedFilename()).toAbsolutePath();
        download.saveAs(file);
        return file;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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
        assertThat(page.locator("svg.jx-chart, .jx-bars").first()).isVisible();
        assertThat(page.locator("table.jx-table")).isHidden();
    }
}
