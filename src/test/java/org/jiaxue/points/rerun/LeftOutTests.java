package org.jiaxue.points.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaxue.Caller;
import org.jiaxue.identity.Role;
import org.jiaxue.points.Points;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger that cannot be computed, since one of its events is not to be read. */
class LeftOutTests extends AskedRuns {

    @Autowired Points points;
    @Autowired JdbcClient jdbc;

    @Test
    void it_stops_nobody_elses_and_is_tried_again_by_the_next_run() {
        List<GuardianId> guardians = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            guardians.add(guardian("330522"));
            learn(guardians.getLast());
        }
        enact("330522", 1, 3);
        GuardianId broken = guardians.get(2);
        spoil(broken);

        Rerun run = run("330522");

        assertThat(run.state()).isEqualTo(Rerun.State.DONE);
        assertThat(run.failed()).isEqualTo(1);
        assertThat(reruns.failures(run.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.guardians()).isEqualTo(1))
                .satisfies(
                        it -> assertThat(it.reason()).matches("[A-Za-z]+Exception, [\\w$]+:\\d+"));
        guardians.forEach(
                it -> assertThat(points.sums(it).balance()).isEqualTo(it.equals(broken) ? 2 : 3));

        mend(broken);
        Rerun again = run("330522");

        assertThat(again.failed()).isZero();
        assertThat(reruns.failures(again.id())).isEmpty();
        guardians.forEach(it -> assertThat(points.sums(it).balance()).isEqualTo(3));
        guardians.forEach(points::audit);
    }

    @Test
    void the_page_tells_of_it_and_what_to_do() {
        families("330602", 3, 0);
        GuardianId broken = guardian("330602");
        learn(broken);
        spoil(broken);
        enact("330602", 1, 3);
        Caller officer = officer(Role.COUNTY_OFFICER, "330602");
        String path = begun(officer, "330602");
        job.work();

        Caller.Answer done = officer.get(path);
        assertThat(done.words()).contains("All done", "100%");
        assertThat(done.page().select(".jx-message-wrong").text())
                .contains("Fewer than 10 accounts could not be computed")
                .contains("recalculate the same days again", "Exception")
                .doesNotContain(broken.toString());
        String again = done.page().select("main a[href*=/confirmation?]").attr("href");
        assertThat(officer.get(again).words()).contains("Nothing has begun yet.");
        mend(broken);
    }

    private Rerun run(String county) {
        Scope scope = new Scope(Owner.of(county), FIRST, LocalDate.of(2030, 1, 1));
        UUID run = reruns.begin(scope, null).orElseThrow();
        reruns.work(2);
        return reruns.find(run).orElseThrow();
    }

    private void spoil(GuardianId guardian) {
        jdbc.sql(
                        """
                        insert into learning.event (
                            guardian_id, event_id, kind, cause, occurred_at, heard_at, division,
                            title_zh, title_en, stage)
                        select guardian_id, :event, kind, :event, occurred_at, heard_at, division,
                               title_zh, title_en, 'unheard-of'
                        from learning.event
                        where guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .param("event", Ids.next())
                .update();
    }

    private void mend(GuardianId guardian) {
        jdbc.sql(
                        """
                        delete from learning.event
                        where guardian_id = :guardian and stage = 'unheard-of'
                        """)
                .param("guardian", guardian.value())
                .update();
    }
}
