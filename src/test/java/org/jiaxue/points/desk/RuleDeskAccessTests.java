package org.jiaxue.points.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaxue.points.desk.DeskHouse.drafted;
import static org.jiaxue.points.desk.DeskHouse.file;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.points.Points;
import org.jiaxue.points.desk.DeskHouse.Worker;
import org.jiaxue.points.draft.Drafts;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class RuleDeskAccessTests {

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

    @Test
    void a_draft_of_elsewhere_is_not_there_and_rules_in_force_are_read_by_all() {
        Worker here = officer("331124");
        Worker elsewhere = officer("331125");
        String path = drafted(here, "331124", LocalDate.of(2099, 2, 1), "caps: { day: 12 }");

        assertThat(elsewhere.page().get(path).status()).isEqualTo(404);
        assertThat(elsewhere.page().get(path + "/rules.yaml").status()).isEqualTo(404);
        assertThat(elsewhere.page().get("/console/rules?place=331124").status()).isEqualTo(403);
        assertThat(elsewhere.page().get("/console/rules/sets/1?place=33").words())
                .contains("A lesson finished: 2 points.", "看完一节微课，记 2 分。");
        Caller.Answer yaml = elsewhere.page().get("/console/rules/sets/1/rules.yaml?place=33");
        assertThat(RuleFile.read("download", yaml.body())).isIn(rules.book().sets());
        assertThat(
                        DeskHouse.bring(here, "331124", file("33", LocalDate.of(2099, 2, 1), ""))
                                .words())
                .contains("The file holds the rules of 33");
    }

    @Test
    void a_school_drafts_and_an_officer_of_its_county_approves() {
        UUID school = school("331126");
        Worker admin = house.hire(new Grant(Role.SCHOOL_ADMIN, school.toString()));
        String text =
                """
                division: "331126"
                school: %s
                from: 2099-02-01
                name: { zh: 本校规则, en: Our school }
                caps: { day: 12 }
                """
                        .formatted(school);
        Caller.Answer brought = DeskHouse.bring(admin, school.toString(), text);
        assertThat(brought.status()).as(brought.words()).isEqualTo(303);
        String path = brought.location();
        admin.page().post(path + "/preview", DeskHouse.edition(1));
        assertThat(admin.page().post(path + "/approval", DeskHouse.edition(1)).status())
                .isEqualTo(403);

        Worker officer = officer("331126");
        assertThat(officer.page().get("/console/rules?place=331126").words())
                .contains("From below, awaiting approval", "测试小学");
        assertThat(officer.page().post(path + "/approval", DeskHouse.edition(1)).status())
                .isEqualTo(303);
        assertThat(rules.inForce("331126", school, LocalDate.of(2099, 3, 1)).chain()).hasSize(2);
    }

    private UUID school(String county) {
        UUID id = Ids.next();
        jdbc.sql(
                        """
                        insert into regions.organisation
                            (organisation_id, kind, name, county, source, source_key, valid_from)
                        values (:id, 'SCHOOL', '测试小学', :county, 'test', :key, :from)
                        """)
                .param("id", id)
                .param("key", id.toString())
                .param("county", county)
                .param("from", LocalDate.EPOCH)
                .update();
        return id;
    }

    @Test
    void a_hostile_file_is_answered_in_words() {
        Worker officer = officer("331127");
        List<String> hostile =
                List.of(
                        "a: " + "x".repeat(250_000),
                        "a: " + "[".repeat(5_000),
                        "a: &a [1]\nb: *a\nc: *a",
                        "a: &a { b: *a }",
                        "name: \0",
                        "division: \"331127\"\ndivision: \"331127\"",
                        "!!java.lang.Object {}",
                        "- list",
                        "? { a: b }\n: c",
                        file("331127", LocalDate.of(2099, 2, 1), "").replace("本县规则", "\"a\\0b\""));
        for (String text : hostile) {
            Caller.Answer answer = DeskHouse.bring(officer, "331127", text);
            assertThat(answer.status()).as(text.lines().findFirst().orElse("")).isEqualTo(422);
            assertThat(answer.words()).contains("to be mended");
        }
        assertThat(drafts.of(draftOwner("331127"))).isEmpty();
    }

    private static Owner draftOwner(String division) {
        return Owner.of(division);
    }
}
