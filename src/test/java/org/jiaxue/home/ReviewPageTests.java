package org.jiaxue.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Standing;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class ReviewPageTests {

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Catalogue catalogue;
    @Autowired JdbcClient jdbc;

    @Test
    void a_review_is_recorded_once_audited_and_told_to_parents_by_its_day_alone() {
        LessonId lesson = LessonId.named("knock-first");
        Caller reviewer = staff("fine.reviewer", "沈知秋", Role.REVIEWER);

        assertThat(send(reviewer, lesson, "fine", "").location())
                .isEqualTo("/console/library/" + lesson);
        assertThat(send(reviewer, lesson, "fine", "").status()).isEqualTo(303);

        assertThat(catalogue.reviews(lesson, 9)).hasSize(1);
        assertThat(state(lesson)).isEqualTo(Standing.State.REVIEWED);
        assertThat(lines(lesson)).isEqualTo(1);
        String parents = Caller.visitor(port, "en").get("/lessons/" + lesson).words();
        assertThat(parents).contains("reviewed ").doesNotContain("not yet reviewed", "沈知秋");
        assertThat(reviewer.get("/console/library/" + lesson).words()).contains("沈知秋");
    }

    @Test
    void a_review_is_of_the_edition_that_was_read() {
        LessonId lesson = LessonId.named("first-weeks-of-junior-high");
        Caller expert = staff("edition.expert", "顾青", Role.EXPERT);
        Map<String, String> form = form(expert, lesson, "fine", "");
        change(lesson);

        assertThat(post(expert, lesson, form).status()).isEqualTo(409);
        assertThat(catalogue.reviews(lesson, 9)).isEmpty();

        assertThat(send(expert, lesson, "fine", "").status()).isEqualTo(303);
        assertThat(state(lesson)).isEqualTo(Standing.State.REVIEWED);
        change(lesson);

        assertThat(state(lesson)).isEqualTo(Standing.State.CHANGED);
        assertThat(catalogue.content(lesson).orElseThrow().reviewedOn()).isNull();
        assertThat(expert.get("/console/library?state=changed").page().select("td a").eachText())
                .contains("Starting junior high: get the days in order");
    }

    @Test
    void changes_are_asked_for_with_a_note_that_editors_read_and_parents_do_not() {
        LessonId lesson = LessonId.named("read-the-marks-together");
        Caller reviewer = staff("note.reviewer", "苏晚", Role.REVIEWER);
        Caller editor = staff("note.editor", "何川", Role.EDITOR);

        assertThat(send(reviewer, lesson, "changes", "").status()).isEqualTo(422);
        assertThat(send(reviewer, lesson, "changes", "改".repeat(1001)).words())
                .contains("That is 1,001 characters; at most 1,000 fit.");
        assertThat(send(reviewer, lesson, "fine", "第三句").status()).isEqualTo(422);
        assertThat(send(reviewer, lesson, "", "").words()).contains("Choose one of the two.");
        assertThat(catalogue.reviews(lesson, 9)).isEmpty();

        assertThat(send(reviewer, lesson, "changes", "第三句没有出处").status()).isEqualTo(303);

        assertThat(state(lesson)).isEqualTo(Standing.State.ASKED);
        assertThat(editor.get("/console").words()).contains("to be changed");
        Document read = editor.get("/console/library/" + lesson).page();
        assertThat(read.text()).contains("第三句没有出处");
        assertThat(read.select("form[action$=/reviews]")).isEmpty();
        assertThat(Caller.visitor(port, "zh-CN").get("/lessons/" + lesson).words())
                .doesNotContain("第三句没有出处");
    }

    @Test
    void only_reviewers_and_experts_review() {
        LessonId lesson = LessonId.named("quarrel-kindly");
        Caller reviewer = staff("only.reviewer", "周遥", Role.REVIEWER);
        Map<String, String> form = form(reviewer, lesson, "fine", "");

        for (Role role : List.of(Role.EDITOR, Role.COUNTY_OFFICER)) {
            Caller other = staff("no." + role.ordinal() + ".reviewer", "某人", role);
            assertThat(post(other, lesson, form).status()).as(role.name()).isEqualTo(403);
        }
        assertThat(catalogue.reviews(lesson, 9)).isEmpty();
    }

    @Test
    void no_desk_is_empty_and_none_claims_what_cannot_be_done() {
        Document expert = staff("desk.expert", "林一", Role.EXPERT).get("/console").page();
        Document editor = staff("desk.editor", "林二", Role.EDITOR).get("/console").page();

        assertThat(expert.select("a[href^='/console/library?state=never']")).isNotEmpty();
        assertThat(expert.text()).contains("Review lessons");
        assertThat(editor.text())
                .contains("See the state of the library")
                .doesNotContain("Edit lessons", "Review lessons");
    }

    @Test
    void the_list_has_pages_and_every_row_leads_to_its_lesson() {
        Caller reviewer = staff("list.reviewer", "林三", Role.REVIEWER);
        Document first = reviewer.get("/console/library").page();

        assertThat(first.select("td a")).hasSize(20);
        assertThat(first.select("a[href^='/console/library?page=1']")).isNotEmpty();
        String row = first.select("td a").getFirst().attr("href");
        Document one = reviewer.get(row).page();
        assertThat(one.select("form[action='" + row + "/reviews']")).isNotEmpty();
        assertThat(one.select("a[href^=/lessons/]")).isNotEmpty();
        assertThat(reviewer.get("/console/library/" + LessonId.named("none")).status())
                .isEqualTo(404);
    }

    /** As an import of a changed file does. */
    private void change(LessonId lesson) {
        jdbc.sql("update catalogue.lesson set edition = edition + 1 where id = :id")
                .param("id", lesson.value())
                .update();
        jdbc.sql("update catalogue.edition set number = number + 1").update();
        catalogue.refresh();
    }

    private Standing.State state(LessonId lesson) {
        return Objects.requireNonNull(catalogue.standings().get(lesson)).state();
    }

    private int lines(LessonId lesson) {
        return jdbc.sql(
                        """
                        select count(*) from identity.audit
                         where deed = 'lesson.reviewed' and subject = :lesson
                        """)
                .param("lesson", lesson.toString())
                .query(Integer.class)
                .single();
    }

    private Caller.Answer send(Caller staff, LessonId lesson, String outcome, String note) {
        return post(staff, lesson, form(staff, lesson, outcome, note));
    }

    private static Caller.Answer post(Caller staff, LessonId lesson, Map<String, String> form) {
        return staff.post("/console/library/" + lesson + "/reviews", form);
    }

    private static Map<String, String> form(
            Caller staff, LessonId lesson, String outcome, String note) {
        Document page = staff.get("/console/library/" + lesson).page();
        String edition = page.select("input[name=edition]").attr("value");
        assertThat(edition).isNotEmpty();
        return Map.of("edition", edition, "outcome", outcome, "note", note);
    }

    private Caller staff(String login, String name, Role role) {
        StaffId staff =
                people.hire(login, name, "a-long-password", List.of(new Grant(role, "330102")));
        String token =
                people.issueToken(staff, Set.of(Viewer.Scope.STAFF), Duration.ofHours(9)).token();
        return Caller.with(port, "en", token);
    }
}
