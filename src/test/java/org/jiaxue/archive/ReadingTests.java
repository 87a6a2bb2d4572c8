package org.jiaxue.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
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
    @Autowired Volumes volumes;

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

        assertThat(first.entries()).isEqualTo(before.subList(0, 2));
        assertThat(second.entries()).isEqualTo(before.subList(2, 4));
        assertThat(third.entries()).isEqualTo(before.subList(4, 6));
        assertThat(last.entries()).isEqualTo(before.subList(6, 7));
        assertThat(last.next()).isNull();
        for (int limit = 1; limit <= 10; limit++) {
            assertThat(all(guardian, limit)).as("%d a page", limit).isEqualTo(before);
        }
        assertThat(archives.of(guardian)).containsExactly(APRIL, MARCH);
        assertThat(rows(guardian)).hasSize(4);
    }

    /** What an import brings to a month that lies in files stays here, and is told in its turn. */
    @Test
    void a_line_that_is_here_and_older_than_one_in_a_file_comes_after_it() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        learn(guardian, 1, "2026-03-01T20:00");
        List<Points.Entry> before = all(guardian, 10);
        assertThat(archives.of(guardian)).isEmpty();
        learn(guardian, 1, "2026-04-10T20:00");
        before.addFirst(points.entries(guardian, null, 1).entries().getFirst());
        archiving.before(APRIL.plusMonths(1), _ -> {});

        assertThat(archives.of(guardian)).containsExactly(APRIL);
        assertThat(points.latest(guardian, 5).entries()).isEmpty();
        assertThat(all(guardian, 10)).hasSize(3).isEqualTo(before);
    }

    /** Page after page, as somebody reads them. */
    private List<Points.Entry> all(GuardianId guardian, int limit) {
        List<Points.Entry> all = new ArrayList<>();
        Points.Page page = points.entries(guardian, null, limit);
        all.addAll(page.entries());
        while (page.next() != null) {
            page = points.entries(guardian, page.next(), limit);
            all.addAll(page.entries());
        }
        assertThat(page.missing()).isNull();
        return all;
    }

    @Test
    void the_caps_are_those_of_where_a_guardian_lives_when_every_line_lies_in_files() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        Points.Sums before = points.sums(guardian);
        archiving.before(APRIL, _ -> {});
        long opened = volumes.opened();

        assertThat(points.sums(guardian)).isEqualTo(before);
        assertThat(before.dayCap()).isNotNull();
        assertThat(volumes.opened()).isEqualTo(opened);
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
