package org.jiaxue.activities.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.activities.SessionId;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@RoomTest
@Import(ToldClock.InTheHouse.class)
class ActivityDeskTests {

    private static final Instant NINE = Instant.parse("2026-03-01T01:00:00Z");

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired ToldClock clock;
    private Caller officer;

    @BeforeEach
    void hire() {
        clock.set(NINE);
        officer = staff("county.officer", new Grant(Role.COUNTY_OFFICER, "330102"));
    }

    @Test
    void an_officer_announces_an_activity_and_gets_its_code() {
        Caller.Answer announced = officer.post("/console/activities", form());

        assertThat(announced.status()).isEqualTo(303);
        Caller.Answer early = officer.get(announced.location());
        assertThat(early.words()).contains("Signing in opens at");
        clock.set(Instant.parse("2026-03-01T01:30:00Z"));
        Caller.Answer open = officer.get(announced.location());
        assertThat(open.page().select("svg.jx-qr path").attr("d")).startsWith("M4,4h7v1h-7z");
        assertThat(open.page().select(".jx-wallcode-digits").text()).matches("[0-9]{3} [0-9]{3}");
        assertThat(open.words()).contains("Fewer than 10 parents have signed in");
        assertThat(officer.get("/console/activities").words()).contains("慢慢读");
    }

    @Test
    void every_wrong_field_is_named_and_what_was_typed_stays() {
        Map<String, String> wrong = form();
        wrong.put("title", "");
        wrong.put("place", "长".repeat(81));
        wrong.put("division", "33x");
        wrong.put("stage", "university");
        wrong.put("from", "9");
        wrong.put("to", "7");
        wrong.put("day", "2026-02-30");
        wrong.put("ends", "09:00");

        Caller.Answer answer = officer.post("/console/activities", wrong);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[aria-invalid=true]").eachAttr("name"))
                .containsExactlyInAnyOrder(
                        "title", "place", "division", "stage", "to", "day", "ends");
        assertThat(answer.page().select("input[name=to]").val()).isEqualTo("7");
    }

    @Test
    void a_day_that_is_past_or_too_far_is_refused() {
        assertThat(errors("day", "2026-02-28")).containsExactly("day");
        assertThat(errors("day", "2027-03-02")).containsExactly("day");
        assertThat(errors("day", "+999999999-12-31")).containsExactly("day");
    }

    @Test
    void a_place_that_is_unknown_or_not_the_officers_is_refused() {
        assertThat(errors("division", "330106")).containsExactly("division");
        assertThat(errors("division", "330102999")).containsExactly("division");
    }

    @Test
    void a_place_is_chosen_by_its_name_from_what_the_officer_looks_after() {
        Caller.Answer desk = officer.get("/console/activities");

        assertThat(desk.page().select("select[name=division] option").eachAttr("value"))
                .contains("330102", "330102001")
                .allMatch(code -> code.startsWith("330102"));
        assertThat(desk.page().select("select[name=division] option").eachText())
                .contains("Shangcheng District", "Qingbo Subdistrict");
        assertThat(desk.page().select("details").hasAttr("open")).isFalse();
        assertThat(desk.page().select("details [name=title-en]")).hasSize(1);
        Caller city = staff("city.officer", new Grant(Role.CITY_OFFICER, "3301"));
        assertThat(
                        city.get("/console/activities")
                                .page()
                                .select("select[name=division] optgroup")
                                .eachAttr("label"))
                .contains("Hangzhou", "Shangcheng District");
    }

    @Test
    void another_session_is_added_to_an_activity_unless_it_overlaps() {
        officer.post("/console/activities", form());
        String sessions =
                officer.get("/console/activities").page().select("a[href$=/sessions]").attr("href");
        Map<String, String> later =
                new HashMap<>(Map.of("day", "2026-03-08", "starts", "10:00", "ends", "11:00"));

        Caller.Answer added = officer.post(sessions, later);
        Caller.Answer again = officer.post(sessions, later);

        assertThat(added.status()).isEqualTo(303);
        assertThat(added.location()).isEqualTo(sessions);
        assertThat(officer.get(sessions).page().select("a[href$=/code]")).hasSize(2);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("[aria-invalid=true]").eachAttr("name"))
                .containsExactly("starts");
        later.put("day", "2026-02-01");
        assertThat(officer.post(sessions, later).status()).isEqualTo(422);
    }

    @Test
    void only_staff_of_the_place_add_a_session() {
        officer.post("/console/activities", form());
        String sessions =
                officer.get("/console/activities").page().select("a[href$=/sessions]").attr("href");
        Caller other = staff("another.officer", new Grant(Role.COUNTY_OFFICER, "330106"));

        assertThat(other.get(sessions).status()).isEqualTo(403);
        assertThat(other.post(sessions, Map.of()).status()).isEqualTo(403);
        assertThat(officer.get("/console/activities/nonsense/sessions").status()).isEqualTo(404);
    }

    @Test
    void the_code_asks_again_by_itself_also_without_script_and_fills_a_wall() {
        String code = officer.post("/console/activities", form()).location();
        clock.set(Instant.parse("2026-03-01T01:30:00Z"));

        Caller.Answer desk = officer.get(code);
        Caller.Answer wall = officer.get(code + "?wall=true");

        assertThat(desk.page().select("head noscript").outerHtml())
                .contains("http-equiv=\"refresh\"");
        assertThat(desk.page().select(".jx-console-rail")).hasSize(1);
        assertThat(wall.page().select(".jx-console-rail")).isEmpty();
        assertThat(wall.page().select("#code").attr("hx-get")).endsWith("?wall=true");
    }

    @Test
    void only_staff_of_the_place_see_the_code() {
        String code = officer.post("/console/activities", form()).location();
        Caller other = staff("other.officer", new Grant(Role.COUNTY_OFFICER, "330106"));
        Caller editor = staff("an.editor", new Grant(Role.EDITOR, "330102"));

        assertThat(other.get(code).status()).isEqualTo(403);
        assertThat(editor.get(code).status()).isEqualTo(403);
        assertThat(editor.get("/console/activities").status()).isEqualTo(403);
        assertThat(Caller.visitor(port, "en").get(code).status()).isEqualTo(303);
        assertThat(officer.get("/console/activities/nonsense/code").status()).isEqualTo(404);
        assertThat(officer.get("/console/activities/" + SessionId.next() + "/code").status())
                .isEqualTo(404);
    }

    private List<String> errors(String field, String value) {
        Map<String, String> form = form();
        form.put(field, value);
        Caller.Answer answer = officer.post("/console/activities", form);
        assertThat(answer.status()).isEqualTo(422);
        return answer.page().select("[aria-invalid=true]").eachAttr("name");
    }

    private static Map<String, String> form() {
        return new HashMap<>(
                Map.of(
                        "title", "一本慢慢读的书",
                        "place", "小营街道服务驿站",
                        "organiser", "小营街道",
                        "division", "330102",
                        "stage", "primary",
                        "day", "2026-03-01",
                        "starts", "10:00",
                        "ends", "11:00"));
    }

    private Caller staff(String login, Grant grant) {
        StaffId staff = people.hire(login, "陆遥", "a-long-password", List.of(grant));
        String token =
                people.issueToken(staff, Set.of(Viewer.Scope.STAFF), Duration.ofHours(9)).token();
        return Caller.with(port, "en", token);
    }
}
