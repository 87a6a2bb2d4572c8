package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The last lesson before a star, the certificate for it, and what a stranger learns of that. */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(5)
class StarJourneyTests {

    private static final int MOST_LOOKS = 60;
    private static final int BETWEEN_LOOKS_MS = 500;

    private final Browsers browsers;
    private final Visitor parent;
    private final Page page;
    private String certificate = "";
    private String document = "";

    StarJourneyTests(Browsers browsers) {
        this.browsers = browsers;
        this.parent = browsers.phone();
        this.page = parent.page();
    }

    @AfterAll
    void nothing_was_complained_of() {
        parent.close();
    }

    @Test
    @Order(1)
    void one_lesson_is_left_before_the_first_star() {
        parent.signIn(parent.house().guardian("near").signIn());
        parent.go("/me/credentials");
        parent.pictures("40-no-certificate-yet");
        parent.go("/me");
        assertThat(page.locator(".jx-house")).isVisible();
        parent.pictures("41-near-a-star");
    }

    @Test
    @Order(2)
    void the_lesson_lights_the_star_while_its_page_is_still_open() {
        parent.go("/lessons/" + parent.house().guardian("near").lesson());
        Lesson screen = new Lesson(parent);
        screen.watch();
        assertThat(screen.notes()).containsText("星");
        parent.picture("42-star");
        parent.speak("en");
        parent.page().reload();
        parent.picture("42-star");
        parent.speak("zh-CN");
        parent.go("/me");
        parent.pictures("43-me-with-a-star");
        parent.go("/me/licences");
        parent.pictures("44-licences-with-a-star");
    }

    @Test
    @Order(3)
    void the_certificate_follows_and_its_holder_opens_it() {
        Locator items = parent.main().locator("a[href^='/me/credentials/']");
        parent.go("/me/credentials");
        for (int look = 0; items.count() == 0 && look < MOST_LOOKS; look++) {
            page.waitForTimeout(BETWEEN_LOOKS_MS);
            page.reload();
        }
        parent.pictures("45-certificates");
        certificate = items.first().getAttribute("href").substring("/me".length());
        parent.go(certificate);
        assertThat(page.locator(".jx-plaque")).containsText("真实有效");
        parent.pictures("46-certificate");
    }

    @Test
    @Order(4)
    void a_stranger_checks_it_without_signing_in() {
        try (Visitor stranger = browsers.phone()) {
            assertThat(stranger.go(certificate)).isEqualTo(200);
            assertThat(stranger.page().locator(".jx-plaque")).containsText("真实有效");
            assertThat(stranger.main())
                    .not()
                    .containsText(stranger.house().guardian("near").name());
            stranger.pictures("47-checked-by-a-stranger");
            APIResponse answer =
                    stranger.page()
                            .request()
                            .get(
                                    stranger.house().at(certificate),
                                    RequestOptions.create().setHeader("Accept", "application/vc"));
            document = answer.text();
            stranger.go("/credentials/check");
            stranger.pictures("48-check-a-copy");
        }
    }

    @Test
    @Order(5)
    void a_true_copy_is_valid_and_an_altered_one_is_told_apart() {
        try (Visitor stranger = browsers.phone()) {
            paste(stranger, document);
            assertThat(stranger.page().locator(".jx-plaque")).containsText("真实有效");
            String altered = document.replaceFirst("\"validFrom\":\"20", "\"validFrom\":\"19");
            assertThat(altered).isNotEqualTo(document);
            stranger.pictures(
                    "49-altered",
                    () -> {
                        paste(stranger, altered);
                        assertThat(stranger.page().locator(".jx-plaque")).isVisible();
                    });
            assertThat(stranger.page().locator(".jx-plaque")).containsText("与原件不符");
            stranger.pictures(
                    "50-not-a-certificate",
                    () -> paste(stranger, "{\"name\": \"something else\"}"));
        }
    }

    @Test
    @Order(6)
    void an_officer_withdraws_it_with_a_reason_and_the_check_page_says_so() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            officer.go("/console/credentials");
            officer.pictures("51-desk-certificates");
            officer.page().fill("#number", certificate.substring("/credentials/".length()));
            officer.press(officer.page().locator("form[action='/console/credentials'] button"));
            officer.pictures("52-desk-certificate-found");
            officer.page().locator("input[value=mistake]").check();
            officer.page().fill("#note", "颁发单位写错了");
            officer.press(officer.page().locator("form[action$='/revocation'] button"));
            officer.pictures("53-desk-withdrawn");
        }
        try (Visitor stranger = browsers.phone()) {
            stranger.go(certificate);
            assertThat(stranger.page().locator(".jx-plaque")).containsText("已撤回");
            assertThat(stranger.main()).containsText("内容写错了");
            stranger.pictures("54-withdrawn");
        }
        parent.go("/me/credentials");
        assertThat(parent.main()).containsText("已撤回");
        parent.go("/me/licences");
        assertThat(parent.main()).containsText("一直有效");
    }

    @Test
    @Order(7)
    void a_number_that_nobody_issued_is_unknown() {
        try (Visitor stranger = browsers.phone()) {
            assertThat(stranger.go("/credentials/" + "0".repeat(32))).isEqualTo(404);
            stranger.pictures("55-no-such-certificate");
        }
    }

    private static void paste(Visitor stranger, String copy) {
        stranger.go("/credentials/check");
        stranger.page().fill("#text", copy);
        stranger.send("/credentials/check");
    }
}
