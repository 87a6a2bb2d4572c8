package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer tries rules over the sample term before anybody earns by them. */
@ExtendWith(InTheHouse.class)
class TrialJourneyTests {

    private static final String RULES =
            """
            division: "330102"
            from: 2027-02-01
            name: { zh: 上城区周末多记一分, en: One more point at weekends }
            changes:
              - { rule: reflection-answered, points: 2 }
            rules:
              - rule: weekend-lessons
                kind: lesson-completed
                points: 3
                when: "event.weekday in [6, 7]"
                did: { zh: "周末看完《{title}》", en: "Finished “{title}” at the weekend" }
                why: { zh: "周末看完，记 {points} 分。", en: "At the weekend, so {points} points." }
            """;

    private final Browsers browsers;

    TrialJourneyTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void an_officer_tries_rules_and_takes_the_figures_away() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            tryRules(officer, "190-try-rules", "191-tried");
            Page page = officer.page();
            page.locator("label[for='levels-table']").click();
            page.locator("label[for='counties-table']").click();
            officer.picture("192-tried-tables");
            Download file =
                    page.waitForDownload(() -> page.locator("a[href$='table=points']").click());
            assertThat(text(file)).contains("看完微课");
        }
    }

    @Test
    void it_fits_a_phone() {
        try (Visitor officer = browsers.phone()) {
            officer.signInAs(officer.house().staff("city-officer"));
            tryRules(officer, "193-try-rules-phone", "194-tried-phone");
            assertThat(officer.overflow()).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void what_is_wrong_with_a_file_is_named() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            officer.go("/console/rules/simulate");
            officer.page().fill("#text", RULES.replace("points: 3", "points: many"));
            officer.send("/console/rules/simulate");
            assertThat(officer.main()).containsText("rules[0].points");
            officer.picture("195-try-rules-faults");
        }
    }

    private static void tryRules(Visitor officer, String form, String done) {
        Page page = officer.page();
        officer.go("/console/rules/simulate");
        officer.pictures(form);
        page.selectOption("#term", term());
        page.fill("#text", RULES);
        officer.send("/console/rules/simulate");
        assertThat(page.locator("#counties-title")).isVisible();
        assertThat(officer.main()).containsText("什么都没有写入");
        officer.pictures(done);
    }

    /** The sample term lies before today. */
    private static String term() {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusWeeks(2);
        int month = day.getMonthValue();
        return month >= 9
                ? day.getYear() + "-autumn"
                : month == 1 ? day.getYear() - 1 + "-autumn" : day.getYear() + "-spring";
    }

    private static String text(Download file) {
        try {
            return Files.readString(file.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
