package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator reads who brings a list in by hand. */
@RoomTest
class ImportCommandTests {

    private static final String COUNTY = "330102";

    @TempDir Path directory;
    @Autowired ApplicationContext house;
    @Autowired Regions regions;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from regions.listed_school").update();
        jdbc.sql("delete from regions.organisation").update();
    }

    @Test
    void faults_are_told_in_one_language_with_their_places_and_nothing_is_brought_in()
            throws IOException {
        Path file = csv("学校代码,学校名称,办学类型", "1,一小,小学", "1,二小,私塾", "3,=1+1,小学");

        assertThat(refused(command(file, true), "zh"))
                .hasSize(3)
                .endsWith("第 4 行，学校名称：“=1+1”以 = 开头，导出后会被当成公式。请去掉开头的符号。", "没有导入任何内容。请改好上面各处再试。")
                .first()
                .asString()
                .startsWith("第 3 行，办学类型：没有“私塾”这种办学类型。可以写：幼儿园");
        assertThat(refused(command(file, false), "en"))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Row 3, 办学类型: There is no school type “私塾”. There are:");
        assertThat(regions.schools(COUNTY)).isEmpty();
    }

    @Test
    void a_workbook_is_tried_taken_and_compared_with_the_list_before_it() throws IOException {
        assertThat(told(command(csv("code,name,type", "1,一小,小学", "2,二小,小学"), false), "en"))
                .containsExactly(
                        "The list is taken. 2 schools: 2 new, 0 changed, 0 as before, 0 missing.");
        Path file = xlsx("1", "第一小学", "小学", "备注");

        assertThat(told(command(file, true), "zh"))
                .containsExactly(
                        "第 2 行，学校名称：一小 → 第一小学",
                        "上一份名单里有、这一份没有：2 二小",
                        "这几列没有读：地址。",
                        "只是看看，没有改动。共 1 所学校：新增 0 所，有变动 1 所，未变 0 所，缺少 1 所。");
        assertThat(regions.schools(COUNTY)).extracting(Organisation::name).contains("一小");
        assertThat(told(command(file, false), "zh")).last().asString().startsWith("名单已导入。共 1 所学校");
        assertThat(regions.schools(COUNTY))
                .extracting(Organisation::name)
                .containsExactlyInAnyOrder("第一小学", "二小");
    }

    @Test
    void what_cannot_be_read_is_one_sentence() throws IOException {
        Path gbk = directory.resolve("gbk.csv");
        Files.write(gbk, "学校代码,学校名称".getBytes(Charset.forName("GBK")));
        assertThat(refused(command(gbk, true), "en"))
                .singleElement()
                .asString()
                .contains("Row 1 is not UTF-8 from byte 5 on");
        Path large = directory.resolve("large.csv");
        Files.write(large, new byte[(4 << 20) + 1]);
        assertThat(refused(command(large, true), "zh")).singleElement().asString().contains("4 MB");
        ImportCommand nowhere = command(gbk, true);
        nowhere.county = "999999";
        assertThat(refused(nowhere, "zh")).singleElement().asString().contains("999999");
        assertThatThrownBy(() -> CommandTexts.in("fr")).hasMessageContaining("fr");
    }

    private ImportCommand command(Path file, boolean dryRun) {
        ImportCommand command = new ImportCommand();
        command.file = file;
        command.county = COUNTY;
        command.dryRun = dryRun;
        return command;
    }

    private List<String> told(ImportCommand command, String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            command.bringIn(house, CommandTexts.in(language), printed);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** What was printed, and the sentence after it. */
    private List<String> refused(ImportCommand command, String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            assertThatThrownBy(() -> command.bringIn(house, CommandTexts.in(language), printed))
                    .isInstanceOfSatisfying(
                            CannotStart.class, it -> printed.println(it.getMessage()));
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Path csv(String... lines) throws IOException {
        return Files.write(directory.resolve("list.csv"), List.of(lines));
    }

    private Path xlsx(String... cells) throws IOException {
        Path file = directory.resolve("list.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            String[] head = {"学校代码", "学校名称", "办学类型", "地址"};
            for (int i = 0; i < head.length; i++) {
                sheet.value(0, i, head[i]);
                sheet.value(1, i, cells[i]);
            }
        }
        return file;
    }
}
