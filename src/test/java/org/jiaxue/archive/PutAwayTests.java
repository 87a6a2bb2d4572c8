package org.jiaxue.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaxue.learning.Fact;
import org.jiaxue.points.Points;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What becomes of a month that is put away, and which month cannot be. */
class PutAwayTests extends AtTheArchive {

    @Test
    void what_is_put_away_and_brought_back_is_as_it_was() {
        GuardianId guardian = guardian();
        GuardianId other = guardian();
        learn(guardian, 3, "2026-03-10T20:00");
        learn(guardian, 2, "2026-04-30T23:58");
        learn(other, 1, "2026-03-31T23:59:59.999999");
        List<String> before = rows(guardian);
        List<String> others = rows(other);

        int done = archiving.before(APRIL.plusMonths(1), _ -> {});

        assertThat(done).isGreaterThanOrEqualTo(4);
        assertThat(rows(guardian)).isEmpty();
        assertThat(part("points.entry_2026_03")).isFalse();
        assertThat(part("learning.event_2026_03")).isFalse();

        archiving.bringBack(MARCH);
        archiving.bringBack(APRIL);

        assertThat(rows(guardian)).hasSize(10).isEqualTo(before);
        assertThat(rows(other)).isEqualTo(others);
        assertThat(part("points.entry_2026_03")).isTrue();
        assertThat(directory("points.entry", MARCH)).doesNotExist();
        assertThatThrownBy(() -> archiving.bringBack(MARCH))
                .satisfies(refused("archive.problem.not-away"));
    }

    @Test
    void a_balance_is_the_sum_of_lines_here_and_in_files_and_says_for_what() {
        GuardianId guardian = guardian();
        learn(guardian, 4, "2026-03-10T20:00");
        learn(guardian, 1, "2026-09-10T20:00");
        List<Points.Part> parts = points.parts(guardian);

        archiving.before(APRIL, _ -> {});

        assertThat(points.sums(guardian).balance()).isEqualTo(10);
        assertThat(points.parts(guardian)).isEqualTo(parts);
        points.audit(guardian);
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("delete from points.archived where guardian_id = :guardian")
                    .param("guardian", guardian.value())
                    .update();
            assertThatThrownBy(() -> points.audit(guardian))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void what_is_told_again_after_its_month_was_put_away_is_refused() {
        GuardianId guardian = guardian();
        List<Fact> facts = learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});

        tell(List.of(fact(guardian, facts.getFirst().cause(), at("2026-09-10T20:00"))));

