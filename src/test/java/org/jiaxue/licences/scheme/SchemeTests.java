package org.jiaxue.licences.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeTests {

    private static final Scheme SCHEME = ShippedSchemes.read("shangcheng-2026");
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);

    @ParameterizedTest
    @CsvSource({
        "99, 5, 0, 0", "100, 0, 0, 0", "100, 1, 0, 1", "100, 0, 1, 0", "100, 0, 2, 1",
        "299, 2, 0, 2", "300, 1, 0, 2", "300, 1, 2, 3", "499, 3, 0, 4", "500, 2, 0, 4",
        "500, 3, 0, 5", "9000, 0, 6, 5",
    })
    void a_level_needs_points_and_activities(int points, int activities, int lives, int level) {
        assertThat(SCHEME.reached(standing(points, activities, lives))).isEqualTo(level);
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

    @Test
    void the_first_file_of_the_stars_reads_as_the_one_that_ships() {
        String text = ShippedSchemes.text("shangcheng-2026").replace("period: ever\n", "");
        String before =
                Pattern.compile(
                                "- when: points.total >= (\\d+)"
                                        + " && deeds.activity \\+ deeds.live / 2 >= (\\d)")
                        .matcher(text)
                        .replaceAll("- points: $1\n    activities: $2");

        Scheme read = SchemeFile.read("schemes/x.yaml", before + "\nlives-for-an-activity: 2\n");

        assertThat(before).doesNotContain("when:");
        assertThat(read).isEqualTo(SCHEME);
    }

    @ParameterizedTest
    @CsvSource({
        "59, 0", "60, 1", "119, 1", "120, 2", "199, 2", "200, 3",
    })
    void a_level_of_four_layers_needs_its_points_a_confirmation_and_the_layer_before(
            int points, int level) {
        Scheme scheme = ShippedSchemes.read("wucheng-2026");
        Standing standing = standing(points, 0, 0);

        assertThat(scheme.reached(standing)).isEqualTo(level);
        assertThat(scheme.levels())
                .allSatisfy(it -> {
                    assertThat(it.holds(standing, false, true)).isFalse();
                    assertThat(it.holds(standing, true, false)).isFalse();
                });
        assertThat(scheme.layers()).extracting(scheme::confirmer).isSorted().hasSize(4);
        assertThat(scheme.layers())
                .extracting(scheme::byItself)
                .containsExactly(true, false, false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "beilun-2026, 6, 1, 0, 1, 1",
        "beilun-2026, 6, 0, 1, 1, 1",
        "beilun-2026, 5, 1, 0, 1, 0",
        "beilun-2026, 6, 0, 0, 1, 0",
        "beilun-2026, 6, 1, 0, 0, 0",
        "zhejiang-term-2026, 10, 0, 0, 5, 1",
        "zhejiang-term-2026, 9, 3, 3, 5, 0",
        "zhejiang-term-2026, 10, 3, 3, 4, 0",
    })
    void a_terms_certificate_asks_for_deeds(
            String file, int lessons, int activities, int lives, int questions, int level) {
        Standing standing =
                standing(0, activities, lives)
                        .plus(Map.of("deeds.lesson", lessons, "deeds.question", questions));

        assertThat(ShippedSchemes.read(file).reached(standing)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "EVER, 2026-08-31, ever, ever",
        "SCHOOL_YEAR, 2026-08-31, 2025-2026, 2026-2027",
        "SCHOOL_YEAR, 2027-01-31, 2026-2027, 2026-2027",
        "TERM, 2026-08-31, 2026-spring, 2026-autumn",
        "TERM, 2027-01-31, 2026-autumn, 2027-spring",
    })
    void sums_begin_anew_with_their_period(Period period, LocalDate day, String code, String next) {
        assertThat(period.codeOf(day)).isEqualTo(code);
        assertThat(period.codeOf(day.plusDays(1))).isEqualTo(next);
        assertThat(Period.words(code) == null).isEqualTo(period == Period.EVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh: 一星, | zh: 合格家长, | levels[0].title: must not call anyone",
                "from: 48 | from: 40 | layers[1].from: must be a whole number from 48",
                "name: 4-6 | name: 0-3 | layers[1].name: is taken by another layer",
                "version: 1 | vers: 1 | vers: is not a field here",
                "period: ever | period: week | period: must be ever, school-year or term",
                ">= 200 && | >= 200 & | levels[1].when: line 1, column 21:",
                "points.total >= 300 | points.sum >= 300 | levels[2].when: line 1, column 1:",
                "points.total >= 200 | points.total >= 90 | levels[1].when: asks less",
                "points.total >= 200 | points.total >= 100 | levels[1].when: asks no more",
                "points.total >= 100 | points.total <= 100 | levels[0].when: is lost again",
                "points.total >= 100 | points.total > 2000000 | levels[0].when: can never hold",
                "points.total >= 100 | confirmed | levels[0].when: line 1, column 1:",
            })
    void an_error_names_file_field_and_place(String right, String wrong, String message) {
        String text =
                ShippedSchemes.text("shangcheng-2026").replaceFirst(Pattern.quote(right), wrong);

        assertThatThrownBy(() -> SchemeFile.checked("schemes/x.yaml", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("schemes/x.yaml, line ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&& confirmed | && true | levels[0].when: holds without a confirmation",
                "&& below | && true | levels[0].when: holds without the layer before",
                "confirmed-by: county | confirmed-by: class | layers[3].confirmed-by: must come",
                "confirmed-by: county | confirmed-by: mayor | layers[3].confirmed-by: must be self",
                "confirmed-by: county | from: 0, to: 1 | layers[3]: must be of ages",
            })
    void layers_that_are_confirmed_build_on_each_other(String right, String wrong, String message) {
        String text = ShippedSchemes.text("wucheng-2026").replaceFirst(Pattern.quote(right), wrong);

        assertThatThrownBy(() -> SchemeFile.checked("schemes/x.yaml", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("schemes/x.yaml, line ")
                .hasMessageContaining(message);
    }

    @Test
    void no_level_is_called_a_qualified_parent_and_the_scheme_is_a_template() {
        assertThat(ShippedSchemes.all()).allMatch(Scheme::template);
        for (Scheme scheme : ShippedSchemes.all()) {
            assertThat(scheme.toString())
                    .doesNotContain("合格")
                    .doesNotContainIgnoringCase("qualified");
        }
    }

    private static Standing standing(int points, int activities, int lives) {
        return new Standing(
                Map.of("points.total", points, "deeds.activity", activities, "deeds.live", lives));
    }

    private static Subject about(int from, int to) {
        return new Subject(new Words("课", "Lesson"), Stage.PRIMARY, new Ages(from, to));
    }

    private static Child child(YearMonth born) {
        return new Child(UUID.randomUUID(), born, Stage.PRIMARY);
    }
}
