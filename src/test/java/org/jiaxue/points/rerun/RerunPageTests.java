package org.jiaxue.points.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.Caller;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Role;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a county or city of its own, whose rules nobody else changes. */
class RerunPageTests extends AskedRuns {

    private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    @Autowired Audit audit;
    @Autowired Times times;
    @Autowired JdbcClient jdbc;

    @Test
    void an_officer_reads_what_will_happen_begins_it_once_and_sees_what_came_of_it() {
        families("330881", 12, 12);
        enact("330881", 1, 3);
        Caller officer = officer(Role.COUNTY_OFFICER, "330881");
        assertThat(officer.get(PAGE).words())
                .contains("Recalculate for the parents of", "April rules", "None so far.");

        Caller.Answer confirmation = officer.get(asked("330881", "330881@1", "", ""));
        assertThat(confirmation.words())
                .contains("Nothing has begun yet.", "24 parents", "Nobody's total falls")
                .contains("No level and no certificate is taken back", "April rules, version 1");
        Map<String, String> form = form(confirmation);
        assertThat(form).containsEntry("from", "2026-04-01");
        Caller.Answer first = officer.post(PAGE + "/runs", form);
        Caller.Answer second = officer.post(PAGE + "/runs", form);

        assertThat(first.status()).isEqualTo(303);
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(reruns.latest().stream().filter(it -> it.owner().key().equals("330881")))
                .hasSize(1);
        Caller.Answer running = officer.get(first.location());
        assertThat(running.words()).contains("Under way", "in line", "Begun by 周", "0%");
        assertThat(running.words()).doesNotContain("What came of it");
        assertThat(running.page().select("#run[hx-get][hx-trigger]")).hasSize(1);
        assertThat(running.page().select("noscript meta[http-equiv=refresh]")).hasSize(1);

        job.work();

        Caller.Answer done = officer.get(first.location());
        assertThat(done.words()).contains("All done", "100%", "Total rose 12 12");
        assertThat(done.page().select("#run[hx-get], noscript meta[http-equiv=refresh]")).isEmpty();
        assertThat(officer.post(PAGE + "/runs", form).location()).isEqualTo(first.location());
        assertThat(officer.get(PAGE).words()).contains("Done");
        assertThat(audit.at("330881", NEWEST, 9).stream().map(Audit.Line::deed))
                .containsExactly("rerun.begun");
        assertThat(officer.get("/console/audit?node=330881").words())
                .contains("Recalculation of points begun");
    }

    @Test
    void one_that_was_cancelled_keeps_what_it_wrote_and_can_be_gone_on_with() {
        families("330802", 11, 10);
        enact("330802", 1, 3);
        Caller officer = officer(Role.COUNTY_OFFICER, "330802", "zh-CN");
        String path = begun(officer, "330802");
        assertThat(officer.get(path).words()).contains("正在算", "已经排上");

        assertThat(officer.post(path + "/cancellation", Map.of()).location()).isEqualTo(path);
        assertThat(officer.post(path + "/cancellation", Map.of()).location()).isEqualTo(path);
        job.work();

        Caller.Answer cancelled = officer.get(path);
        assertThat(cancelled.words()).contains("已取消", "停在 0%", "不显示");
        String again = cancelled.page().select("main a[href*=/confirmation?]").attr("href");
        Caller.Answer confirmation = officer.get(again);
        assertThat(confirmation.words()).contains("不会做的", "谁的总分都不会变少");
        String next = officer.post(PAGE + "/runs", form(confirmation)).location();
        job.work();
        assertThat(next).isNotEqualTo(path);
        assertThat(officer.get(next).words()).contains("全部算完", "总分增加了 11 11");
        assertThat(audit.at("330802", NEWEST, 9).stream().map(Audit.Line::deed))
                .containsExactly("rerun.begun", "rerun.cancelled", "rerun.begun");
    }

    @Test
    void what_stays_is_told_and_a_second_run_finds_nothing_to_do() {
        families("330803", 14, 10);
        enact("330803", 1, 1);
        Caller officer = officer(Role.COUNTY_OFFICER, "330803");
        String path = begun(officer, "330803");
        job.work();

        assertThat(officer.get(path).words())
                .contains("old entries count as before 14 14")
                .contains("Total rose Withheld");

        String again = begun(officer, "330803");
        job.work();
        assertThat(officer.get(again).words()).contains("Nothing changed About 10");
        assertThat(officer.get(again).words()).doesNotContain("14 14");
    }

    @Test
    void a_county_of_few_is_withheld_and_cannot_be_reckoned_from_the_others() {
        families("331002", 20, 20);
        families("331003", 25, 15);
        families("331004", 4, 16);
        enact("3310", 1, 3);
        Caller officer = officer(Role.CITY_OFFICER, "3310");
        String path = begun(officer, "3310");
        job.work();

        Caller.Answer page = officer.get(path);
        assertThat(page.words()).contains("Total rose 49 49");
        List<String> counties =
                page.page().select("section[aria-labelledby=counties] tbody tr").stream()
                        .map(Element::text)
                        .toList();
        assertThat(counties).singleElement().asString().contains("25 25");
        assertThat(page.words()).contains("Counties that are not listed");
        assertThat(page.body()).doesNotContain(">20<", ">4<");

        families("331004", 0, 60);
        assertThat(officer.get(path).words()).isEqualTo(page.words());
    }

