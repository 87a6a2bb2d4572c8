package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A guardian joins a class by its code, learns a course, takes the certificate and changes the name
 * on it, takes everything that is kept of them, and is gone; the certificate still checks.
 */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(2)
class DataJourneyTests {

    private static final String NAME = "司徒望舒";

    /** The lessons of a course of three films, by a question that each of them answers. */
    private static final Map<String, String> LESSONS =
            Map.of(
                    "孩子磨蹭怎么办", "磨蹭不是懒，是心里还没有时间",
                    "怎么让孩子早上不用催", "早晨的从容，从前一晚开始",
                    "作业写到很晚", "写作业，有开头也有结尾");

    private static final int MOST_LOOKS = 60;
    private static final int BETWEEN_LOOKS_MS = 500;
    private static final Path TARGET = Path.of("..", "target").toAbsolutePath().normalize();
    private static final Path ARCHIVE = TARGET.resolve("journey-archive");

    private final Browsers browsers;
    private final String phone =
            "17" + ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
    private final Visitor parent;
    private final Page page;
    private String earlier = "";
    private String certificate = "";

    DataJourneyTests(Browsers browsers) {
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
    void a_guardian_corrects_the_name_and_sees_what_else_can_be_done() {
        parent.signIn(phone);
        page.locator("input[name=records]").check();
        page.selectOption("#county", "330102");
        parent.send("/welcome");
        page.selectOption("#year", Integer.toString(Year.now().getValue() - 8));
        page.selectOption("#month", "3");
        page.locator("input[name=children]").check();
        parent.send("/welcome/family");
        parent.go("/me/data/name");
        parent.pictures("40-name");
        page.fill("#name", NAME);
        parent.send("/me/data/name");
        assertThat(parent.main()).containsText(NAME);
        parent.pictures("41-data");
        parent.go("/me/data/phone");
        parent.pictures("42-phone");
        parent.go("/me/data/confirmation?next=/me/data");
        parent.pictures("43-confirmation");
        for (String own : List.of("name", "phone", "confirmation", "archive", "erasure")) {
            parent.go("/me/data/" + own);
            assertAccessible(page);
            assertThat(parent.overflow()).as(own).isZero();
        }
    }

    @Test
    @Order(2)
    void joins_a_class_by_its_code_and_learns_a_course() {
        try (Visitor admin = browsers.desk()) {
            admin.signInAs(admin.house().staff("school-admin"));
            admin.go("/console/schools");
            admin.press(
                    admin.page()
                            .locator("tbody a", new Page.LocatorOptions().setHasText("示例第一小学")));
            admin.go(admin.links("a[href^='/console/classes/'][href$='/code']", 1).getFirst());
            String code = admin.page().locator(".jx-wallcode-digits").textContent();
            parent.go("/classes/join/" + code.replaceAll("\\s", ""));
        }
        page.locator("main input[name=stage]").first().check();
        parent.send(parent.path());
        assertThat(parent.path()).isEqualTo("/me/classes");
        LESSONS.forEach((question, lesson) -> {
            parent.go("/");
            page.fill("input[name=q]", question);
            parent.press(page.locator("form[role=search] button"));
            parent.press(page.locator(".jx-answer a.jx-button"));
            assertThat(page.locator("h1")).hasText(lesson);
            new Lesson(parent).watch();
        });
    }

    @Test
    @Order(3)
    void takes_the_certificate_as_a_file_and_has_the_full_name_put_on_it() {
        Locator items = parent.main().locator("a[href^='/me/credentials/']");
        parent.go("/me/credentials");
        for (int look = 0; items.count() == 0 && look < MOST_LOOKS; look++) {
            page.waitForTimeout(BETWEEN_LOOKS_MS);
            page.reload();
        }
        parent.press(items.first());
        earlier = document();
        assertThat(pdf()).startsWith("%PDF-1.7");
        String before = parent.path();
        page.locator("input[value=full]").check();
        page.fill("#full", NAME);
        parent.send(before + "/name");
        assertThat(parent.path()).isNotEqualTo(before);
        assertThat(parent.main()).containsText(NAME);
        parent.pictures("43-certificate-with-the-full-name");
        certificate = document();
        assertThat(certificate).contains(NAME);
        assertThat(pdf()).startsWith("%PDF-1.7");
    }

    /** The sheet of the certificate that is open. */
    private String pdf() {
        String file = page.locator("a[href$='.pdf']").getAttribute("href");
        APIResponse answer = page.request().get(parent.house().at(file));
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }

    /** The signed document of the certificate that is open. */
    private String document() {
        String number = parent.path().substring("/me".length());
        return page.request()
                .get(
                        parent.house().at(number),
                        RequestOptions.create().setHeader("Accept", "application/vc"))
                .text();
    }

    @Test
    @Order(4)
    void everything_comes_as_one_file_that_opens_without_a_network() throws IOException {
        for (String language : List.of("en", "zh-CN")) {
            parent.speak(language);
            parent.go("/me/data/archive");
            parent.picture("44-archive");
            Download file =
                    page.waitForDownload(
                            () -> page.locator("form[action='/me/data/archive'] button").click());
            assertThat(file.suggestedFilename()).matches("jiaxue-\\d{4}-\\d\\d-\\d\\d\\.zip");
            Path to = ARCHIVE.resolve(language);
            unpack(file, to);
            try (Visitor reader = browsers.phone()) {
                reader.offline(true);
                Page opened = reader.page();
                opened.navigate(to.resolve("index.html").toUri().toString());
                assertThat(opened.locator("main")).containsText(NAME);
                assertThat(opened.locator("main")).containsText(phone);
                assertAccessible(opened);
                assertThat(reader.overflow()).isZero();
                reader.picture("45-archive-opened");
            }
        }
    }

    @Test
    @Order(5)
    void the_account_is_erased_after_saying_what_goes_and_what_stays() {
        parent.go("/me/data/erasure");
        parent.pictures("46-erasure");
        parent.send("/me/data/erasure");
        assertThat(page.locator(".jx-field-error")).isVisible();
        page.locator("input[name=sure]").check();
        parent.send("/me/data/erasure");
        assertThat(parent.path()).isEqualTo("/erased");
        assertAccessible(page);
        parent.pictures("47-erased");
        parent.go("/me");
        assertThat(parent.path()).startsWith("/sign-in");
    }

    @Test
    @Order(6)
    void whoever_comes_with_the_same_phone_is_a_stranger() throws IOException {
        parent.signIn(phone);
        assertThat(parent.path()).startsWith("/welcome");
        parent.go("/me/data");
        assertThat(parent.main()).not().containsText(NAME);
        parent.go("/me/data/erasure");
        page.locator("input[name=sure]").check();
        parent.send("/me/data/erasure");
    }

    @Test
    @Order(7)
    void the_certificates_own_file_still_checks_and_the_earlier_one_is_replaced() {
        try (Visitor stranger = browsers.phone()) {
            assertVerdict(stranger, certificate, "真实有效");
            stranger.picture("48-checked-after-the-erasure");
            assertVerdict(stranger, earlier, "已更换");
        }
    }

    private static void assertVerdict(Visitor stranger, String file, String verdict) {
        stranger.go("/credentials/check");
        stranger.page().fill("#text", file);
        stranger.send("/credentials/check");
        assertThat(stranger.page().locator(".jx-plaque")).containsText(verdict);
    }

    @Test
    @Order(8)
    void no_file_of_the_data_directory_and_no_line_of_the_log_knows_name_or_phone()
            throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> kept = Files.walk(TARGET.resolve("journey-data"))) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                if (has(file, NAME) || has(file, phone)) {
                    found.add(file);
                }
            }
        }
        assertThat(found).isEmpty();
        Path log = TARGET.resolve("journey-demo.log");
        assertThat(has(log, NAME)).isFalse();
        assertThat(has(log, phone)).isFalse();
    }

    /** Reads a file in pieces; what PostgreSQL removes meanwhile is gone and knows nothing. */
    private static boolean has(Path file, String word) throws IOException {
        byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static void unpack(Download file, Path to) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file.path()))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                Path path = to.resolve(one.getName()).normalize();
                assertThat(path.startsWith(to)).as(one.getName()).isTrue();
                Files.createDirectories(path.getParent());
                Files.write(path, zip.readAllBytes());
            }
        }
    }

    private static void assertAccessible(Page page) {
        assertThat(
                        new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                                .analyze()
                                .getViolations())
                .as(page.title())
                .isEmpty();
    }
}
