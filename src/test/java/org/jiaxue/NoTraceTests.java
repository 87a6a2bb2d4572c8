package org.jiaxue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.database.Database;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.account.Life;
import org.jiaxue.identity.account.LifeAtSchool;
import org.jiaxue.identity.account.Traces;
import org.jiaxue.identity.signin.Browser;
import org.jiaxue.identity.signin.KeptCodes;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * A guardian takes every way through the house and erases the account; then neither the database,
 * row by row, nor the log, nor any file knows the name, the phone, the child.
 */
@RoomTest
@Import(KeptCodes.InsteadOfTheGateway.class)
@ExtendWith(OutputCaptureExtension.class)
class NoTraceTests {

    private static final String PHONE = "13391827364";
    private static final String NAME = "欧阳青禾";

    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired KeptCodes codes;
    @Autowired People people;
    @Autowired Secrets secrets;
    @Autowired Credentials credentials;
    @Autowired Database database;
    @Autowired RetryJob followers;

    @Test
    void after_an_erasure_nothing_knows_name_phone_or_child(CapturedOutput log) throws Exception {
        try (Browser browser = new Browser(port, "zh-CN")) {
            signUp(browser);
            GuardianId guardian = people.register(new Phone(PHONE), "33");
            String child = people.household(guardian).children().getFirst().id().toString();
            Life life = new Life(house, guardian);
            joins(browser, guardian);
            String first = life.lived();
            String earlier = document(first);
            String certificate = renamed(browser, first);
            String file = document(certificate);
            assertThat(file).contains(NAME);
            everywhere(browser, child);
            String[] seeds = seeds(child);
            assertThat(new Traces(database).of(seeds)).contains("identity.phone", "identity.child");
            assertThat(new Traces(database).of(PHONE, NAME, hex(NAME))).isEmpty();
            assertThat(new Traces(database).of(guardian.toString()))
                    .contains("credentials.revocation");

            HttpResponse<String> erased = browser.post("/me/data/erasure", "sure", "true");

            assertThat(Browser.location(erased)).isEqualTo("/erased");
            await().atMost(Duration.ofMinutes(1)).until(() -> followers.waiting() == 0);
            assertThat(new Traces(database).of(seeds)).isEmpty();
            assertThat(new Traces(database).of(guardian.toString()))
                    .containsExactly("identity.audit", "identity.erasure");
            assertThat(log.getAll()).contains("refused").doesNotContain(seeds);
            assertThat(files(seeds)).isEmpty();
            stillChecks(browser, certificate, file);
            assertThat(browser.post("/credentials/check", "text", earlier).body())
                    .contains("已更换，不再使用")
                    .doesNotContain("真实有效", "撤回了它");
            comesBackAsAStranger(guardian);
        }
    }

    private void signUp(Browser browser) throws Exception {
        browser.post("/sign-in/codes", "phone", PHONE);
        String right = codes.codeOf(PHONE);
        browser.post("/sign-in", "code", right.equals("123456") ? "654321" : "123456");
        browser.post("/sign-in", "code", "12");
        browser.post("/sign-in", "code", right);
        browser.post("/welcome", "records", "true", "county", "330102");
        String year = Integer.toString(LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 8);
        browser.post("/me/family", "year", year, "month", "3", "stage", "", "children", "true");
        browser.post("/me/data/name", "name", NAME);
    }

    /** By the code that the teacher gave out, as on paper. */
    private void joins(Browser browser, GuardianId guardian) throws Exception {
        LifeAtSchool school = new LifeAtSchool(house, guardian);
        String code = school.invited();
        HttpResponse<String> typed = browser.post("/classes/join", "code", code);
        String there = Browser.location(typed);
        assertThat(browser.get(there).statusCode()).isEqualTo(200);
        assertThat(Browser.location(browser.post(there, "stage", "primary")))
                .isEqualTo("/me/classes");
        school.countedByNow();
    }

