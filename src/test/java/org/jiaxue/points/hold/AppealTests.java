package org.jiaxue.points.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jiaxue.ToldClock;
import org.jiaxue.points.hold.Hold.Decision;
import org.jiaxue.points.hold.Hold.State;
import org.jiaxue.points.hold.Hold.Step;
import org.jiaxue.web.StaffId;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** A guardian who does not agree has somebody else look again. */
class AppealTests extends AtTheHold {

    @Test
    void a_refusal_is_appealed_on_the_fifteenth_day_and_not_on_the_sixteenth() {
        held(1, "2026-10-12T08:00");
        at("2026-10-13T09:00");
        refuse(officer);

        at("2026-10-29T00:00");
        assertThat(appeal("我是一题一题看的。")).isEqualTo(Deciding.TOO_LATE);
        at("2026-10-28T23:59");
        assertThat(appeal("我是一题一题看的。")).isEqualTo(Deciding.DONE);
        assertThat(appeal("还有一句。")).isEqualTo(Deciding.ALREADY);
        assertThat(hold().state()).isEqualTo(State.APPEALED);
    }

    @Test
    void only_a_refusal_is_appealed() {
        held(1, "2026-10-12T08:00");

        assertThat(appeal("早一点。")).isEqualTo(Deciding.ALREADY);
        release(officer);
        assertThat(appeal("已经好了。")).isEqualTo(Deciding.ALREADY);
    }

    @Test
    void another_person_decides_about_the_appeal_and_the_database_refuses_the_first_too() {
        held(1, "2026-10-12T08:00");
        refuse(officer);
        appeal("请再看看。");

        assertThat(decide(officer, Step.APPEAL, Reason.NOT_READ)).isEqualTo(Deciding.OWN);
        Hold appealed = hold();
        assertThatThrownBy(() -> store.decide(appealed, by(officer.id(), clock)))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(decide(another, Step.APPEAL, Reason.EXPLAINED)).isEqualTo(Deciding.DONE);
        assertThat(balance()).isEqualTo(2);
        assertThat(newest().why().zh()).isEqualTo("另一个人又看了一遍，照常算数。");
        assertThat(decide(another, Step.APPEAL, Reason.NOT_READ)).isEqualTo(Deciding.ALREADY);
    }

    @Test
    void a_refusal_on_appeal_is_the_last_word() {
        held(1, "2026-10-12T08:00");
        refuse(officer);
        appeal("请再看看。");

        decide(another, Step.APPEAL, Reason.NOT_READ);

        assertThat(balance()).isZero();
        assertThat(hold().state()).isEqualTo(State.FINAL);
        assertThat(newest().why().zh()).startsWith("另一个人又看了一遍，还是没有记分");
        assertThat(appeal("再来一次。")).isEqualTo(Deciding.ALREADY);
    }

    @Test
    void an_appeal_that_nobody_decides_in_fifteen_days_is_granted_by_itself() {
        held(1, "2026-10-12T08:00");
        refuse(officer);
        at("2026-10-20T09:00");
        appeal("请再看看。");

        at("2026-11-04T23:00");
        job.work();
        assertThat(hold().state()).isEqualTo(State.APPEALED);
        at("2026-11-05T00:00");
        job.work();

        assertThat(hold().state()).isEqualTo(State.RELEASED);
        assertThat(balance()).isEqualTo(2);
    }

    private static Decision by(StaffId staff, ToldClock clock) {
        return new Decision(Step.APPEAL, Reason.NOTHING_FOUND, null, staff, clock.now());
    }
}
