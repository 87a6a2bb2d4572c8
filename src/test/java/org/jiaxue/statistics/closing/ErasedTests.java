package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.PersonalData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sums stay right without the person: what is published, and what a term has yet to count. */
class ErasedTests extends AtTheClosing {

    @Autowired private List<PersonalData> rooms;
    @Autowired private ForgetJob forgetting;

    @Test
    void a_month_counts_whoever_was_erased_in_the_course_of_it_as_before() {
        List<Period> weeks = Period.of(week.month()).weeks();
        for (Period one : weeks) {
            learn(one, 40);
            end(one);
            if (one.equals(weeks.getFirst())) {
                erase(guardians.subList(0, 5));
            }
        }
        Period month = Period.of(week.month());

        assertThat(figure(Measure.LESSONS, month)).isEqualTo(new Figure.Shown(40L * weeks.size()));
        assertThat(left(guardians.getFirst())).isEqualTo(weeks.size() - 1L);
        assertThat(nobodys(weeks.getFirst())).isEqualTo(5);
    }

    @Test
    void what_is_erased_before_its_week_is_closed_still_counts_there() {
        learn(week, 40);
        erase(guardians.subList(0, 30));
        assertThat(left(guardians.getFirst())).isZero();

        end(week);

        assertThat(figure(Measure.LESSONS, week)).isEqualTo(new Figure.Shown(40));
    }

    @Test
    void what_leads_to_nobody_says_no_day_and_no_cause_and_goes_with_the_term() {
        learn(week, 12);
        erase(guardians.subList(0, 12));
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from statistics.fact
                                        where cause like 'nobody:%' and week = :week
                                          and day = week and guardian_id not in (
                                            select guardian_id from identity.guardian)
                                        """)
                                .param("week", week.from())
                                .query(Long.class)
                                .single())
                .isEqualTo(12);
        Period term = Period.of(week.term());
        for (Period one = week; !one.from().isAfter(term.to()); one = after(one)) {
            end(one);
        }

        forgetting.forget();

        assertThat(nobodys(week)).isZero();
    }

    private void erase(List<GuardianId> several) {
        PersonalData room = room();
        several.forEach(one -> transaction.executeWithoutResult(_ -> room.erase(one)));
    }

    private PersonalData room() {
        return rooms.stream()
                .filter(it -> it.keeps().schema().equals("statistics"))
                .findFirst()
                .orElseThrow();
    }

    private long left(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select count(*) from statistics.fact
                        where guardian_id = :id and week >= :from
                        """)
                .param("id", guardian.value())
                .param("from", week.from())
                .query(Long.class)
                .single();
    }

    private long nobodys(Period one) {
        return jdbc.sql(
                        """
                        select count(*) from statistics.fact
                        where cause like 'nobody:%' and week = :week
                        """)
                .param("week", one.from())
                .query(Long.class)
                .single();
    }
}
