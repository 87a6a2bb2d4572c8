package org.jiaxue.schools.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whatever happens in a class from week to week, no two readings tell of fewer than ten. */
class FigureProperties {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Property(tries = 500)
    void no_figure_and_no_difference_of_two_tells_of_fewer_than_ten(
            @ForAll @IntRange(min = 0, max = 90) int guardians,
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 90) Integer> counts) {
        @Nullable Figure shown = null;
        LocalDate monday = MONDAY;
        for (int count : counts) {
            int done = Math.min(count, guardians);
            @Nullable Figure next = Figure.next(shown, done, guardians - done, monday);
            if (next != null) {
                assertThat(next.shown()).isGreaterThanOrEqualTo(10);
                assertThat(next.missing()).isGreaterThanOrEqualTo(10);
            }
            if (shown != null) {
                assertThat(next).isNotNull();
            }
            if (shown != null && next != null && !next.equals(shown)) {
                assertThat(Math.abs(next.shown() - shown.shown())).isGreaterThanOrEqualTo(10);
                assertThat(Math.abs(next.missing() - shown.missing())).isGreaterThanOrEqualTo(10);
            }
            shown = next;
            monday = monday.plusWeeks(1);
        }
    }

    @Property(tries = 500)
    void a_figure_of_people_that_changed_both_ways_by_few_is_kept(
            @ForAll @IntRange(min = 10, max = 60) int done,
            @ForAll @IntRange(min = 10, max = 60) int missing,
            @ForAll @IntRange(min = -9, max = 9) int fewMore,
            @ForAll @IntRange(min = -30, max = 30) int any) {
        Figure before = new Figure(done, missing, MONDAY);

        assertThat(Figure.next(before, done + fewMore, missing + any, MONDAY.plusWeeks(1)))
                .isEqualTo(before);
        assertThat(Figure.next(before, done + any, missing + fewMore, MONDAY.plusWeeks(1)))
                .isEqualTo(before);
    }

    @Property(tries = 500)
    void what_a_lesson_is_out_of_is_of_its_own_monday_and_at_least_ten_more(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 90) Integer> sizes,
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 90) Integer> counts) {
        @Nullable Figure group = null;
        @Nullable Figure lesson = null;
        LocalDate monday = MONDAY;
        for (int week = 0; week < Math.min(sizes.size(), counts.size()); week++) {
            int guardians = sizes.get(week);
            int done = Math.min(counts.get(week), guardians);
            group = Figure.next(group, guardians, 100 - guardians, monday);
            lesson = Figure.next(lesson, done, guardians - done, monday);
            if (lesson != null) {
                @Nullable Integer of = lesson.outOf(group);
                if (of != null) {
                    assertThat(of).isEqualTo(lesson.shown() + lesson.missing());
                    assertThat(of - lesson.shown()).isGreaterThanOrEqualTo(10);
                }
                assertThat(of != null)
                        .isEqualTo(group != null && lesson.asOf().equals(group.asOf()));
            }
            monday = monday.plusWeeks(1);
        }
    }
}
