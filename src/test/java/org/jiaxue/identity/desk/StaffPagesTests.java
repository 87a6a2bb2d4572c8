package org.jiaxue.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Colleague;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.signin.Browser;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolImport;
import org.jiaxue.web.StaffId;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class StaffPagesTests {

    private static final String COUNTY = "330105";
    private static final String PASSWORD = "four unrelated words";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Regions regions;
    @Autowired SchoolImport schools;
    @Autowired JdbcClient jdbc;

    private String school = "";
    private String otherSchool = "";

    @BeforeEach
    void take() {
        schools.starter();
        school = regions.schools(COUNTY).getFirst().id().toString();
        otherSchool = regions.schools(COUNTY).getLast().id().toString();
    }

    @Test
    void an_officer_invites_an_administrator_who_invites_a_teacher() throws Exception {
        hire("officer.one", new Grant(Role.COUNTY_OFFICER, COUNTY));
        String link;
        try (Browser officer = signedIn("officer.one")) {
            link = invite(officer, "school-admin", school, "王校长");
            assertThat(officer.page("/console/staff?node=" + school).text())
                    .contains("王校长")
                    .doesNotContain(link);
        }
        try (Browser admin = new Browser(port, "zh-CN")) {
            assertThat(admin.page(link).text()).contains("王校长").contains("学校管理员");
            HttpResponse<String> in = accept(admin, link, "wang.school", PASSWORD);
            assertThat(Browser.location(in)).isEqualTo("/console");
            String teacher = invite(admin, "teacher", school, "李老师");
            try (Browser next = new Browser(port, "zh-CN")) {
                assertThat(accept(next, teacher, "li.teacher", PASSWORD).statusCode())
                        .isEqualTo(303);
                assertThat(next.get("/console/staff").statusCode()).isEqualTo(403);
            }
        }
        assertThat(people.colleagues(school)).extracting(Colleague::name).contains("王校长", "李老师");
    }

    @Test
    void a_link_is_good_once_and_not_after_it_was_withdrawn_or_has_ended() throws Exception {
        hire("officer.two", new Grant(Role.COUNTY_OFFICER, COUNTY));
        try (Browser officer = signedIn("officer.two");
                Browser guest = new Browser(port, "zh-CN")) {
            String used = invite(officer, "teacher", school, "用过的");
            accept(guest, used, "used.once", PASSWORD);
            guest.post("/console/sign-out");
            assertThat(guest.get(used).statusCode()).isEqualTo(404);
            assertThat(accept(guest, used, "used.twice", PASSWORD).statusCode()).isEqualTo(404);

            String withdrawn = invite(officer, "teacher", otherSchool, "撤回的");
            String act =
                    officer.page("/console/staff?node=" + otherSchool)
                            .select("form[action$=/withdrawal]")
                            .attr("action");
            assertThat(officer.post(act).statusCode()).isEqualTo(303);
            assertThat(guest.get(withdrawn).statusCode()).isEqualTo(404);
            assertThat(officer.post(act).statusCode()).isEqualTo(404);

            String ended = invite(officer, "teacher", otherSchool, "过期的");
            jdbc.sql(
                            """
                            update identity.invitation
                            set invited_at = :ago, expires_at = :ended
                            where name = '过期的'
                            """)
                    .param("ago", Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC))
                    .param("ended", Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC))
                    .update();
            assertThat(guest.get(ended).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void an_invitation_ends_with_the_rights_of_whoever_made_it() throws Exception {
        StaffId officer = hire("officer.gone", new Grant(Role.COUNTY_OFFICER, COUNTY));
        String link;
        try (Browser browser = signedIn("officer.gone")) {
            link = invite(browser, "teacher", school, "某人");
        }
        jdbc.sql("delete from identity.staff_grant where staff_id = :staff")
                .param("staff", officer.value())
                .update();

        try (Browser guest = new Browser(port, "zh-CN")) {
            assertThat(guest.get(link).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void what_is_chosen_badly_is_refused_with_a_sentence() throws Exception {
        hire("officer.three", new Grant(Role.COUNTY_OFFICER, COUNTY));
        try (Browser officer = signedIn("officer.three");
                Browser guest = new Browser(port, "en")) {
            String link = invite(officer, "teacher", school, "Somebody");
            assertThat(accept(guest, link, "officer.three", PASSWORD).body())
                    .contains("Somebody has this login already");
            assertThat(accept(guest, link, "x", PASSWORD).body()).contains("A login has 3 to 40");
            assertThat(accept(guest, link, "new.one", "short").body())
                    .contains("at least 12 characters");
            assertThat(accept(guest, link, "new.one", "my new.one login").body())
                    .contains("easy to guess");
            assertThat(guest.get(link).statusCode()).isEqualTo(200);

            HttpResponse<String> nameless =
                    officer.post(
                            "/console/invitations", "node", school, "role", "teacher", "name", " ");
            assertThat(nameless.statusCode()).isEqualTo(422);
            assertThat(nameless.body()).contains("请填对方姓名");
            assertThat(
                            officer.post(
                                            "/console/invitations",
                                            "node",
                                            school,
                                            "role",
                                            "city-officer",
                                            "name",
                                            "x")
                                    .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void one_who_works_here_already_accepts_a_further_role_as_themselves() throws Exception {
        StaffId teacher = hire("teacher.two", new Grant(Role.TEACHER, school));
        hire("officer.four", new Grant(Role.COUNTY_OFFICER, COUNTY));
        try (Browser officer = signedIn("officer.four");
                Browser self = signedIn("teacher.two")) {
            String link = invite(officer, "expert", COUNTY, "某人");
            String token = link.substring(link.lastIndexOf('/') + 1);
            assertThat(self.post("/console/invitations/acceptance", "token", token).statusCode())
                    .isEqualTo(303);
        }
        assertThat(people.grants(teacher))
                .containsExactlyInAnyOrder(
                        new Grant(Role.TEACHER, school), new Grant(Role.EXPERT, COUNTY));
    }

    @Test
    void nobody_grants_or_looks_beside_or_above_themselves() throws Exception {
        hire("admin.here", new Grant(Role.SCHOOL_ADMIN, school));
        try (Browser admin = signedIn("admin.here")) {
            for (String node : List.of(otherSchool, COUNTY, "3301", "33", "330102", "nowhere")) {
                assertThat(admin.get("/console/staff?node=" + node).statusCode()).isEqualTo(403);
                assertThat(admin.get("/console/audit?node=" + node).statusCode()).isEqualTo(403);
                assertThat(
                                admin.post(
                                                "/console/invitations",
                                                "node",
                                                node,
                                                "role",
                                                "teacher",
                                                "name",
                                                "x")
                                        .statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void nobody_takes_their_own_last_role_and_a_place_is_left_empty_only_knowingly()
            throws Exception {
        StaffId officer = hire("officer.five", new Grant(Role.COUNTY_OFFICER, "330106"));
        hire("city.five", new Grant(Role.CITY_OFFICER, "3301"));
        try (Browser self = signedIn("officer.five")) {
            HttpResponse<String> own = take(self, officer, "county-officer", "330106", true);
            assertThat(own.statusCode()).isEqualTo(422);
            assertThat(own.body()).contains("您自己的最后一个角色");
        }
        try (Browser city = signedIn("city.five")) {
            HttpResponse<String> untold = take(city, officer, "county-officer", "330106", false);
            assertThat(untold.statusCode()).isEqualTo(422);
            assertThat(untold.body()).contains("没有别人能在这里授予角色");
            assertThat(people.grants(officer)).isNotEmpty();
            assertThat(take(city, officer, "county-officer", "330106", true).statusCode())
                    .isEqualTo(303);
        }
        assertThat(people.grants(officer)).isEmpty();
    }

    @Test
    void who_leaves_is_out_at_once_and_the_log_says_who_did_it() throws Exception {
        StaffId teacher = hire("teacher.leaves", new Grant(Role.TEACHER, otherSchool));
        hire("admin.stays", new Grant(Role.SCHOOL_ADMIN, otherSchool));
        try (Browser admin = signedIn("admin.stays");
                Browser gone = signedIn("teacher.leaves")) {
            assertThat(gone.get("/console").statusCode()).isEqualTo(200);
            assertThat(
                            admin.post(
                                            "/console/staff/" + teacher + "/departure",
                                            "node",
                                            otherSchool)
                                    .statusCode())
                    .isEqualTo(303);
            assertThat(gone.get("/console").statusCode()).isEqualTo(303);
            assertThat(admin.page("/console/audit").select("tbody tr").eachText().getFirst())
                    .contains("admin.stays")
                    .contains("办理离开")
                    .contains("teacher.leaves");
        }
    }

    @Test
    void an_account_with_roles_elsewhere_is_looked_after_by_those_who_may_grant_them_all()
            throws Exception {
        StaffId both =
                hire(
                        "both.places",
                        new Grant(Role.TEACHER, school),
                        new Grant(Role.COUNTY_OFFICER, COUNTY));
        hire("admin.low", new Grant(Role.SCHOOL_ADMIN, school));
        try (Browser admin = signedIn("admin.low")) {
            String path = "/console/staff/" + both;
            assertThat(admin.post(path + "/departure", "node", school).statusCode()).isEqualTo(422);
            assertThat(admin.post(path + "/second-factor/reset", "node", school).statusCode())
                    .isEqualTo(403);
            assertThat(take(admin, both, "teacher", school, false).statusCode()).isEqualTo(303);
        }
        assertThat(people.grants(both)).containsExactly(new Grant(Role.COUNTY_OFFICER, COUNTY));
    }

    private StaffId hire(String login, Grant... grants) {
        return people.hire(login, login, PASSWORD, List.of(grants));
    }

    private Browser signedIn(String login) throws Exception {
        Browser browser = new Browser(port, "zh-CN");
        browser.post("/console/sign-in", "login", login, "password", PASSWORD);
        return browser;
    }

    private static String invite(Browser by, String role, String node, String name)
            throws Exception {
        HttpResponse<String> made =
                by.post("/console/invitations", "node", node, "role", role, "name", name);
        String link = Jsoup.parse(made.body()).select("#link").text();
        return link.substring(link.indexOf("/console/"));
    }

    private static HttpResponse<String> accept(
            Browser guest, String link, String login, String password) throws Exception {
        String token = link.substring(link.lastIndexOf('/') + 1);
        return guest.post(
                "/console/invitations/acceptance",
                "token",
                token,
                "login",
                login,
                "password",
                password);
    }

    private static HttpResponse<String> take(
            Browser by, StaffId from, String role, String node, boolean told) throws Exception {
        return by.post(
                "/console/staff/" + from + "/withdrawal",
                "node",
                node,
                "role",
                role,
                "told",
                Boolean.toString(told));
    }
}