    /** Takes the sheet, has the full name put on it, takes it again, and makes a link to it. */
    private static String renamed(Browser browser, String certificate) throws Exception {
        String own = "/me/credentials/" + certificate;
        assertThat(browser.get("/credentials/" + certificate + ".pdf").statusCode()).isEqualTo(200);
        String there = Browser.location(browser.post(own + "/name", "form", "full", "full", NAME));
        String number = there.replaceAll(".*/([0-9a-f]{32}).*", "$1");
        assertThat(number).isNotEqualTo(certificate).hasSize(32);
        assertThat(browser.get("/credentials/" + number + ".pdf").statusCode()).isEqualTo(200);
        assertThat(browser.post("/me/credentials/" + number + "/shares", "days", "7").body())
                .contains("share=");
        return number;
    }

    /** Everything that a guardian can do with their data, and what is refused on the way. */
    private void everywhere(Browser browser, String child) throws Exception {
        browser.post("/me/family/" + child, "year", "1900", "month", "99", "stage", "");
        browser.get("/me/family/" + child);
        browser.post("/me/data/name", "name", NAME.repeat(20));
        browser.post("/me/data/phone/codes", "phone", PHONE);
        browser.post("/me/data/phone", "code", "000000");
        browser.post("/me/data/confirmation/codes", "next", "/me/data");
        for (String page : List.of("/me", "/me/points", "/me/licences", "/me/credentials")) {
            assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(browser.post("/me/data/archive").statusCode()).isEqualTo(200);
        assertThat(browser.post("/me/data/erasure").statusCode()).isEqualTo(422);
    }

    private String document(String certificate) {
        return credentials.document(CredentialId.read(certificate).orElseThrow()).orElseThrow();
    }

    private String[] seeds(String child) {
        return new String[] {
            PHONE,
            NAME,
            hex(NAME),
            child,
            secrets.hash("identity.phone", PHONE),
            secrets.hash("identity.throttle.CODES_A_PHONE_AN_HOUR", PHONE)
        };
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    /** Files below the data directory, and what an archive could have left where it was made. */
    private static List<Path> files(String... seeds) throws IOException {
        try (Stream<Path> kept = Files.walk(Path.of("target/test-data"));
                Stream<Path> passing =
                        Files.list(Path.of(System.getProperty("java.io.tmpdir")))
                                .filter(it -> it.getFileName().toString().endsWith(".part"))) {
            return Stream.concat(kept, passing)
                    .filter(Files::isRegularFile)
                    .filter(file -> has(file, seeds))
                    .toList();
        }
    }

    private static boolean has(Path file, String... seeds) {
        try {
            String bytes = new String(Files.readAllBytes(file), UTF_8);
            return Stream.of(seeds).anyMatch(bytes::contains);
        } catch (IOException gone) {
            return false;
        }
    }

    /** The file in the holder's hands is good; a changed one and the bare number are told apart. */
    private static void stillChecks(Browser browser, String certificate, String file)
            throws Exception {
        HttpResponse<String> page = browser.get("/credentials/" + certificate);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("副本已不再留存", "/credentials/check");
        assertThat(browser.post("/credentials/check", "text", file).body()).contains("真实有效");
        String changed = file.replace("一门课", "两门课");
        assertThat(changed).isNotEqualTo(file);
        assertThat(browser.post("/credentials/check", "text", changed).body())
                .contains("与原件不符")
                .doesNotContain("真实有效");
        HttpResponse<String> json =
                browser.send(
                        HttpRequest.newBuilder(
                                        browser.request("/credentials/" + certificate)
                                                .build()
                                                .uri())
                                .header("Accept", "application/vc"));
        assertThat(json.statusCode()).isEqualTo(404);
    }

    private void comesBackAsAStranger(GuardianId before) throws Exception {
        try (Browser browser = new Browser(port, "en")) {
            browser.post("/sign-in/codes", "phone", PHONE);
            HttpResponse<String> in = browser.post("/sign-in", "code", codes.codeOf(PHONE));
            assertThat(Browser.location(in)).startsWith("/welcome");
            GuardianId now = people.register(new Phone(PHONE), "33");
            assertThat(now).isNotEqualTo(before);
            assertThat(people.nameOf(now)).isEmpty();
            assertThat(people.household(now).children()).isEmpty();
            assertThat(browser.page("/me/credentials").text()).doesNotContain("A course");
        }
    }
}
