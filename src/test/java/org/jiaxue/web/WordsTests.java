package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {

    private static final Words SENTENCE =
            new Words(
                    "记 {points} 分，上限 {cap} 分。",
                    "Worth {full} points; at most {cap} points, so {points} points.");

    @Test
    void every_slot_of_a_name_takes_the_number() {
        assertThat(SENTENCE.with("points", 11).with("cap", 21))
                .isEqualTo(
                        new Words(
                                "记 11 分，上限 21 分。",
                                "Worth {full} points; at most 21 points, so 11 points."));
    }

    @Test
    void one_is_one_point_in_english() {
        assertThat(SENTENCE.with("points", 1).with("full", 2).with("cap", 1).en())
                .isEqualTo("Worth 2 points; at most 1 point, so 1 point.");
    }
}
