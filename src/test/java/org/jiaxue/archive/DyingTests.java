package org.jiaxue.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jiaxue.archive.Archiving.Written;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A process that ends between any two steps, played by leaving out those that come after. At every
 * such moment the balance is the sum of what counts, and asked again all comes to its end.
 */
class DyingTests extends AtTheArchive {

    private GuardianId guardian = new GuardianId(new UUID(0, 0));
    private List<String> before = List.of();

    @BeforeEach
    void learned() {
        guardian = guardian();
        learn(guardian, 3, "2026-03-10T20:00");
        before = rows(guardian);
    }

    @Test
    void after_files_were_written_and_have_no_name() {
        try (Owner owner = archiving.owner()) {
            archiving.write(owner, entries(), MARCH);
        }

        assertThat(rows(guardian)).isEqualTo(before);
        finishes();
    }

    @Test
    void after_files_have_their_name_and_do_not_count() {
        try (Owner owner = archiving.owner()) {
            archiving.write(owner, entries(), MARCH);
            stacks.place("points.entry", MARCH);
        }

        assertThat(rows(guardian)).isEqualTo(before);
        assertThat(archives.of(guardian)).isEmpty();
        finishes();
    }

    @Test
    void before_the_transaction_ends_that_drops_the_part() {
        try (Owner owner = archiving.owner()) {
            Written written = archiving.write(owner, entries(), MARCH);
            store.settle(owner.jdbc(), "points.entry");
            stacks.place("points.entry", MARCH);
            assertThat(
                            entries()
                                    .putAway(
                                            owner.jdbc(),
                                            MARCH,
                                            written.staying(),
                                            written.manifest()))
                    .isTrue();
        }

        assertThat(rows(guardian)).isEqualTo(before);
        assertThat(archives.of(guardian)).isEmpty();
        finishes();
    }

    @Test
    void after_the_lines_were_put_away_and_before_the_events_are() {
        try (Owner owner = archiving.owner()) {
            archiving.settle(owner, entries(), archiving.write(owner, entries(), MARCH));
        }

        assertThat(rows(guardian)).hasSize(3);
        assertThat(archives.of(guardian)).containsExactly(MARCH);
        finishes();
    }

    @Test
    void after_the_events_of_a_month_are_back_and_before_the_lines_are() {
        archiving.before(APRIL, _ -> {});
        assertThat(archives.bringBackAfter(events(), MARCH, "")).isPresent();

        assertThat(rows(guardian)).hasSize(3);
        points.audit(guardian);
        archiving.bringBack(MARCH);
        assertThat(rows(guardian)).isEqualTo(before);
        assertThat(store.all()).noneMatch(it -> it.month().equals(MARCH));
    }

    @Test
    void what_is_written_to_a_month_after_its_files_were_makes_them_anew() {
        try (Owner owner = archiving.owner()) {
            Written written = archiving.write(owner, entries(), MARCH);
            learn(guardian, 1, "2026-03-20T20:00");

            assertThat(archiving.settle(owner, entries(), written)).isFalse();
        }
        assertThat(rows(guardian)).hasSize(8);
        assertThat(directory("points.entry", MARCH)).doesNotExist();
        before = rows(guardian);
        finishes();
    }

    private void finishes() {
        points.audit(guardian);
        archiving.before(APRIL, _ -> {});
        points.audit(guardian);
        assertThat(rows(guardian)).isEmpty();
        assertThat(part("points.entry_2026_03")).isFalse();
        archiving.bringBack(MARCH);
        points.audit(guardian);
        assertThat(rows(guardian)).isEqualTo(before);
    }
}
