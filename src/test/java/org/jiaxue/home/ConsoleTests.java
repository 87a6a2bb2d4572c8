package org.jiaxue.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomTest
class ConsoleTests {

    @LocalServerPort int port;
    @Autowired People people;

    @Test
    void the_rail_leads_only_where_the_grants_do() {
        Caller officer = staff("rail.officer", Role.COUNTY_OFFICER);
        Caller editor = staff("rail.editor", Role.EDITOR);

        assertThat(rail(officer.get("/console").page()))
                .containsExactly(
                        "/console",
                        "/console/schools",
                        "/console/schools/import",
                        "/console/activities",
                        "/console/rules",
                        "/console/points/recalculate",
                        "/console/credentials",
                        "/console/benefits",
                        "/console/benefits/counter",
                        "/console/confirmations",
                        "/console/points/holds",
                        "/console/staff",
                        "/console/audit",
                        "/console/statistics");
        assertThat(rail(editor.get("/console").page()))
                .containsExactly("/console", "/console/library");
        for (String path : rail(officer.get("/console").page())) {
            assertThat(officer.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_teachers_desk_leads_to_their_school_and_promises_no_activities() {
        Caller teacher = staff("rail.teacher", Role.TEACHER);
        Document desk = teacher.get("/console").page();

        assertThat(rail(desk))
                .containsExactly("/console", "/console/schools", "/console/confirmations");
        assertThat(desk.select("a[href=/console/activities]")).isEmpty();
        assertThat(desk.select("main section[aria-labelledby=schools]")).isNotEmpty();
        assertThat(teacher.get("/console/schools").status()).isEqualTo(200);
    }

    @Test
    void every_page_of_the_console_says_where_one_is_and_how_to_leave() {
        Caller officer = staff("place.officer", Role.COUNTY_OFFICER);

        for (String path : rail(officer.get("/console").page())) {
            Document page = officer.get(path).page();
            assertThat(page.select(".jx-console-where").text()).isEqualTo("Shangcheng District");
            assertThat(page.select(".jx-console-nav [aria-current=page]").eachAttr("href"))
                    .containsExactly(path);
            assertThat(page.select("form[action=/console/sign-out] button").text())
                    .isEqualTo("Sign out");
        }
    }

    @Test
    void a_slash_too_many_leads_to_the_page_without_it() {
        Caller officer = staff("slash.officer", Role.COUNTY_OFFICER);

        assertThat(officer.get("/console/").location()).isEqualTo("/console");
        assertThat(officer.get("//elsewhere.example/").location()).doesNotContain("elsewhere");
    }

    private static List<String> rail(Document page) {
        return page.select(".jx-console-nav a").eachAttr("href");
    }

    private Caller staff(String login, Role role) {
        StaffId staff =
                people.hire(login, "陆遥", "a-long-password", List.of(new Grant(role, "330102")));
        String token =
                people.issueToken(staff, Set.of(Viewer.Scope.STAFF), Duration.ofHours(9)).token();
        return Caller.with(port, "en", token);
    }
}