    @Test
    void another_that_is_under_way_is_said_and_not_begun_beside() {
        families("330825", 1, 0);
        enact("330825", 1, 3);
        enact("330824", 1, 3);
        Caller here = officer(Role.COUNTY_OFFICER, "330825");
        Caller there = officer(Role.COUNTY_OFFICER, "330824");
        Caller above = officer(Role.CITY_OFFICER, "3308");
        Map<String, String> form = form(there.get(asked("330824", "330824@1", "", "")));
        String path = begun(here, "330825");

        Caller.Answer refused = there.post(PAGE + "/runs", form);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("there is one at a time");
        assertThat(there.get(PAGE).words()).contains("for another place is under way");
        assertThat(there.get(PAGE).page().select("a[href=" + path + "]")).isEmpty();
        Caller.Answer confirmation = there.get(asked("330824", "330824@1", "", ""));
        assertThat(form(confirmation)).isEmpty();
        assertThat(above.get(PAGE).page().select("a[href=" + path + "]")).isNotEmpty();
        assertThat(above.post(path + "/cancellation", Map.of()).status()).isEqualTo(303);
        assertThat(there.post(PAGE + "/runs", form).status()).isEqualTo(303);
    }

    @Test
    void what_cannot_be_is_refused_in_words() {
        enact("330822", 1, 3);
        Caller officer = officer(Role.COUNTY_OFFICER, "330822");
        LocalDate tomorrow = times.today().plusDays(1);
        String set = "330822@1";

        assertRefused(officer, "330822@7", "", "", "Please choose the rules");
        assertRefused(officer, "330881@1", "", "", "Please choose the rules");
        assertRefused(officer, set, "2026-02-30", "", "There is no such day");
        assertRefused(officer, set, "", tomorrow.toString(), "has not come yet");
        assertRefused(officer, set, tomorrow.toString(), "", "has not come yet");
        assertRefused(officer, set, "2026-04-09", "2026-04-08", "before the first one");
        assertRefused(officer, set, "2001-01-01", "2026-04-08", "At most 10 years");
        assertRefused(officer, set, "2026-03-01", "2026-03-31", "were not in force");
        Map<String, String> form = new HashMap<>(form(officer.get(asked("330822", set, "", ""))));
        form.put("to", tomorrow.toString());
        assertThat(officer.post(PAGE + "/runs", form).status()).isEqualTo(422);
        form.put("run", "x");
        assertThat(officer.post(PAGE + "/runs", form).status()).isEqualTo(422);
        form.put("to", "");
        Caller.Answer incomplete = officer.post(PAGE + "/runs", form);
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.page().select(".jx-message-wrong").text())
                .contains("nothing has begun", "see once more what will happen");
        assertThat(store.running()).isEmpty();
    }

    private static void assertRefused(
            Caller officer, String set, String from, String to, String words) {
        Caller.Answer answer = officer.get(asked("330822", set, from, to));
        assertThat(answer.status()).as(words).isEqualTo(422);
        assertThat(answer.page().select(".jx-field-error").text()).contains(words);
    }

    @Test
    void officers_reach_their_own_place_and_below_and_nobody_else_reaches_any() {
        enact("330782", 1, 3);
        Caller here = officer(Role.COUNTY_OFFICER, "330782");
        String path = begun(here, "330782");

        assertThat(officer(Role.PROVINCE_OFFICER, "33").get(path).status()).isEqualTo(200);
        assertThat(officer(Role.CITY_OFFICER, "3307").get(path).status()).isEqualTo(200);
        Caller city = officer(Role.CITY_OFFICER, "3307");
        String set = "/console/rules/sets/1?place=330782";
        String link = "a[href^='" + PAGE + "?']";
        assertThat(here.get(set).page().select(link).attr("href")).endsWith("set=330782@1");
        assertThat(officer(Role.SCHOOL_ADMIN, "330782").get(set).page().select(link)).isEmpty();
        assertThat(city.get(PAGE + "?place=330782").words()).contains("April rules");
        Caller elsewhere = officer(Role.COUNTY_OFFICER, "330783");
        assertThat(elsewhere.get(path).status()).isEqualTo(403);
        assertThat(elsewhere.post(path + "/cancellation", Map.of()).status()).isEqualTo(403);
        assertThat(elsewhere.get(PAGE + "?place=330782").status()).isEqualTo(403);
        assertThat(elsewhere.get(PAGE + "?place=33").status()).isEqualTo(403);
        assertThat(elsewhere.get(PAGE).words()).contains("None so far.");
        assertThat(here.get(PAGE + "/runs/" + Ids.random()).status()).isEqualTo(404);
        assertThat(here.get(PAGE + "?place=nowhere").status()).isEqualTo(404);
        for (Role role : List.of(Role.TEACHER, Role.SCHOOL_ADMIN, Role.EDITOR, Role.EXPERT)) {
            assertThat(officer(role, "330782").get(PAGE).status()).as("" + role).isEqualTo(403);
            assertThat(officer(role, "330782").get(path).status()).as("" + role).isEqualTo(403);
        }
    }

    @Test
    void the_page_says_truly_whether_anybody_is_at_work() {
        enact("330726", 1, 3);
        families("330726", 1, 0);
        Caller officer = officer(Role.COUNTY_OFFICER, "330726");
        String path = begun(officer, "330726");
        UUID run = Ids.parse(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        assertThat(store.take(run, Ids.next())).isPresent();
        assertThat(officer.get(path).words()).contains("Worked at in one place now");

        jdbc.sql(
                        """
                        update points.rerun_slice
                        set held_until = clock_timestamp() - interval '1 second'
                        where rerun_id = :run and held_until is not null
                        """)
                .param("run", run)
                .update();
        assertThat(officer.get(path).words()).contains("No server is at it right now");

        job.work();
        assertThat(officer.get(path).words()).contains("All done");
    }
}
