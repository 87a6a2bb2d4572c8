package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jiaxue.AtOnce;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.fact.Fact;
import org.jiaxue.statistics.rollup.Folding;
import org.jiaxue.statistics.rollup.RollingUp;
import org.jiaxue.web.PersonalData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The roll-ups follow the facts, whatever happens meanwhile. */
@TestPropertySource(properties = "jiaxue.test-house=folding")
class FoldingTests extends AtTheClosing {

    @Autowired private Folding folding;
    @Autowired private RollingUp rollingUp;
    @Autowired private ForgetJob forgetting;
    @Autowired private List<PersonalData> rooms;

    @Test
    void what_is_folded_in_many_goes_is_what_is_counted_at_once() {
        Random random = new Random(3);
        for (int round = 0; round < 6; round++) {
            happen(random, week, 25);
            folding.fold();
        }

        assertThat(folding.fold()).isZero();
        assertNothingDiffers();
        assertThat(sum("lesson-completed")).isEqualTo(6 * 25);
    }

    @Test
    void a_folding_that_is_broken_off_loses_nothing_and_doubles_nothing() {
        learn(week, 40);
        transaction.executeWithoutResult(status -> {
            folding.foldUntilCommit(week);
            status.setRollbackOnly();
        });
        assertThat(sum("lesson-completed")).isZero();

        folding.fold();

        assertThat(sum("lesson-completed")).isEqualTo(40);
    }

    @Test
    void several_processes_fold_each_fact_once() throws Exception {
        learn(week, 120);
        AtomicLong folded = new AtomicLong();

        AtOnce.run(4, () -> folded.addAndGet(folding.fold()));

        assertThat(folded.get() + folding.fold()).isEqualTo(120);
        assertThat(sum("lesson-completed")).isEqualTo(120);
    }

    @Test
    void while_the_roll_ups_are_being_changed_facts_are_told_without_a_wait() {
        learn(week, 20);
        transaction.executeWithoutResult(_ -> {
            folding.foldUntilCommit(week);
            meanwhile(() -> {
                learn(week, 30);
                return true;
            });
        });
        folding.fold();

        assertThat(sum("lesson-completed")).isEqualTo(50);
    }

    @Test
    void a_certificate_that_is_withdrawn_after_it_was_folded_counts_no_longer() {
        List<Fact> certificates =
                guardians.stream().limit(50).map(one -> certificate(one, week.from())).toList();
        facts.keep(certificates);
        facts.keep(List.of(certificate(guardians.getFirst(), week.from())));
        learn(week, 60);
        folding.fold();
        certificates.subList(0, 10).forEach(facts::revoke);
        folding.fold();
        assertNothingDiffers();

        end(week);

        assertThat(figure(Measure.CERTIFICATES, week)).isEqualTo(new Figure.Shown(41));
        assertThat(behind("certificates", week)).isEqualTo(41);
    }

    @Test
    void whoever_is_erased_between_two_foldings_is_one_guardian_still() {
        Period month = Period.of(week.month());
        learn(week, 60);
        folding.fold();
        learn(week, 60);
        erase(30);
        end(week);
        assertThat(figure(Measure.GUARDIANS, week)).isEqualTo(new Figure.Shown(60));
        for (Period one = after(week); !one.from().isAfter(month.to()); one = after(one)) {
            end(one);
        }

        assertThat(figure(Measure.GUARDIANS, month)).isEqualTo(new Figure.Shown(60));
    }

    @Test
    void what_is_told_late_is_never_folded_and_goes_with_the_term() {
        learn(week, 40);
        end(week);
        learn(week, 50);
        assertThat(folding.fold()).isZero();
        assertThat(sum("lesson-completed")).isEqualTo(40);
        Period term = Period.of(week.term());
        for (Period one = after(week); !one.from().isAfter(term.to()); one = after(one)) {
            end(one);
        }
        learn(after(term), 11);
        folding.fold();

        forgetting.forget();

        assertThat(rows("select count(*) from statistics.fact")).isEqualTo(11);
        assertThat(rows("select coalesce(sum(facts), 0) from statistics.day")).isEqualTo(11);
        learn(week, 12);
        assertThat(folding.fold()).isZero();
    }

    @Test
    void a_house_that_closed_weeks_before_there_were_roll_ups_makes_them_first() {
        Period month = Period.of(week.month());
        learn(week, 40);
        end(week);
        jdbc.sql("delete from statistics.day").update();
        jdbc.sql("update statistics.closing set rolled_up = false").update();
        for (Period one = after(week); !one.from().isAfter(month.to()); one = after(one)) {
            learn(one, 30);
            end(one);
        }

        assertThat(figure(Measure.GUARDIANS, month)).isEqualTo(new Figure.Shown(40));
    }

    private void erase(int several) {
        PersonalData room =
                rooms.stream()
                        .filter(it -> it.keeps().schema().equals("statistics"))
                        .findFirst()
                        .orElseThrow();
        guardians
                .subList(0, several)
                .forEach(one -> transaction.executeWithoutResult(_ -> room.erase(one)));
    }

    /** Counting every fact again comes to the very same rows. */
    private void assertNothingDiffers() {
        List<String> before = stored();
        rollingUp.again(came -> assertThat(came.differs()).as("%s", came).isFalse());
        assertThat(stored()).isEqualTo(before);
    }

    private List<String> stored() {
        return jdbc.sql("select day::text from statistics.day order by 1")
                .query(String.class)
                .list();
    }

    private long sum(String kind) {
        return jdbc.sql(
                        """
                        select coalesce(sum(facts), 0) from statistics.day
                        where kind = :kind and day between :from and :to
                        """)
                .param("kind", kind)
                .param("from", week.from())
                .param("to", week.to())
                .query(Long.class)
                .single();
    }

    private long behind(String measure, Period period) {
        return jdbc.sql(
                        """
                        select behind from statistics.figure
                        where part = '331122' and measure = :measure and stage = ''
                          and unit = 'week' and first = :first
                        """)
                .param("measure", measure)
                .param("first", period.from())
                .query(Long.class)
                .single();
    }

    private long rows(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
