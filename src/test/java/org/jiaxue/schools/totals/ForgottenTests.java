package org.jiaxue.schools.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiaxue.identity.Purpose;
import org.jiaxue.schools.ClassId;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.Test;

/** What is kept of who left, and that no less of it would do. */
class ForgottenTests extends InClasses {

    @Test
    void who_left_a_class_is_counted_in_none_and_gone_when_another_term_begins() {
        List<GuardianId> all = guardians(30);
        ClassId id = classOf(all, 12);
        monday();
        assertThat(countedIn(id)).isEqualTo(30);
        all.subList(0, 5).forEach(it -> members.leave(it, id));
        monday();

        assertThat(countedIn(id)).isEqualTo(25);
        assertThat(counted()).isEqualTo(30);
        settleOn(NEXT_TERM);
        assertThat(counted()).isEqualTo(25);
    }

    @Test
    void a_class_that_ends_leaves_nobody_counted_in_it() {
        ClassId id = classOf(30, 12);
        monday();
        close(id);

        assertThat(countedIn(id)).isZero();
        settleOn(NEXT_TERM);
        assertThat(counted()).isZero();
    }

    @Test
    void who_withdraws_their_consent_is_counted_in_no_class_from_that_moment() {
        List<GuardianId> all = guardians(30);
        ClassId id = classOf(all, 12);
        monday();
        people.withdrawConsent(all.getFirst(), Purpose.CHILDREN);
        assertThat(countedIn(id)).isEqualTo(30);
        people.withdrawConsent(all.getFirst(), Purpose.RECORDS);

        assertThat(countedIn(id)).isEqualTo(29);
    }

    @Test
    void who_waits_in_a_second_class_is_kept_until_it_counts_them_and_only_from_there_on() {
        List<GuardianId> all = guardians(40);
        ClassId first = classOf(all, 20);
        ClassId second = makeClass("乙", 60);
        choose(second, lesson(0));
        join(second, all);
        monday();
        close(first);
        assertThat(counted()).isEqualTo(40);

        settleOn(NEXT_TERM);
        assertThat(countedIn(second)).isEqualTo(40);
        assertThat(totals.of(second)).doesNotContainKey(lesson(0).id().value());
    }

    @Test
    void a_class_made_of_forgotten_families_without_one_tells_nothing_of_that_one() {
        List<GuardianId> all = guardians(40);
        ClassId old = classOf(all, 20);
        monday();
        close(old);
        settleOn(NEXT_TERM);
        assertThat(counted()).as("nothing says any more who was counted").isZero();

        ClassId anew = makeClass("新班", 60);
        choose(anew, lesson(0));
        join(anew, all.subList(1, 40));
        monday();
        assertThat(guardians(anew)).isEqualTo(39);
        assertThat(totals.of(anew)).doesNotContainKey(lesson(0).id().value());

        complete(lesson(0), all.subList(20, 35));
        monday();
        assertThat(shown(anew, lesson(0))).isEqualTo(15);
    }

    @Test
    void leaving_and_coming_back_within_a_term_makes_nobody_count_anew() {
        List<GuardianId> all = guardians(40);
        ClassId id = classOf(all, 20);
        monday();
        all.forEach(it -> members.leave(it, id));
        monday();
        join(id, all.subList(1, 40));
        monday();

        assertThat(countedIn(id)).isZero();
        assertThat(shown(id, lesson(0))).isEqualTo(20);
        assertThat(guardians(id)).isEqualTo(40);
    }

    private long counted() {
        return jdbc.sql("select count(*) from schools.counted").query(Long.class).single();
    }

    private long countedIn(ClassId id) {
        return jdbc.sql("select count(*) from schools.counted where class_id = :class")
                .param("class", id.value())
                .query(Long.class)
                .single();
    }
}