        assertThat(points.sums(guardian).balance()).isEqualTo(2);
        assertThat(rows(guardian)).isEmpty();
    }

    @Test
    void asked_again_it_does_nothing() {
        learn(guardian(), 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});

        assertThat(archiving.before(APRIL, _ -> {})).isZero();
    }

    @Test
    void a_month_that_may_yet_be_written_to_is_refused() {
        clock.set(Instant.parse("2026-06-10T04:00:00Z"));

        assertThatThrownBy(() -> archiving.before(APRIL, _ -> {}))
                .satisfies(refused("archive.problem.needed"));
    }

    @Test
    void nothing_is_put_away_while_points_are_gone_through_again() {
        learn(guardian(), 1, "2026-03-10T20:00");
        UUID run = Ids.next();
        jdbc.sql(
                        """
                        insert into points.rerun (
                            rerun_id, owner, first_day, last_day, state, asked_at, guardians)
                        values (:run, '330122', '2026-09-01', '2026-09-02', 'running', now(), 0)
                        """)
                .param("run", run)
                .update();

        assertThatThrownBy(() -> archiving.before(APRIL, _ -> {}))
                .satisfies(refused("points.problem.archive-running"));
        assertThat(part("points.entry_2026_03")).isTrue();
        jdbc.sql(
                        """
                        update points.rerun set state = 'cancelled', ended_at = now()
                        where rerun_id = :run
                        """)
                .param("run", run)
                .update();
    }

    @Test
    void whose_points_wait_for_a_person_stays_here_from_that_month_on_and_nobody_else() {
        GuardianId waits = guardian();
        GuardianId other = guardian();
        parts(FEBRUARY);
        learn(waits, 1, "2026-02-10T20:00");
        learn(waits, 2, "2026-03-10T20:00");
        learn(waits, 1, "2026-04-10T20:00");
        learn(other, 1, "2026-03-10T20:00");
        learn(other, 1, "2026-04-10T20:00");
        hold(waits, "2026-03-01");

        archiving.before(APRIL.plusMonths(1), _ -> {});

        assertThat(archives.of(waits)).containsExactly(FEBRUARY);
        assertThat(rows(waits)).hasSize(6);
        assertThat(rows(other)).isEmpty();
        decide(waits);
        points.audit(waits);
    }

    /**
     * The lines of April stayed; whoever decides meanwhile does not part them from their events.
     */
    @Test
    void events_stay_with_the_lines_that_stayed_before_a_person_decided() {
        GuardianId waits = guardian();
        learn(waits, 1, "2026-03-10T20:00");
        learn(waits, 1, "2026-04-10T20:00");
        hold(waits, "2026-03-01");
        try (Owner owner = archiving.owner()) {
            archiving.settle(owner, entries(), archiving.write(owner, entries(), APRIL));
        }
        decide(waits);

        archiving.before(APRIL.plusMonths(1), _ -> {});

        assertThat(archives.of(waits)).isEmpty();
        assertThat(rows(waits)).hasSize(4);
    }

    @Test
    void whose_points_were_checked_stays_here_that_month_and_nobody_else() {
        GuardianId checked = guardian();
        GuardianId other = guardian();
        learn(checked, 2, "2026-03-10T20:00");
        learn(other, 1, "2026-03-10T20:00");
        hold(checked, "2026-03-01");
        decide(checked);
        List<String> rows = rows(checked);

        archiving.before(APRIL, _ -> {});

        assertThat(rows(checked)).isEqualTo(rows);
        assertThat(rows(other)).isEmpty();
        assertThat(archives.of(checked)).isEmpty();
    }

    @Test
    void another_that_works_at_it_is_not_joined() {
        try (Owner owner = archiving.owner()) {
            store.putAwayAlone(owner.jdbc());

            assertThatThrownBy(() -> archiving.before(APRIL, _ -> {}))
                    .satisfies(refused("archive.problem.at-work"));
        }
    }

    @Test
    void files_are_for_the_houses_own_user_alone() throws IOException {
        learn(guardian(), 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});

        try (Stream<Path> found = Files.walk(directory("points.entry", MARCH))) {
            for (Path file : found.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .matches("rw[x-]------");
            }
        }
    }

    @Test
    void the_role_that_serves_puts_nothing_away() {
        assertThatThrownBy(() ->
                        jdbc.sql("select points.put_away('2026-03-01', '{}', 0, 0)")
                                .query((_, _) -> 1)
                                .list())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("update points.archived set points = 1").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /** The first line of what was learned from a day on. */
    private void hold(GuardianId guardian, String from) {
        jdbc.sql(
                        """
                        insert into points.hold (
                            guardian_id, event_id, hold_id, division, detector, version, figures,
                            held_at, until)
                        select guardian_id, event_id, gen_random_uuid(), division, 'device', 1,
                               '{}', now(), now()
                        from points.entry
                        where guardian_id = :guardian and occurred_at >= cast(:from as date)
                        order by occurred_at limit 1
                        """)
                .param("from", from)
                .param("guardian", guardian.value())
                .update();
    }

    private void decide(GuardianId guardian) {
        jdbc.sql(
                        """
                        insert into points.hold_decision (
                            guardian_id, event_id, step, outcome, reason, decided_at)
                        select guardian_id, event_id, 'first', 'released', 'in-time', now()
                        from points.hold where guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .update();
    }
}
