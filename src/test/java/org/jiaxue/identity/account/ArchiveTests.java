package org.jiaxue.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.signin.Browser;
import org.jiaxue.identity.signin.KeptCodes;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything about a guardian in one file that a person can read. */
@RoomTest
@Import({KeptCodes.InsteadOfTheGateway.class, ToldClock.InTheHouse.class})
class ArchiveTests {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final int EVENTS = 2_000;
    private static int phones;

    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired KeptCodes codes;
    @Autowired ToldClock clock;
    @Autowired People people;
    @Autowired Archive archive;
    @Autowired TextsFinder texts;
    @Autowired JdbcClient jdbc;

    private String phone = "";
    private GuardianId guardian = new GuardianId(Ids.next());
    private Browser browser;

    @BeforeEach
    void sign_in() throws Exception {
        clock.set(NOON);
        phone = "150%08d".formatted(++phones);
        guardian = Life.begun(house, new Phone(phone));
        browser = new Browser(port, "zh-CN");
        browser.post("/sign-in/codes", "phone", phone);
        browser.post("/sign-in", "code", codes.codeOf(phone));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void it_opens_as_a_page_without_script_or_network_and_says_it_all_in_clear() throws Exception {
        Map<String, byte[]> files = taken("zh-CN");

        Document page = Jsoup.parse(text(files, "index.html"));
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(page.select("script, link, img, iframe, [src], [onclick]")).isEmpty();
        assertThat(page.select("main section").eachAttr("id"))
                .contains("identity", "learning", "activities", "points", "licences")
                .startsWith("identity");
        assertThat(page.text()).contains("沈阿梅", phone, "2018-03", "上城区", "看完一课", "一本慢慢读的书", "一门课");
        assertThat(page.select("th, dt, h2, h3").eachText()).noneMatch(String::isBlank);
        assertThat(text(files, "README.txt")).contains("index.html", "JSON");
    }

    @Test
    void programs_find_the_same_by_clear_names_in_a_file_a_room() throws Exception {
        Map<String, byte[]> files = taken("en");

        JsonNode me = json(files, "data/identity.json");
        assertThat(me.at("/guardian/0/name").asString()).isEqualTo("沈阿梅");
        assertThat(me.at("/guardian/0/phone").asString()).isEqualTo(phone);
        assertThat(me.at("/children/0/born").asString()).isEqualTo("2018-03");
        JsonNode learned = json(files, "data/learning.json").path("events");
        assertThat(learned).isNotEmpty();
        assertThat(learned.get(0).path("what").path("en").asString()).isNotBlank();
        assertThat(learned)
                .extracting(it -> Instant.parse(it.path("occurredAt").asString()))
                .contains(NOON);
        assertThat(json(files, "data/points.json").path("entries")).isNotEmpty();
        assertThat(Jsoup.parse(text(files, "index.html")).text()).contains("lesson completed");
    }

    @Test
    void a_certificate_lies_in_it_as_its_own_file_that_still_checks() throws Exception {
        Map<String, byte[]> files = taken("zh-CN");

        String name =
                files.keySet().stream()
                        .filter(it -> it.startsWith("certificates/"))
                        .filter(it -> text(files, it).contains("沈阿梅"))
                        .findFirst()
                        .orElseThrow();
        assertThat(browser.post("/credentials/check", "text", text(files, name)).body())
                .contains("真实有效");
        assertThat(Jsoup.parse(text(files, "index.html")).select("a").eachAttr("href"))
                .contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void no_name_that_only_programs_know_is_shown(String language) throws Exception {
        browser.post("/me/data/archive");

        Document page = Jsoup.parse(text(taken(language), "index.html"));

        assertThat(page.select("td, dd").eachText())
                .contains(language.equals("en") ? "Downloaded all data" : "下载全部资料")
                .noneMatch(it -> it.matches("[a-z]+([.-][a-z-]+)+|[A-Z]{2,}( [A-Z]+)*"))
                .noneMatch(it -> it.matches("33\\d{0,10}"));
        assertThat(page.text()).contains(Life.NOTE);
    }

    @Test
    void nobody_elses_is_in_it() throws Exception {
        Life.begun(house, new Phone("151%08d".formatted(++phones)));

        Map<String, byte[]> files = taken("zh-CN");

        assertThat(files.values()).noneMatch(file -> new String(file, UTF_8).contains("151000"));
    }

    @Test
    void what_a_guardian_wrote_cannot_become_markup() throws Exception {
        browser.post("/me/data/name", "name", "<script>alert(1)</script>");

        String page = text(taken("zh-CN"), "index.html");

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void who_signed_in_long_ago_shows_by_a_code_that_it_is_they() throws Exception {
        clock.set(NOON.plus(Duration.ofMinutes(11)));
        String there = "/me/data/confirmation?next=%2Fme%2Fdata%2Farchive";
        assertThat(Browser.location(browser.post("/me/data/archive"))).isEqualTo(there);
        assertThat(Browser.location(browser.post("/me/data/erasure", "sure", "true")))
                .startsWith("/me/data/confirmation");
        assertThat(people.nameOf(guardian)).isPresent();

        browser.post("/me/data/confirmation/codes", "next", "/me/data/archive");
        assertThat(browser.post("/me/data/confirmation", "code", "00", "next", "").statusCode())
                .isEqualTo(422);
        HttpResponse<String> confirmed =
                browser.post(
                        "/me/data/confirmation",
                        "code",
                        codes.codeOf(phone),
                        "next",
                        "/me/data/archive");

        assertThat(Browser.location(confirmed)).isEqualTo("/me/data/archive");
        assertThat(browser.post("/me/data/archive").statusCode()).isEqualTo(200);
    }

    @Test
    void a_programs_token_takes_and_erases_nothing() throws Exception {
        String token =
                people.issueToken(guardian, Set.of(Viewer.Scope.LEARN), Duration.ofDays(1)).token();
        for (String path : new String[] {"/me/data/archive", "/me/data/erasure"}) {
            HttpRequest.Builder request =
                    browser.request(path)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("sure=true"));
            assertThat(browser.send(request).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(people.nameOf(guardian)).isPresent();
    }

    @Test
    void more_than_ten_an_hour_are_refused_and_no_file_is_left_behind() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(browser.post("/me/data/archive").statusCode()).isEqualTo(200);
        }

        assertThat(browser.post("/me/data/archive").statusCode()).isEqualTo(429);
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(it -> it.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("jiaxue-") && name.endsWith(".part"));
        }
    }

    /** A day of lessons and their questions for every day of nearly three years. */
    @Test
    void the_largest_plausible_history_is_told_whole_and_soon() throws Exception {
        liveLong();
        Instant before = Instant.now();

        byte[] bytes = made(guardian);

        long millis = Duration.between(before, Instant.now()).toMillis();
        Map<String, byte[]> files = Unzipped.of(bytes);
        assertThat(json(files, "data/learning.json").path("events")).hasSizeGreaterThan(EVENTS);
        assertThat(json(files, "data/points.json").path("entries")).hasSizeGreaterThan(EVENTS);
        System.out.printf(
                Locale.ROOT,
                "archive events=%d bytes=%d page=%d ms=%d%n",
                EVENTS,
                bytes.length,
                files.getOrDefault("index.html", new byte[0]).length,
                millis);
        assertThat(bytes.length).isLessThan(2 << 20);
        assertThat(millis).isLessThan(15_000);
    }

    private void liveLong() {
        jdbc.sql(
                        """
                        insert into learning.event (guardian_id, event_id, kind, cause, occurred_at,
                            heard_at, division, title_zh, title_en, stage)
                        select :id, gen_random_uuid(), 'lesson-completed', gen_random_uuid(),
                               :at - n * interval '12 hours', :at, '330102003',
                               '磨蹭不是懒，是心里还没有时间', 'Dawdling is not laziness', 'primary'
                        from generate_series(1, :events) as n
                        """)
                .param("id", guardian.value())
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .param("events", EVENTS)
                .update();
        jdbc.sql(
                        """
                        insert into points.entry (guardian_id, entry_id, event_id, kind, cause,
                            once, rule, rule_owner, rule_version, category, points, state,
                            occurred_at, day, week, division, stage, subject_zh, subject_en,
                            did_zh, did_en, why_zh, why_en)
                        select guardian_id, gen_random_uuid(), event_id, kind, cause, 'ever',
                               'lesson-completed', '33', 1, 'lesson', 2, 'counted', occurred_at,
                               occurred_at::date, occurred_at::date, division, stage, title_zh,
                               title_en, '看完一课', 'Lesson completed', '看满八成记 2 分', '2 points'
                        from learning.event
                        where guardian_id = :id and cause not in (
                            select cause from points.entry where guardian_id = :id)
                        """)
                .param("id", guardian.value())
                .update();
    }

    private byte[] made(GuardianId one) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Archive.Ready ready = archive.of(one, texts.of(request))) {
            ready.sendTo(out);
            assertThat(ready.bytes()).isEqualTo(out.size());
        }
        return out.toByteArray();
    }

    private Map<String, byte[]> taken(String language) throws Exception {
        browser.page("/me/data/archive");
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", language);
        request.addPreferredLocale(Locale.forLanguageTag(language));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Archive.Ready ready = archive.of(guardian, texts.of(request))) {
            ready.sendTo(out);
        }
        return Unzipped.of(out.toByteArray());
    }

    private static String text(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return new String(files.getOrDefault(name, new byte[0]), UTF_8);
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        return JsonMapper.builder().build().readTree(text(files, name));
    }
}
