package org.jiaxue.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiaxue.Caller;
import org.jiaxue.ReadingHour;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SignIn;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@Import(ToldClock.InTheHouse.class)
class HomeTests {

    private static final Instant TEN = Instant.parse("2026-03-07T02:00:00Z");
    private static int phones;

    @LocalServerPort int port;
    @Autowired Activities activities;
    @Autowired SignIn signIn;
    @Autowired Catalogue catalogue;
    @Autowired Learning learning;
    @Autowired People people;
    @Autowired TransactionTemplate transaction;
    @Autowired ToldClock clock;
    private StaffId officer;

    @BeforeEach
    void hire() {
        clock.set(TEN);
        officer =
                people.hire(
                        "front.desk",
                        "陆遥",
                        "a-long-password",
                        List.of(new Grant(Role.COUNTY_OFFICER, "330102")));
    }

    @Test
    void a_visitor_sees_picks_over_the_stages_and_why_without_an_account() {
        Caller.Answer answer = Caller.visitor(port, "zh-CN").get("/");

        assertThat(answer.status()).isEqualTo(200);
        Document page = answer.page();
        assertThat(page.select("h1").text()).isEqualTo("今天想弄明白什么？");
        assertThat(page.select("form[action='/search'] input[name=q]")).hasSize(1);
        assertThat(page.select(".jx-chip")).hasSize(3);
        assertThat(page.select(".jx-pick")).hasSize(3);
        assertThat(page.select(".jx-pick .jx-why")).hasSize(3);
        assertThat(answer.words()).contains("不登录也能看全部的课");
    }

    @Test
    void every_pick_of_a_guardian_says_why_in_either_language() {
        GuardianId guardian = guardian();
        child(guardian, 100);
        ReadingHour.announced(activities, TEN);

        Document chinese = caller(guardian, "zh-CN").get("/").page();
        Document english = caller(guardian, "en").get("/").page();

        assertThat(chinese.select(".jx-head span").text()).isEqualTo("孩子 8 岁");
        assertThat(chinese.select(".jx-why").eachText())
                .contains("适合 8 岁的孩子", "就在湖滨街道，免费")
                .hasSize(3);
        assertThat(english.select(".jx-why").eachText()).contains("Fits a child aged 8");
        assertThat(chinese.select("a.jx-near").attr("href")).isEqualTo("/me");
    }

    @Test
    void what_one_has_been_to_is_not_picked_again() {
        GuardianId guardian = guardian();
        Session session = ReadingHour.announced(activities, TEN);
        signIn.typed(guardian, session.activity(), signIn.digits(session.id()).orElseThrow());

        List<String> links =
                caller(guardian, "en").get("/").page().select(".jx-pick").eachAttr("href");

        assertThat(links).doesNotContain("/activities/" + session.activity());
    }

    @Test
    void a_fresh_account_is_empty_but_friendly() {
        Caller.Answer answer = caller(guardian(), "zh-CN").get("/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.words()).contains("窗里的灯，等着您来点", "这里会慢慢亮起来", "电子证书（0）");
        assertThat(answer.page().select("nav .jx-item").eachAttr("href"))
                .containsExactly(
                        "/me/credentials",
                        "/me/classes",
                        "/me/activities",
                        "/me/family",
                        "/me/data");
    }

    @Test
    void every_point_on_the_page_says_where_it_came_from() {
        GuardianId guardian = guardian();
        child(guardian, 100);
        complete(guardian, catalogue.lessons(Stage.PRIMARY).getFirst());

        Caller.Answer answer = caller(guardian, "en").get("/me");

        assertThat(answer.page().select(".jx-entry-points").eachText()).contains("+2");
        assertThat(answer.page().select(".jx-entry-why").text()).isNotEmpty();
        assertThat(answer.words()).contains("2 / 100");
    }

    @Test
    void the_guardians_own_page_is_for_guardians() {
        assertThat(Caller.visitor(port, "en").get("/me").location())
                .isEqualTo("/sign-in?next=%2Fme");
        assertThat(staff("en").get("/me").status()).isEqualTo(403);
        assertThat(caller(guardian(), "en").get("/console").status()).isEqualTo(403);
    }

    @Test
    void the_front_desk_shows_today_and_what_the_grants_allow() {
        Session session = ReadingHour.announced(activities, TEN);

        Caller.Answer answer = staff("zh-CN").get("/console");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("main a[href]").eachAttr("href"))
                .contains(
                        "/console/activities/" + session.id() + "/code",
                        "/console/statistics?division=330102",
                        "/console/credentials");
        assertThat(answer.words()).contains("上城区，最近四周", "撤回证书 上城区");
    }

    @Test
    void every_link_of_these_pages_leads_somewhere() {
        GuardianId guardian = guardian();
        child(guardian, 100);
        ReadingHour.announced(activities, TEN);
        Caller reader = caller(guardian, "zh-CN");
        Caller desk = staff("zh-CN");

        List.of("/", "/me", "/activities").forEach(path -> follow(reader, path));
        List.of("/console", "/console/activities").forEach(path -> follow(desk, path));
    }

    private static void follow(Caller caller, String path) {
        Set.copyOf(caller.get(path).page().select("a[href^=/]").eachAttr("href"))
                .forEach(link ->
                        assertThat(caller.get(link.replace(" ", "%20")).status())
                                .as("%s from %s", link, path)
                                .isEqualTo(200));
    }

    private void complete(GuardianId guardian, Lesson lesson) {
        Subject subject = new Subject(lesson.title(), lesson.stage(), lesson.ages());
        Fact fact =
                new Fact(
                        guardian,
                        EventKind.LESSON_COMPLETED,
                        lesson.id().value(),
                        clock.now(),
                        subject);
        transaction.executeWithoutResult(status -> learning.record(List.of(fact)));
    }

    private Caller staff(String language) {
        Set<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.STAFF, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(officer, scopes, Duration.ofHours(9)).token());
    }

    private Caller caller(GuardianId guardian, String language) {
        Set<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(guardian, scopes, Duration.ofHours(9)).token());
    }

    private void child(GuardianId guardian, int months) {
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.addChild(guardian, YearMonth.of(2026, 3).minusMonths(months));
    }

    private GuardianId guardian() {
        Phone phone = Phone.read("139" + (10_000_000 + ++phones)).orElseThrow();
        GuardianId guardian = people.register(phone, "330102003");
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }
}
