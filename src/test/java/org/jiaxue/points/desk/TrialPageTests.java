package org.jiaxue.points.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.archive.PutAway;
import org.jiaxue.catalogue.Ages;
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
import org.jiaxue.points.desk.DeskHouse.Worker;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an officer sees who tries rules over a term. */
@RoomTest
class TrialPageTests {

    private static final String PATH = "/console/rules/simulate";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static int phones = 1;

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Learning learning;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired ApplicationContext app;

    private DeskHouse house;

    @BeforeEach
    void open() {
        house = new DeskHouse(people, port);
    }

    @Test
    void an_officer_tries_rules_sees_what_would_change_and_takes_it_away() {
        Worker officer = officer("330302");
        learners("330302", 60);
        residents("330302", 12);

        Caller.Answer begun =
                begin(
                        officer,
                        "330302",
                        file("330302", "changes: [{ rule: lesson-completed, points: 3 }]"));
        assertThat(begun.status()).as(begun.words()).isEqualTo(303);
        Caller.Answer done = done(officer, begun.location());

        assertThat(done.words())
                .contains("Trial of “Our rules”", "autumn term of 2026")
                .contains("Parents who would have more points: 60; fewer: withheld.")
                .contains("Lessons finished", "Too few parents, or all but a few, so not shown");
        assertThat(done.page().select("h2[id$=-title]")).hasSize(6);
        assertThat(done.page().select("#counties-title").parents().select("td").eachText())
                .contains("60", "4.0", "6.0");
        Caller.Answer csv = officer.page().get(begun.location() + "/figures.csv?table=counties");
        assertThat(csv.body().strip().replace("\uFEFF", "").lines())
                .hasSize(2)
                .first()
                .isEqualTo("County,Parents,Points each now,Points each then,With more,With fewer");
        assertThat(csv.body()).contains(",60,4.0,6.0,60,withheld");
        assertThat(officer.page().get(begun.location() + "/figures.csv?table=x").status())
                .isEqualTo(404);
        assertThat(officer.page().get(PATH + "?place=330302").words()).contains("Tried before");
        assertThat(noted("330302")).isEqualTo(1);
    }

    @Test
    void a_trial_is_there_only_for_who_began_it_and_only_of_their_own_guardians() {
        Worker officer = officer("330303");
        Worker colleague = officer("330303");
        learners("330303", 9);
        learners("330304", 12);
        String path = begin(officer, "330303", file("33", "caps: { day: 12 }")).location();

        Caller.Answer done = done(officer, path);

        assertThat(done.words()).contains("Too few parents here learned in this term");
        assertThat(done.page().select("table")).isEmpty();
        assertThat(colleague.page().get(path).status()).isEqualTo(404);
        assertThat(colleague.page().get(path + "/figures.csv?table=levels").status())
                .isEqualTo(404);
        assertThat(colleague.page().post(path + "/cancellation", Map.of()).status()).isEqualTo(404);
        assertThat(begin(officer, "330304", file("330304", "")).status()).isEqualTo(403);
        assertThat(house.hire(new Grant(Role.EDITOR, "330303")).page().get(PATH).status())
                .isEqualTo(403);
    }

