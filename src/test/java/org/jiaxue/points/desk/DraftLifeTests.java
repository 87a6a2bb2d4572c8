package org.jiaxue.points.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiaxue.points.desk.DeskHouse.drafted;
import static org.jiaxue.points.desk.DeskHouse.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaxue.AtOnce;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.points.Points;
import org.jiaxue.points.desk.DeskHouse.Worker;
import org.jiaxue.points.draft.Approval;
import org.jiaxue.points.draft.Draft;
import org.jiaxue.points.draft.Drafts;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class DraftLifeTests {

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Rules rules;
    @Autowired Drafts drafts;
    @Autowired Points points;
    @Autowired JdbcClient jdbc;

    private DeskHouse house;

    @BeforeEach
    void open() {
        house = new DeskHouse(people, port);
    }

    private Worker officer(String division) {
        return house.hire(new Grant(Role.COUNTY_OFFICER, division));
    }

    private Draft draft(String path) {
        UUID id = Ids.parse(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        return drafts.find(id).orElseThrow();
    }

    @Test
    void what_is_refused_goes_back_with_words_and_is_open_again_once_mended() {
        Worker first = officer("331122");
        Worker second = officer("331122");
        LocalDate from = LocalDate.of(2099, 2, 1);
        String path = drafted(first, "331122", from, "caps: { day: 12 }");
        first.page().post(path + "/preview", DeskHouse.edition(1));

        assertThat(second.page().post(path + "/refusal", DeskHouse.edition(1)).status())
                .isEqualTo(422);
        second.page().post(path + "/refusal", Map.of("edition", "1", "note", "上限请写 11 分"));
        assertThat(first.page().get(path).words()).contains("Given back", "上限请写 11 分");
        Caller.Answer mended =
                first.page()
                        .post(
                                path + "/text",
                                Map.of(
                                        "edition",
                                        "1",
                                        "text",
                                        file("331122", from, "caps: { day: 11 }")));
        assertThat(mended.status()).as(mended.words()).isEqualTo(303);
        assertThat(draft(path))
                .returns(Draft.State.OPEN, Draft::state)
                .returns(2, Draft::edition)
                .returns(false, Draft::ready);
        assertThat(first.page().get(path + "/rules.yaml").body()).startsWith("# why we do so");
        assertThat(first.page().post(path + "/withdrawal", DeskHouse.edition(2)).status())
                .isEqualTo(303);
    }

    @Test
    void of_two_who_edit_the_second_is_told_and_keeps_the_text() {
        Worker first = officer("331122");
        Worker second = officer("331122");
        LocalDate from = LocalDate.of(2099, 2, 1);
        String path = drafted(first, "331122", from, "caps: { day: 12 }");
        Map<String, String> form =
                Map.of(
                        "edition", "1",
                        "name.zh", "后来的",
                        "name.en", "The later",
                        "from", "2099-02-01",
                        "caps.day", "13");
        assertThat(second.page().post(path + "/form", form).status()).isEqualTo(303);

        Caller.Answer late = first.page().post(path + "/form", form);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.words()).contains("Somebody edited this draft");
        assertThat(late.page().select("[id=\'name.en\']").val()).isEqualTo("The later");
        assertThat(first.page().post(path + "/preview", DeskHouse.edition(1)).status())
                .isEqualTo(409);
    }

    @Test
    void of_two_approvals_at_once_one_is_given_and_two_drafts_get_two_versions() throws Exception {
        Worker first = officer("331123");
        LocalDate from = LocalDate.of(2099, 2, 1);
        Draft one = draft(drafted(first, "331123", from, "caps: { day: 12 }"));
        Draft other = draft(drafted(first, "331123", from, "caps: { day: 13 }"));
        drafts.preview(first.viewer(), one, 1);
        drafts.preview(first.viewer(), other, 1);
        Worker second = officer("331123");

        var same = new ConcurrentLinkedQueue<Approval>();
        AtOnce.run(4, () -> same.add(drafts.approve(second.viewer(), one, 1, Set.of())));
        assertThat(same).filteredOn(Approval.Given.class::isInstance).hasSize(1);
        assertThat(same).filteredOn(Approval.Overtaken.class::isInstance).hasSize(3);

        Draft third = draft(drafted(first, "331123", from, "caps: { day: 14 }"));
        drafts.preview(first.viewer(), third, 1);
        var both = new ConcurrentLinkedQueue<Approval>();
        AtomicInteger next = new AtomicInteger();
        List<Draft> two = List.of(other, third);
        AtOnce.run(
                2,
                () -> {
                    Draft mine = two.get(next.getAndIncrement());
                    return both.add(drafts.approve(second.viewer(), mine, 1, Set.of()));
                });
        assertThat(both).containsExactlyInAnyOrder(new Approval.Given(2), new Approval.Given(3));
    }

    @Test
    void who_wrote_in_a_draft_is_refused_by_the_database_too() {
        Worker first = officer("331124");
        String path = drafted(first, "331124", LocalDate.of(2099, 2, 1), "caps: { day: 12 }");
        Draft draft = draft(path);
        drafts.preview(first.viewer(), draft, 1);

        assertThat(drafts.approve(first.viewer(), draft, 1, Set.of()))
                .isEqualTo(new Approval.SamePerson());
        assertThatThrownBy(() ->
                        jdbc.sql(
                                        """
                                        update points.draft
                                        set state = 'approved', version = 1, decided_by = :by
                                        where draft_id = :id
                                        """)
                                .param("by", first.viewer().id().value())
                                .param("id", draft.id())
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("draft_two_people");
    }
}
