package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lines that no room alone can hold; docs/decisions/red-lines.md names the others' tests. */
@RoomTest
class RedLineTests {

    private static final List<String> NEVER =
            List.of(
                    "打卡",
                    "断签",
                    "连续签到",
                    "排行",
                    "排名第",
                    "击败",
                    "速抢",
                    "合格家长证",
                    "leaderboard",
                    "streak",
                    "you beat",
                    "hurry up",
                    "qualified parent");

    /** The lines that what is built so far could cross. */
    private static final List<Integer> BUILT = List.of(2, 3, 5, 6, 7, 8, 11);

    private static final Pattern METHOD = Pattern.compile("`(\\w+Tests|\\w+Properties)\\.(\\w+)`");

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;

    @Test
    void search_and_lessons_open_without_an_account() {
        Caller visitor = Caller.visitor(port, "zh-CN");

        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(visitor.get("/search?q=%E7%A3%A8%E8%B9%AD").words()).contains("磨蹭");
        for (Lesson lesson : catalogue.lessons()) {
            Caller.Answer page = visitor.get("/lessons/" + lesson.id());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.words()).contains(lesson.title().zh());
            assertThat(page.page().select("video[src], video source, .jx-article-part"))
                    .isNotEmpty();
        }
    }

    @Test
    void no_text_ranks_hurries_or_counts_days() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> texts =
                    files.filter(file -> file.toString().matches(".*\\.(properties|ya?ml)$"))
                            .toList();
            assertThat(texts).isNotEmpty();
            for (Path file : texts) {
                String text = Files.readString(file).toLowerCase(Locale.ROOT);
                assertThat(NEVER).as(file.toString()).noneMatch(text::contains);
            }
        }
    }

    @Test
    void every_red_line_has_its_row_and_every_test_named_there_exists() throws IOException {
        String table = Files.readString(Path.of("docs/decisions/red-lines.md"));
        for (int line = 1; line <= 12; line++) {
            assertThat(table).contains("\n| " + line + " ");
        }
        List<MatchResult> named =
                Pattern.compile("`(\\w+Tests|\\w+Properties)(?:\\.(\\w+))?`")
                        .matcher(table)
                        .results()
                        .toList();
        assertThat(named).isNotEmpty();
        for (MatchResult test : named) {
            assertThat(sourceOf(test.group(1)))
                    .as(test.group())
                    .contains(Objects.requireNonNullElse(test.group(2), "class"));
        }
    }

    @Test
    void every_line_that_is_built_names_a_method_that_holds_it() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/decisions/red-lines.md"));
        for (int line : BUILT) {
            String row =
                    rows.stream()
                            .filter(it -> it.startsWith("| " + line + " "))
                            .findFirst()
                            .orElseThrow();
            List<MatchResult> methods = METHOD.matcher(row).results().toList();
            assertThat(methods).as(row).isNotEmpty();
            for (MatchResult method : methods) {
                assertThat(sourceOf(method.group(1)))
                        .as(method.group())
                        .containsPattern("(@Test|@Property|@ParameterizedTest)")
                        .contains("void " + method.group(2) + "(");
            }
        }
    }

    private static String sourceOf(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Path source =
                    files.filter(file -> file.endsWith(test + ".java")).findFirst().orElseThrow();
            return Files.readString(source);
        }
    }
}
