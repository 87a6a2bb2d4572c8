package org.jiaxue.points.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiaxue.points.rules.RuleFile;
import org.junit.jupiter.api.Test;

class NumberedTests {

    @Test
    void a_version_is_written_in_and_comments_stay() {
        String body =
                """
                # ours
                division: "330102" # here
                from: 2027-02-01
                name: { zh: 甲, en: A }
                """;

        assertThat(Numbered.body(body, 7))
                .contains("# ours", "# here\nversion: 7\nfrom")
                .satisfies(it -> assertThat(RuleFile.read("f", it).version()).isEqualTo(7));
        assertThat(Numbered.body(Numbered.body(body, 7), 8)).contains("\nversion: 8\n");
    }

    @Test
    void a_file_in_braces_is_written_anew() {
        String body =
                "{division: \"330102\", from: 2027-02-01, name: {zh: 甲, en: A}, caps: {day: 9}}";

        assertThat(RuleFile.read("f", Numbered.body(body, 3)).version()).isEqualTo(3);
    }

    @Test
    void a_line_of_a_text_that_looks_like_the_version_is_no_version() {
        String body =
                """
                division: "330102"
                from: 2027-02-01
                name:
                  en: A
                  zh: "甲
                version: 2"
                """;

        assertThat(RuleFile.read("f", Numbered.body(body, 3)))
                .satisfies(it -> assertThat(it.version()).isEqualTo(3))
                .satisfies(it -> assertThat(it.name().zh()).isEqualTo("甲 version: 2"));
    }
}
