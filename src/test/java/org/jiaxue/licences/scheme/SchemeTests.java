package org.jiaxue.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.Subject;
import org.jiaxue.licences.Scheme.Standing;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeTests {

    private static final Scheme SCHEME = ClimbProperties.shipped();
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);

    @ParameterizedTest
    @CsvSource({
        "99, 5, 0, 0", "100, 0, 0, 0", "100, 1, 0, 1", "100, 0, 1, 0", "100, 0, 2, 1",
        "299, 2, 0, 2", "300, 1, 0, 2", "300, 1, 2, 3", "499, 3, 0, 4", "500, 2, 0, 4",
        "500, 3, 0, 5", "9000, 0, 6, 5",
    })
    void a_level_needs_points_and_activities(int points, int activities, int lives, int level) {
        assertThat(SCHEME.reached(new Standing(points, activities, lives))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-31, 2020-01, 4-6", "2026-08-31, 2019-09, 4-6", "2026-09-01, 2019-09, 7-9",
        "2026-10-12, 2019-10, 4-6", "2026-10-12, 2027-02, 0-3", "2026-10-12, 2022-10, 0-3",
    })
    void a_child_moves_on_each_first_of_september(LocalDate day, YearMonth born, String layer) {
        assertThat(SCHEME.of(child(born), day))
                .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo(layer));
    }

    @Test
    void a_child_past_the_last_layer_has_none() {
        assertThat(SCHEME.of(child(YearMonth.of(2009, 1)), OCTOBER)).isEmpty();
    }

    @Test
    void of_several_children_whom_it_fits_the_youngest_counts() {
        List<Child> children = List.of(child(YearMonth.of(2019, 3)), child(YearMonth.of(2017, 3)));

        assertThat(SCHEME.layerFor(about(84, 132), children, OCTOBER).orElseThrow().name())
                .isEqualTo("7-9");
    }

    @Test
    void what_is_for_the_time_before_birth_has_no_layer_without_a_child() {
        Subject before = new Subject(new Words("备孕", "Before"), Stage.MARRIAGE, null);

        assertThat(SCHEME.layerFor(before, List.of(), OCTOBER)).isEmpty();
        assertThat(SCHEME.layerFor(before, List.of(child(YearMonth.of(2025, 3))), OCTOBER))
                .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("0-3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh: 一星, | zh: 合格家长, | levels[0].title: must not call anyone a qualified parent",
                "points: 200 | points: 90 | levels[1].points: must be a whole number from 101",
                "from: 48 | from: 40 | layers[1].from: must be a whole number from 48",
                "name: 4-6 | name: 0-3 | layers[1].name: is taken by another layer",
                "activities: 2 | activities: many | levels[2].activities: must be a whole number",
                "version: 1 | vers: 1 | vers: is not a field here",
            })
    void an_error_names_file_and_field(String right, String wrong, String message) {
        String text = ClimbProperties.text().replaceFirst(Pattern.quote(right), wrong);

        assertThatThrownBy(() -> SchemeFile.read("schemes/x.yaml", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("schemes/x.yaml, " + message);
    }

    @Test
    void no_level_is_called_a_qualified_parent_and_the_scheme_is_a_template() {
        assertThat(ClimbProperties.text())
                .doesNotContain("合格")
                .doesNotContainIgnoringCase("qualified");
        assertThat(SCHEME.template()).isTrue();
    }

    private static Subject about(int from, int to) {
        return new Subject(new Words("课", "Lesson"), Stage.PRIMARY, new Ages(from, to));
    }

    private static Child child(YearMonth born) {
        return new Child(UUID.randomUUID(), born, Stage.PRIMARY);
    }
}
