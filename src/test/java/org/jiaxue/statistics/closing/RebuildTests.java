package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Rebuild;
import org.jiaxue.statistics.rollup.Folding;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What figures are counted from is made of the events, and can be made of them again. */
@TestPropertySource(properties = "jiaxue.test-house=rebuilding")
class RebuildTests extends AtTheClosing {

    @Autowired private Learning learning;
    @Autowired private Folding folding;
    @Autowired private Rebuild rebuild;
    @Autowired private List<PersonalData> rooms;

    @BeforeEach
    void everybody_may_be_recorded() {
        guardians.forEach(one -> people.giveConsent(one, Purpose.RECORDS));
    }

    @Test
    void what_was_damaged_is_as_before_and_published_figures_stay() {
        learnForReal(week, guardians.subList(0, 60));
        end(week);
        Period next = after(week);
        learnForReal(next, guardians.subList(20, 80));
        folding.fold();
        List<String> before = stored();
        List<String> published = published();
        assertThat(differing(rebuild.all(_ -> {}))).isZero();
        assertThat(stored()).isEqualTo(before);

        damage(next);
        assertThat(stored()).isNotEqualTo(before);
        Rebuild.Done done = rebuild.all(_ -> {});

        assertThat(stored()).isEqualTo(before);
        assertThat(published()).isEqualTo(published);
        assertThat(done.facts().added()).isEqualTo(21);
        assertThat(done.facts().removed()).isEqualTo(2);
        assertThat(differing(done)).isPositive();
        assertThat(differing(rebuild.all(_ -> {}))).isZero();
        end(next);
        assertThat(figure(Measure.LESSONS, next)).isEqualTo(new Figure.Shown(60));
        assertThat(figure(Measure.GUARDIANS, next)).isEqualTo(new Figure.Shown(60));
    }

    @Test
    void what_was_told_late_counts_no_more_after_it() {
        learnForReal(week, guardians.subList(0, 50));
        end(week);
        learnForReal(week, guardians.subList(50, 70));
        folding.fold();
        List<String> before = stored();

        rebuild.all(_ -> {});

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whoever_was_erased_stays_one_guardian() {
        Period month = Period.of(week.month());
        learnForReal(week, guardians.subList(0, 60));
        end(week);
        Period next = after(week);
        learnForReal(next, guardians.subList(0, 60));
        List<GuardianId> gone = guardians.subList(0, 30);
        rooms.stream()
                .filter(it -> List.of("learning", "statistics").contains(it.keeps().schema()))
                .forEach(room ->
                        gone.forEach(
                                one -> transaction.executeWithoutResult(_ -> room.erase(one))));
        jdbc.sql("update statistics.day set facts = facts + 1").update();

        rebuild.all(_ -> {});

        for (Period one = next; !one.from().isAfter(month.to()); one = after(one)) {
            end(one);
        }
        assertThat(figure(Measure.LESSONS, next)).isEqualTo(new Figure.Shown(60));
        assertThat(figure(Measure.GUARDIANS, month)).isEqualTo(new Figure.Shown(60));
    }

    @Test
    void while_people_learn_nothing_is_lost_and_nothing_counts_twice() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> rebuilding =
                CompletableFuture.runAsync(() -> {
                    while (!done.get()) {
                        rebuild.all(_ -> {});
                    }
                });
        for (int round = 0; round < 8; round++) {
            learnForReal(week, guardians.subList(round * 10, round * 10 + 40));
            folding.fold();
        }
        done.set(true);
        rebuilding.join();
        folding.fold();

        List<String> before = stored();
        assertThat(differing(rebuild.all(_ -> {}))).isZero();
        assertThat(stored()).isEqualTo(before);
        end(week);
        assertThat(figure(Measure.LESSONS, week)).isEqualTo(new Figure.Shown(8L * 40));
    }

    private static long differing(Rebuild.Done done) {
        return done.weeks().stream().mapToLong(Rebuild.Week::differing).sum();
    }

    /** Sums are wrong, sets are gone or cannot be read, facts are missing, moved or invented. */
    private void damage(Period one) {
        for (String wrong :
                List.of(
                        "update statistics.day set facts = facts + 7 where day >= :from",
                        "update statistics.day set guardians = '\\x0102' where day >= :from",
                        "delete from statistics.day where day < :from",
                        """
                        delete from statistics.fact where week = :from and cause in (
                            select cause from statistics.fact
                            where week = :from and kind = 'lesson-completed'
                            limit 20)
                        """,
                        """
                        update statistics.fact set division = '331122003' where cause in (
                            select cause from statistics.fact
                            where week = :from and kind = 'lesson-completed' limit 1)
                        """)) {
            jdbc.sql(wrong).param("from", one.from()).update();
        }
        facts.keep(List.of(learned(guardians.getFirst(), one.from())));
    }

    private void learnForReal(Period one, List<GuardianId> some) {
        long before = told();
        List<Fact> learned = new ArrayList<>();
        for (GuardianId guardian : some) {
            learned.add(
                    new Fact(
                            guardian,
                            EventKind.LESSON_COMPLETED,
                            Ids.next(),
                            one.from()
                                    .plusDays(2)
                                    .atTime(LocalTime.NOON)
                                    .atZone(clock.zone())
                                    .toInstant(),
                            new Subject(
                                    new Words("早晨清单", "The morning list"),
                                    Stage.values()[guardians.indexOf(guardian) % 2 + 2],
                                    new Ages(84, 120))));
        }
        transaction.executeWithoutResult(_ -> learning.record(learned));
        await().atMost(Duration.ofSeconds(60)).until(() -> told() >= before + some.size());
    }

    private long told() {
        return jdbc.sql(
                        """
                        select count(*) from statistics.fact
                        where kind = 'lesson-completed' and cause in (
                            select event_id::text from learning.event)
                        """)
                .query(Long.class)
                .single();
    }

    private List<String> stored() {
        return jdbc.sql("select day::text from statistics.day order by 1")
                .query(String.class)
                .list();
    }

    private List<String> published() {
        return jdbc.sql("select figure::text from statistics.figure order by 1")
                .query(String.class)
                .list();
    }
}
