package org.jiaxue.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.points.Points;
import org.jiaxue.points.Recalculation;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who needs a month that lies in files reads it as if it did not. */
class ReadingTests extends AtTheArchive {

    @Autowired Recalculation recalculation;
    @Autowired Rules rules;

    @Test
    void a_guardians_list_goes_on_into_months_in_files_and_leaves_them_there() {
        GuardianId guardian = guardian();
        learn(guardian, 3, "2026-03-10T20:00");
        learn(guardian, 2, "2026-04-10T20:00");
        learn(guardian, 2, "2026-09-10T20:00");
        List<Points.Entry> before = points.entries(guardian, null, 10).entries();
        archiving.before(SEPTEMBER, _ -> {});

        Points.Page first = points.entries(guardian, null, 2);
        Points.Page second = points.entries(guardian, first.next(), 2);
        Points.Page third = points.entries(guardian, second.next(), 2);
        Points.Page last = points.entries(guardian, third.next(), 2);

        assertThat(points.entries(guardian, null, 10).entries()).isEqualTo(before);
        assertThat(first.entries()).isEqualTo(before.subList(0, 2));
        assertThat(second.entries()).isEqualTo(before.subList(2, 4));
        assertThat(third.entries()).isEqualTo(before.subList(4, 6));
        assertThat(last.entries()).isEqualTo(before.subList(6, 7));
        assertThat(last.next()).isNull();
        assertThat(archives.of(guardian)).containsExactly(APRIL, MARCH);
        assertThat(rows(guardian)).hasSize(4);
        assertThatThrownBy(() -> points.entries(guardian, Ids.next(), 2))
                .satisfies(refused("points.problem.no-such-entry"));
    }

    @Test
    void a_page_of_newer_lines_opens_no_file() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        learn(guardian, 3, "2026-09-10T20:00");
        archiving.before(SEPTEMBER, _ -> {});
        Manifest manifest = stacks.manifest("points.entry", MARCH);
        stacks.note(directory("points.entry", MARCH), emptied(manifest));

        assertThat(points.entries(guardian, null, 2).entries()).hasSize(2);
        stacks.note(directory("points.entry", MARCH), manifest);
    }

    @Test
    void the_caps_are_those_of_where_a_guardian_learned_last_wherever_that_line_lies() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        Points.Sums before = points.sums(guardian);
        archiving.before(APRIL, _ -> {});

        assertThat(points.sums(guardian)).isEqualTo(before);
        assertThat(before.dayCap()).isNotNull();
    }

    @Test
    void what_was_ever_told_is_known_wherever_its_line_lies() {
        GuardianId guardian = guardian();
        UUID lesson = learn(guardian, 1, "2026-03-10T20:00").getFirst().cause();
        archiving.before(APRIL, _ -> {});

        assertThat(learning.told(guardian, List.of(lesson, Ids.next())))
                .containsExactlyEntriesOf(Map.of(EventKind.LESSON_COMPLETED, Set.of(lesson)));
    }

    /** Fifteen points a day: seven lessons of two points and one of one. */
    @Test
    void a_fact_told_very_late_is_cut_by_what_its_day_brought() {
        GuardianId guardian = guardian();
        learn(guardian, 8, "2026-03-10T20:00");
        assertThat(points.sums(guardian).balance()).isEqualTo(15);
        archiving.before(APRIL, _ -> {});

        List<Fact> late = learn(guardian, 1, "2026-03-10T21:00");

        assertThat(points.sums(guardian).balance()).isEqualTo(15);
        assertThat(archives.of(guardian)).isEmpty();
        assertThat(rows(guardian)).hasSize(18);
        assertThat(late).hasSize(1);
        points.audit(guardian);
    }

    @Test
    void what_came_back_alone_is_not_doubled_when_its_month_does() {
        GuardianId guardian = guardian();
        GuardianId other = guardian();
        learn(guardian, 2, "2026-03-10T20:00");
        learn(other, 2, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        learn(guardian, 1, "2026-03-11T21:00");
        List<String> rows = rows(guardian);

        archiving.bringBack(MARCH);

        assertThat(rows(guardian)).hasSize(6).isEqualTo(rows);
        assertThat(rows(other)).hasSize(4);
        points.audit(guardian);
        points.audit(other);
    }

    @Test
    void points_are_gone_through_again_over_months_in_files_as_over_others() {
        GuardianId guardian = guardianIn("330127");
        learn(guardian, 2, "2026-03-10T20:00");
        learn(guardian, 1, "2026-09-10T20:00");
        archiving.before(SEPTEMBER, _ -> {});
        enact();

        UUID run =
                recalculation
                        .begin("330127", LocalDate.of(2026, 3, 1), LocalDate.of(2027, 5, 1))
                        .orElseThrow();
        recalculation.work(2);

        assertThat(recalculation.progress(run).done()).isTrue();
        assertThat(recalculation.progress(run).unfit()).isZero();
        assertThat(points.sums(guardian).balance()).isEqualTo(9);
        assertThat(rows(guardian)).hasSize(9);
        assertThat(archives.of(guardian)).isEmpty();
        points.audit(guardian);
    }

    @Test
    void a_run_leaves_months_in_files_that_it_does_not_look_at() {
        GuardianId guardian = guardian();
        learn(guardian, 2, "2026-03-10T20:00");
        learn(guardian, 1, "2026-09-10T20:00");
        archiving.before(APRIL, _ -> {});

        recalculation.begin("330122", LocalDate.of(2026, 9, 1), LocalDate.of(2027, 5, 1));
        recalculation.work(2);

        assertThat(archives.of(guardian)).containsExactly(MARCH);
        points.audit(guardian);
    }

    private void enact() {
        rules.enact(
                "test.yaml",
                """
                division: "330127"
                version: 1
                from: 2026-03-01
                name: { zh: 县里的规则, en: The county's rules }
                changes:
                  - { rule: lesson-completed, points: 3 }
                """,
                Ids.next(),
                Ids.next());
    }
}
