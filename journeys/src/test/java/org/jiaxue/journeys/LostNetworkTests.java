package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When the network goes, a page stays, keeps what was written and says so. */
@ExtendWith(InTheHouse.class)
class LostNetworkTests {

    /** A code is renewed every five seconds; a busy machine is slower, in milliseconds. */
    private static final double RENEWAL = 30_000;

    private final Browsers browsers;

    LostNetworkTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void a_form_is_not_sent_into_nothing_and_keeps_its_words() {
        try (Visitor parent = browsers.phone()) {
            Page page = parent.page();
            Locator lost = page.locator("[data-lost]");
            parent.go("/sign-in");
            page.fill("#phone", "13900000000");
            parent.offline(true);
            page.locator("form[action='/sign-in/codes'] button").first().click();
            assertThat(lost).containsText("没有送出");
            assertThat(page.locator("#phone")).hasValue("13900000000");
            parent.picture("80-no-network");
            parent.offline(false);
            assertThat(lost).isEmpty();
            parent.send("/sign-in/codes");
            assertThat(page.locator("#code")).isVisible();
        }
    }

    @Test
    void a_link_does_not_lead_into_the_browsers_own_error() {
        try (Visitor anyone = browsers.phone()) {
            Page page = anyone.page();
            anyone.speak("en");
            anyone.go("/");
            anyone.offline(true);
            page.locator("a[href='/activities']").first().click();
            assertThat(page.locator("[data-lost]")).containsText("There is no network");
            assertThat(anyone.path()).isEqualTo("/");
            anyone.offline(false);
            assertThat(page.locator("[data-lost]")).isEmpty();
        }
    }

    @Test
    void a_code_that_could_not_be_renewed_says_that_it_is_old() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            Page page = officer.page();
            officer.go("/console/activities");
            officer.go(officer.links("main a[href$='/code']", 1).getFirst());
            officer.offline(true);
            assertThat(page.locator("[data-lost]"))
                    .containsText("没有接上", new ContainsTextOptions().setTimeout(RENEWAL));
            officer.offline(false);
            assertThat(page.locator("[data-lost]")).isEmpty();
        }
    }
}
