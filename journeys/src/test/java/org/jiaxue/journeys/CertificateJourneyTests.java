package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A guardian takes a certificate as PDF, changes the name on it, shows it and takes that back. */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CertificateJourneyTests {

    private final Browsers browsers;
    private final Visitor parent;
    private final Page page;
    private String earlier = "";
    private String link = "";

    CertificateJourneyTests(Browsers browsers) {
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
    void the_certificate_stands_as_on_paper_and_is_taken_as_a_file() {
        parent.signIn(parent.house().guardian("holder").signIn());
        parent.go("/me/credentials");
        parent.press(parent.main().locator("a[href^='/me/credentials/']").first());
        earlier = parent.path();
        assertThat(page.locator(".jx-sheet")).isVisible();
        assertThat(parent.main()).containsText("未署姓名");
        parent.pictures("60-certificate");
        parent.prefer("theme", "dark");
        page.reload();
        parent.picture("60-certificate-dark");
        parent.prefer("theme", "");
        parent.prefer("size", "large");
        page.reload();
        parent.picture("60-certificate-large");
        parent.prefer("size", "");
        page.reload();
        String file = page.locator("a[href$='.pdf']").getAttribute("href");
        APIResponse answer = page.request().get(parent.house().at(file));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.7");
    }

    @Test
    @Order(2)
    void a_surname_with_an_honorific_is_put_on_it() {
        page.locator("input[value=surname]").check();
        page.fill("#surname", "欧阳");
        page.selectOption("#honorific", "女士");
        parent.send(earlier + "/name");
        assertThat(parent.path()).isNotEqualTo(earlier);
        assertThat(parent.main()).containsText("欧阳女士");
        parent.pictures("61-certificate-with-a-name");
    }

    @Test
    @Order(3)
    void a_link_shows_it_to_somebody() {
        page.selectOption("#days", "7");
        parent.press(page.locator("form[action$='/shares#links'] button"));
        String address = page.inputValue("#made");
        link = address.substring(address.indexOf("/credentials/"));
        parent.picture("62-certificate-link");
        try (Visitor friend = browsers.phone()) {
            friend.go(link);
            assertThat(friend.main()).containsText("欧阳女士");
            friend.pictures("63-certificate-shown");
            friend.go(earlier.substring("/me".length()));
            assertThat(friend.page().locator(".jx-plaque")).containsText("已更换");
            assertThat(friend.main()).not().containsText("欧阳");
            friend.pictures("64-certificate-replaced");
        }
    }

    @Test
    @Order(4)
    void the_link_is_withdrawn_and_shows_no_more_than_anybody_sees() {
        parent.press(page.locator("form[action$='/withdrawal'] button").first());
        assertThat(page.locator("form[action$='/withdrawal']")).hasCount(0);
        try (Visitor friend = browsers.phone()) {
            friend.go(link);
            assertThat(friend.main()).containsText("停用或者到期");
            assertThat(friend.main()).not().containsText("欧阳");
            friend.pictures("65-certificate-no-longer-shown");
        }
    }
}
