package org.jiaxue.statistics.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.closing.Closings;
import org.jiaxue.statistics.fact.Fact;
import org.jiaxue.statistics.fact.FactStore;
import org.jiaxue.statistics.supply.AllSchools;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Files of a county where forty learn in one street and three in another. */
@RoomTest
@TestPropertySource(properties = "jiaxue.test-house=files-of-figures")
@Import({ToldClock.InTheHouse.class, AllSchools.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresFileTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Period WEEK = Period.weekOf(MONDAY);
    private static final String COUNTY = "331122";
    private static final String LESSONS = "division=331122&measure=lessons&time=12-weeks";

    @Autowired private People people;
    @Autowired private FactStore facts;
    @Autowired private Closings closings;
    @Autowired private AllSchools schools;
    @Autowired private ToldClock clock;
    @LocalServerPort private int port;

    private String token = "";
    private String stranger = "";

    @BeforeAll
    void a_week_is_closed() {
        day(MONDAY);
        schools.list("33", 900, MONDAY.minusYears(1));
        schools.open(0, 450, PlatformKind.OWN, MONDAY);
        schools.followed();
        learn("331122001", 60, 40);
        learn("331122002", 60, 45);
        learn("331122003", 12, 3);
        day(WEEK.closes());
        closings.closeDue();
        token = token("files-here", COUNTY);
        stranger = token("files-elsewhere", "331121");
    }

    @Test
    void an_excel_file_holds_the_pages_table_with_numbers_as_numbers_and_words_where_withheld()
            throws IOException {
        HttpResponse<byte[]> file = get("figures.xlsx?" + LESSONS, token, "zh-CN");

        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo(
                        "attachment; filename=\"jiaxue-lessons-331122-%s.xlsx\""
                                .formatted(WEEK.closes()));
        List<Row> rows = rows(file.body(), 0);
        assertThat(rows.getFirst().getCellText(2)).isEqualTo("2026-03-02 至 2026-03-08");
        assertThat(rows.get(1).getCellText(0)).isEqualTo(COUNTY);
        assertThat(rows.get(1).getCellAsNumber(2)).contains(BigDecimal.valueOf(88));
        assertThat(rows.get(4).getCell(2).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(4).getCellText(2)).isEqualTo("不足 10 位家长，不显示");
        List<String> words = new ArrayList<>();
        rows.forEach(row -> row.forEach(cell -> words.add(cell.getText())));
        assertThat(words).as("a withheld cell is neither empty nor a zero").doesNotContain("", "3");
        String about = said(file.body());
        assertThat(about).contains("看完的微课", "定数", "不显示", "http://", "2026");
    }

    @Test
    void shares_of_schools_are_percentages() throws IOException {
        String query = "figures.xlsx?division=331122&measure=schools&by=platform";
        List<Row> rows = rows(get(query, token, "en").body(), 0);

        assertThat(rows.getFirst().getCellText(4)).isEqualTo("Share, 2026-03-02 to 2026-03-08");
        assertThat(rows.get(1).getCell(4).asNumber()).isEqualByComparingTo("0.5");
        assertThat(rows.get(4).getCell(4).asNumber()).isEqualByComparingTo("1");
        assertThat(rows.get(2).getCell(2).asNumber()).isEqualByComparingTo("0");
    }

    @Test
    void a_csv_file_holds_the_same() {
        HttpResponse<byte[]> file = get("figures.csv?" + LESSONS, token, "en");
        String text = new String(file.body(), StandardCharsets.UTF_8);

        assertThat(file.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv;")
                .contains("charset=UTF-8");
        assertThat(text)
                .startsWith("\uFEFFCode,Name,2026-03-02 to 2026-03-08\r\n")
                .contains(",88\r\n")
                .contains(",\"Fewer than 10 parents, not shown\"\r\n");
    }

    @Test
    void whoever_may_not_see_the_page_gets_no_file() {
        for (String file : List.of("figures.csv?", "figures.xlsx?")) {
            assertThat(get(file + LESSONS, stranger, "en").statusCode()).isEqualTo(403);
            assertThat(get(file + LESSONS + "&by=school", token, "en").statusCode()).isEqualTo(400);
            assertThat(get(file + LESSONS.replace("12", "13"), token, "en").statusCode())
                    .isEqualTo(422);
        }
    }

    private void learn(String street, int living, int learning) {
        List<Fact> told = new ArrayList<>();
        for (int i = 0; i < living; i++) {
            Phone phone = new Phone("1996%s%04d".formatted(street.substring(6), i));
            GuardianId guardian = people.register(phone, street);
            if (i < learning) {
                told.add(
                        new Fact(
                                guardian,
                                Ids.next().toString(),
                                EventKind.LESSON_COMPLETED.slug(),
                                MONDAY,
                                street,
                                Stage.PRIMARY.slug()));
            }
        }
        facts.keep(told);
    }

    private static List<Row> rows(byte[] file, int sheet) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getSheet(sheet).orElseThrow().read();
        }
    }

    private static String said(byte[] file) throws IOException {
        StringBuilder said = new StringBuilder();
        rows(file, 1).forEach(row -> row.forEach(cell -> said.append(cell.getText()).append('\n')));
        return said.toString();
    }

    private HttpResponse<byte[]> get(String file, String bearer, String language) {
        URI uri = URI.create("http://localhost:" + port + "/console/statistics/" + file);
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Accept-Language", language)
                        .header("Authorization", "Bearer " + bearer)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new IllegalStateException("no answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("no answer", interrupted);
        }
    }

    private String token(String login, String node) {
        StaffId staff =
                people.hire(
                        login,
                        "统计员",
                        "a-long-password",
                        List.of(new Grant(Role.COUNTY_OFFICER, node)));
        return people.issueToken(staff, EnumSet.of(Viewer.Scope.STAFF), Duration.ofDays(365))
                .token();
    }

    private void day(LocalDate day) {
        clock.set(day.atStartOfDay(clock.zone()).toInstant());
    }
}
