package org.jiaxue.points.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.Points;
import org.jiaxue.points.Telling;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Viewer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules, their changes and what points were for, as a guardian reads them. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
class MyRulesTests {

    private static final String COUNTY = "330381";
    private static int phones;
    private static boolean enacted;

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Points points;
    @Autowired Rules rules;
    @Autowired Earner earner;
    @Autowired TransactionTemplate transactions;
    @Autowired ToldClock clock;

    @BeforeEach
    void twoChanges() {
        clock.set(Instant.parse("2026-10-13T04:00:00Z"));
        if (!enacted) {
            enact(1, "2026-10-01", 3);
            enact(2, "2026-11-01", 1);
            enacted = true;
        }
    }

    @Test
    void the_page_says_what_holds_what_changed_and_what_is_going_to_change() {
        Document page = caller(guardian(COUNTY), "zh-CN").get("/me/points/rules").page();

        assertThat(page.select("h1").text()).isEqualTo("积分规则");
        assertThat(page.select("h2").eachText()).containsExactly("快要变的", "现在这样记分", "变过的");
        assertThat(page.select("h3").eachText())
                .containsExactly("2026 年 11 月 1 日起", "2026 年 10 月 1 日起", "2026 年 1 月 1 日起");
        assertThat(page.select("section li").eachText())
                .containsExactly("看完一节微课：由 3 分改为 1 分。", "看完一节微课：由 2 分改为 3 分。");
        assertThat(page.select("ul.jx-card li").eachText()).contains("看完一节微课，记 3 分。");
        assertThat(page.text()).contains("从这天起有了积分规则", "不会因为规则变了而减少");
    }

    @Test
    void a_change_to_come_stands_on_the_guardians_own_page_until_it_is_old() {
        GuardianId someone = guardian(COUNTY);

        Document before = caller(someone, "en").get("/me").page();
        clock.set(Instant.parse("2026-11-03T04:00:00Z"));
        Document after = caller(someone, "en").get("/me").page();
        clock.set(Instant.parse("2027-02-03T04:00:00Z"));
        Document later = caller(someone, "en").get("/me").page();

        assertThat(before.text())
                .contains(
                        "The rules for points are going to change",
                        "From 1 November 2026",
                        "A lesson finished: 1 instead of 3 points.");
        assertThat(after.text()).contains("The rules for points changed", "From 1 November 2026");
        assertThat(later.text()).doesNotContain("The rules for points");
    }

    @Test
    void where_nothing_changed_nothing_is_said_on_the_guardians_own_page() {
        Document page = caller(guardian("330102003"), "zh-CN").get("/me").page();

        assertThat(page.text()).doesNotContain("记分规则");
    }

    @Test
    void the_api_says_the_same_in_order_of_days() {
        Caller.Answer answer = caller(guardian(COUNTY), "en").get("/api/v1/me/rules");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("A lesson finished: 3 points", "\"from\":\"2026-11-01\"")
                .containsSubsequence(
                        "\"from\":\"2026-01-01\"",
                        "\"from\":\"2026-10-01\"",
                        "\"from\":\"2026-11-01\"");
    }

    @Test
    void points_stand_by_what_they_are_for_and_make_the_balance() {
        GuardianId someone = guardian("330102003");
        Telling telling = new Telling(someone, "330102003", Telling.someone().ages());
        List<LearningEvent> events =
                List.of(
                        telling.event(EventKind.LESSON_COMPLETED, "2026-10-12T08:00"),
                        telling.event(EventKind.REFLECTION_ANSWERED, "2026-10-12T08:05"),
                        telling.event(EventKind.ACTIVITY_ATTENDED, "2026-10-12T10:00"));
        transactions.executeWithoutResult(_ -> earner.earn(events));

        Document page = caller(someone, "zh-CN").get("/me/points").page();

        assertThat(page.select(".jx-parts div").eachText())
                .containsExactly("微课 2 分", "思考题 1 分", "线下活动 10 分");
        assertThat(points.parts(someone)).extracting(Points.Part::points).containsExactly(2, 1, 10);
        assertThat(caller(someone, "en").get("/api/v1/me/points").body())
                .contains("{\"category\":\"lesson\",\"points\":2}");
        assertThat(page.select("a[href=/me/points/rules]")).hasSize(1);
    }

    private void enact(int version, String from, int lesson) {
        String text =
                """
                division: "%s"
                version: %d
                from: %s
                name: { zh: 瑞安市规则, en: Rules of Ruian }
                changes:
                  - rule: lesson-completed
                    points: %d
                """
                        .formatted(COUNTY, version, from, lesson);
        rules.enact("test.yaml", text, Ids.next(), Ids.next());
    }

    private GuardianId guardian(String division) {
        GuardianId guardian = people.register(new Phone("15601%06d".formatted(++phones)), division);
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }

    private Caller caller(GuardianId guardian, String language) {
        Set<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(guardian, scopes, Duration.ofHours(9)).token());
    }
}
