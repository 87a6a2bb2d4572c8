package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a county's list of schools comes in: with faults first, mended then, tried and taken. */
@ExtendWith(InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SchoolListJourneyTests {

    private static final String HERE = "/console/schools/import";
    private static final String HEAD = "学校代码,学校名称,办学类型,英文名称,经度,纬度,联系人";
    private static final List<String> FAULTY =
            List.of(
                    HEAD,
                    "3301029001,名单第一小学,小学,First Listed School,120.17,30.25,略",
                    "3301029002,名单第二中学,私塾,,120.18,,略",
                    "3301029001,名单第三幼儿园,幼儿园,,,,略",
                    "3301029004,=HYPERLINK(\"x\"),小学,,,,略");
    private static final List<String> MENDED =
            List.of(
                    HEAD,
                    "3301029001,名单第一小学,小学,First Listed School,120.17,30.25,略",
                    "3301029002,名单第二中学,初级中学,,120.18,30.26,略",
                    "3301029003,名单第三幼儿园,幼儿园,,,,略",
                    "3301029004,名单第四学校,九年一贯制学校,,,,略");

    private final Visitor desk;
    private final Visitor phone;
    private final Checks checks = new Checks();

    SchoolListJourneyTests(Browsers browsers) {
        this.desk = browsers.desk();
        this.phone = browsers.phone();
    }

    @AfterAll
    void everything_was_sound() {
        desk.close();
        phone.close();
        checks.assertAll();
    }

    @Test
    @Order(1)
    void an_officer_reads_how_a_list_looks() {
        for (Visitor officer : List.of(desk, phone)) {
            officer.signInAs(officer.house().staff("county-officer"));
            officer.go("/console/schools/import");
            assertThat(officer.main()).containsText("4 MB");
            sound(officer);
            officer.pictures(named("110-list", officer));
        }
    }

    @Test
    @Order(2)
    void every_fault_of_a_csv_file_is_told_with_its_row_and_column() {
        Path faulty = written("list.csv", FAULTY);
        for (Visitor officer : List.of(desk, phone)) {
            officer.pictures(named("111-faults", officer), () -> brings(officer, faulty));
            Locator rows = officer.page().locator("tbody tr");
            assertThat(rows.allTextContents())
                    .extracting(it -> it.replaceAll("\\s+", " ").strip())
                    .satisfiesExactlyInAnyOrder(
                            it -> assertThat(it).startsWith("3办学类型").contains("私塾"),
                            it -> assertThat(it).startsWith("3纬度"),
                            it -> assertThat(it).startsWith("4学校代码").contains("3301029001"),
                            it -> assertThat(it).startsWith("5学校名称").contains("公式"));
            assertThat(officer.main()).containsText("没有导入");
            assertThat(officer.page().locator("main form[method=post]")).hasCount(0);
            sound(officer);
        }
        phone.prefer("theme", "dark");
        brings(phone, faulty);
        phone.picture("111-faults-phone-dark");
        phone.prefer("theme", "");
        finds(desk, "名单第", 0);
    }

    @Test
    @Order(3)
    void the_mended_workbook_is_tried_first() {
        Path mended = Spreadsheet.excel(written("mended.csv", MENDED));
        for (Visitor officer : List.of(desk, phone)) {
            brings(officer, mended);
            assertThat(officer.main()).containsText("名单第四学校");
            assertThat(officer.main()).containsText("联系人");
            sound(officer);
            officer.pictures(named("112-tried", officer));
        }
        finds(desk, "名单第", 0);
    }

    @Test
    @Order(4)
    void and_taken_once_it_is_confirmed() {
        Path mended = Spreadsheet.excel(written("mended.csv", MENDED));
        brings(desk, mended);
        desk.press(desk.page().locator("main form[method=post] button"));
        assertThat(desk.path()).startsWith(HERE + "?taken=true");
        assertThat(desk.main()).containsText("4 所");
        sound(desk);
        desk.pictures("113-taken-desk");
        phone.go(desk.path());
        sound(phone);
        phone.pictures("113-taken-phone");
    }

    @Test
    @Order(5)
    void the_schools_are_found_by_their_names_in_either_language() {
        finds(desk, "名单第", 4);
        finds(desk, "first listed", 1);
        sound(desk);
        finds(phone, "第四学校", 1);
        sound(phone);
        phone.pictures("114-found-phone");
        finds(desk, "名单第", 4);
        desk.pictures("114-found-desk");
        desk.press(desk.page().locator("tbody a").first());
        assertThat(desk.main()).containsText("名单第");
        checks.accessible(desk);
    }

    private void sound(Visitor officer) {
        checks.accessible(officer);
        assertThat(officer.overflow()).as(officer.path()).isZero();
    }

    private static void brings(Visitor officer, Path file) {
        officer.go(HERE);
        officer.page().setInputFiles("#file", file);
        officer.send(HERE);
    }

    private static void finds(Visitor officer, String words, int schools) {
        Page page = officer.page();
        officer.go("/console/schools");
        page.fill("#q", words);
        officer.press(page.locator(".jx-filters button"));
        assertThat(page.locator("tbody tr")).hasCount(schools);
    }

    private String named(String name, Visitor officer) {
        return name + (officer == phone ? "-phone" : "-desk");
    }

    private static Path written(String name, List<String> lines) {
        try {
            Path file = Path.of("target", "uploads", name).toAbsolutePath();
            Files.createDirectories(file.getParent());
            return Files.writeString(file, String.join("\r\n", lines));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