    @Test
    void what_is_wrong_is_said_and_nothing_is_tried() {
        Worker officer = officer("330305");

        Caller.Answer faulty = begin(officer, "330305", file("330305", "caps: { day: many }"));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.page().select("section[aria-labelledby=faults] td").eachText())
                .startsWith("4", "caps.day");
        assertThat(faulty.page().select("textarea").text()).contains("caps: { day: many }");
        Caller.Answer elsewhere = begin(officer, "330305", file("330226", ""));
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.words()).contains("This file does not hold for parents of");
        assertThat(begin(officer, "330305", "").words()).contains("There is nothing in it");
        assertThat(officer.page().post(PATH, Map.of("place", "330305", "text", "a: b")).status())
                .isIn(422, 400, 415);
    }

    @Test
    void a_scheme_and_a_draft_can_be_tried_as_well() {
        Worker officer = officer("330383");
        learners("330383", 24);
        learners("330383", 12, 1);
        residents("330383", 12);
        String draft = DeskHouse.drafted(officer, "330383", LocalDate.of(2099, 2, 1), "");

        Caller.Answer form =
                officer.page()
                        .get(
                                officer.page()
                                        .get(draft)
                                        .page()
                                        .select("a[href*=simulate?draft]")
                                        .attr("href"));
        assertThat(form.page().select("textarea").text()).contains("Our rules");
        String scheme =
                """
                scheme: trying-330383
                division: "330383"
                version: 1
                from: 2027-02-01
                template: true
                period: term
                title: { zh: 试试, en: Trying }
                sources:
                  - { mark: "‡", zh: 只为测试, en: Only a test }
                layers:
                  - { name: term, mark: "‡", title: { zh: 一个学期, en: One term } }
                levels:
                  - when: deeds.lesson >= 2
                    title: { zh: 一级, en: Level 1 }
                    news: { zh: 到了一级。, en: Level 1 is reached. }
                """;
        String path = begin(officer, "330383", scheme).location();
        done(officer, path);
        assertThat(officer.page().get(path + "/figures.csv?table=levels").body())
                .contains("Trying,One term,Level 1,,20,,0.3,,withheld");
    }

    @Test
    void a_trial_over_months_in_files_is_refused_with_what_to_do_and_nothing_comes_back() {
        Worker officer = officer("330305");
        GuardianId guardian = people.register(Phone.read("15207900001").orElseThrow(), "330305");
        people.giveConsent(guardian, Purpose.RECORDS);
        PutAway files = new PutAway(app);
        files.with(guardian);
        try {
            Caller.Answer refused = begin(officer, "330305", file("330305", ""), "1999-spring");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.words()).contains("1999-05", "./jiaxue archive --bring-back 1999-0");
            assertThat(refused.page().select("textarea").text()).contains("330305");
            assertThat(files.content()).contains(guardian.toString());
        } finally {
            files.back();
        }
    }

    private Worker officer(String division) {
        return house.hire(new Grant(Role.COUNTY_OFFICER, division));
    }

    private static Caller.Answer begin(Worker worker, String place, String text) {
        return begin(worker, place, text, "2026-autumn");
    }

    private static Caller.Answer begin(Worker worker, String place, String text, String term) {
        return worker.page()
                .upload(
                        PATH,
                        Map.of("place", place, "text", "", "term", term),
                        "rules.yaml",
                        text.getBytes(StandardCharsets.UTF_8));
    }

    private static Caller.Answer done(Worker worker, String path) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> worker.page().get(path), it -> !it.body().contains("/cancellation"));
    }

    private static String file(String division, String more) {
        return DeskHouse.file(division, LocalDate.of(2026, 9, 1), more)
                .replace("# why we do so\n", "");
    }

    /** Guardians who learned nothing. */
    private void residents(String county, int guardians) {
        learners(county, guardians, 0);
    }

    /** Guardians with two lessons of ten minutes each. */
    private void learners(String county, int guardians) {
        learners(county, guardians, 2);
    }

    private void learners(String county, int guardians, int lessons) {
        for (int i = 0; i < guardians; i++) {
            GuardianId guardian =
                    people.register(
                            Phone.read("1790099%04d".formatted(phones++)).orElseThrow(), county);
            people.giveConsent(guardian, Purpose.RECORDS);
            Instant at = LocalDateTime.parse("2026-10-12T08:00").atZone(ZONE).toInstant();
            List<Fact> facts = new ArrayList<>();
            for (int lesson = 0; lesson < lessons; lesson++) {
                facts.add(
                        new Fact(
                                guardian,
                                EventKind.LESSON_COMPLETED,
                                Ids.next(),
                                at.plusSeconds(60L * lesson),
                                new Subject(
                                        new Words("早晨清单", "The morning list"),
                                        Stage.PRIMARY,
                                        new Ages(84, 120),
                                        "",
                                        600)));
            }
            transactions.executeWithoutResult(_ -> learning.record(facts));
        }
    }

    private long noted(String place) {
        return jdbc.sql(
                        """
                        select count(*) from identity.audit
                        where deed = 'rules.tried' and node = :place
                        """)
                .param("place", place)
                .query(Long.class)
                .single();
    }
}
