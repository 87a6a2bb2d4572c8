package org.jiaxue.learning.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.Test;

class RecentRowsTests {

    private static final Instant MORNING = Instant.parse("2026-09-01T00:00:00Z");

    private final GuardianId guardian = new GuardianId(UUID.randomUUID());
    private final CoverageRow row =
            new CoverageRow(
                    guardian,
                    new LessonId(UUID.randomUUID()),
                    UUID.randomUUID(),
                    Coverage.none(60, MORNING),
                    0,
                    0,
                    4,
                    null,
                    null,
                    List.of());
    private final RecentRows rows = new RecentRows();

    @Test
    void a_row_is_remembered_as_it_stands_once_written() {
        rows.written(List.of(row));

        assertThat(rows.of(Set.of(guardian, new GuardianId(UUID.randomUUID()))))
                .containsOnlyKeys(guardian)
                .containsEntry(guardian, row.written());
        assertThat(row.written().version()).isEqualTo(5);
    }

    @Test
    void what_is_forgotten_is_read() {
        rows.written(List.of(row));
        rows.forget(Set.of(guardian));

        assertThat(rows.of(Set.of(guardian))).isEmpty();
    }

    @Test
    void each_wrong_guess_is_followed_by_a_rest_twice_as_long() {
        assertThat(restAfterAWrongGuess()).isEqualTo(1);
        assertThat(restAfterAWrongGuess()).isEqualTo(2);
        assertThat(restAfterAWrongGuess()).isEqualTo(4);
        for (int guess = 0; guess < 10; guess++) {
            restAfterAWrongGuess();
        }
        assertThat(restAfterAWrongGuess()).isEqualTo(RecentRows.LONGEST_REST);
    }

    @Test
    void each_right_group_makes_the_next_rest_shorter() {
        restAfterAWrongGuess();
        restAfterAWrongGuess();
        rows.right();

        assertThat(restAfterAWrongGuess()).isEqualTo(3);

        for (int group = 0; group < 100; group++) {
            rows.right();
        }
        assertThat(restAfterAWrongGuess()).isEqualTo(1);
    }

    private int restAfterAWrongGuess() {
        rows.wrong(Set.of(guardian));
        rows.written(List.of(row));
        int groups = 0;
        while (rows.of(Set.of(guardian)).isEmpty()) {
            groups++;
        }
        return groups;
    }
}
