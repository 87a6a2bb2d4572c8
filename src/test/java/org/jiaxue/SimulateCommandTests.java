package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiaxue.archive.PutAway;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is printed where somebody tries rules by the command. */
@RoomTest
class SimulateCommandTests {

    @TempDir Path directory;
    @Autowired ApplicationContext house;

    @Test
    void tables_are_printed_and_written_as_files() throws IOException {
        SimulateCommand command = command("");
        command.csv = directory.resolve("out").toString();

        assertThat(printed(command, "en"))
                .contains("“Our rules”, tried over what was really learned in the autumn term of")
                .contains("Parents at each level, and how long it took")
                .contains("Points by kind of learning")
                .contains("By county", "By the child's stage")
                .containsPattern("rows: Too few parents|No row that may be shown would change")
                .doesNotContainPattern("withheld( +withheld){5}");
        assertThat(printed(command, "zh")).contains("秋季学期", "各类学习的积分", "不显示");
        assertThat(directory.resolve("out"))
                .isDirectoryContaining("glob:**levels.csv")
                .isDirectoryContaining("glob:**points.csv")
                .isDirectoryContaining("glob:**counties.csv")
                .isDirectoryContaining("glob:**stages.csv");
        assertThat(Files.readString(directory.resolve("out/points.csv")))
                .startsWith("\uFEFF学习,现在（分）,试算（分）");
    }

    @Test
    void faults_are_printed_with_file_line_and_field() throws IOException {
        SimulateCommand command = command("caps: { day: many }");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() ->
                        command.tryOver(
                                house,
                                CommandTexts.in("en"),
                                new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Nothing was tried");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("rules.yaml, line 4, caps.day: ");
    }

    @Test
    void a_term_that_is_none_is_refused() throws IOException {
        SimulateCommand command = command("");
        command.term = "2026";

        assertThatThrownBy(() -> printed(command, "zh"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("“2026”不是学期");
    }

    @Test
    void months_in_files_are_named_with_the_command_that_brings_them_back() throws IOException {
        People people = house.getBean(People.class);
        GuardianId guardian = people.register(Phone.read("15207900002").orElseThrow(), "330902");
        people.giveConsent(guardian, Purpose.RECORDS);
        PutAway files = new PutAway(house);
        files.with(guardian);
        SimulateCommand command = command("");
        command.term = "1999-spring";
        try {
            assertThatThrownBy(() -> printed(command, "en"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("1999-05")
                    .hasMessageContaining("./jiaxue archive --bring-back 1999-0");
            assertThat(files.content()).contains(guardian.toString());
        } finally {
            files.back();
        }
    }

    private SimulateCommand command(String more) throws IOException {
        SimulateCommand command = new SimulateCommand();
        command.file = directory.resolve("rules.yaml");
        command.term = "2026-autumn";
        Files.writeString(
                command.file,
                """
                division: "330902"
                from: 2027-02-01
                name: { zh: 本县规则, en: Our rules }
                %s
                """
                        .formatted(more));
        return command;
    }

    private String printed(SimulateCommand command, String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.tryOver(
                house,
                CommandTexts.in(language),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
