package org.jiaxue.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.AtOnce;
import org.jiaxue.RoomTest;
import org.jiaxue.credentials.Check.Altered;
import org.jiaxue.credentials.Check.Part;
import org.jiaxue.credentials.Credentials.Stretch;
import org.jiaxue.credentials.badge.Achievements;
import org.jiaxue.credentials.badge.Samples;
import org.jiaxue.credentials.issuer.Signer;
import org.jiaxue.credentials.proof.Verification.Verified;
import org.jiaxue.credentials.status.StatusList;
import org.jiaxue.credentials.status.StatusPosition;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.learning.CourseCompleted;
import org.jiaxue.licences.LevelReached;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.EnableScenarios;
import org.springframework.modulith.test.Scenario;

@RoomTest
@EnableScenarios
class CredentialsTests {

    private static final Viewer.Staff OFFICER =
            new Viewer.Staff(new StaffId(Ids.next()), "", Set.of());
    @Autowired private Credentials credentials;
    @Autowired private Achievements achievements;
    @Autowired private Signer signer;
    @Autowired private JdbcClient jdbc;
    @Autowired private People people;

    private static int phones;
    private GuardianId guardian = new GuardianId(Ids.next());

    @BeforeEach
    void arrive() {
        guardian = people.register(new Phone("159%08d".formatted(++phones)), "330102");
    }

    @Test
    void a_level_reached_becomes_a_credential_that_verifies(Scenario scenario) {
        scenario.publish(level(1))
                .andWaitForEventOfType(CredentialIssued.class)
                .matching(issued -> issued.guardian().equals(guardian))
                .toArriveAndVerify(issued -> {
                    String document = credentials.document(issued.credential()).orElseThrow();
                    assertThat(signer.issuer().verify(document)).isInstanceOf(Verified.class);
                    assertThat(credentials.check(issued.credential()))
                            .isInstanceOfSatisfying(
                                    Check.Valid.class,
                                    valid ->
                                            assertThat(valid.claims().name().zh())
                                                    .isEqualTo("星级家长执照 · 7–9 岁 · 1 星"));
                });
    }

    @Test
    void a_course_completed_becomes_a_credential(Scenario scenario) {
        scenario.publish(course())
                .andWaitForEventOfType(CredentialIssued.class)
                .matching(issued -> issued.guardian().equals(guardian))
                .toArriveAndVerify(
                        issued -> assertThat(issued.kind()).isEqualTo(CredentialKind.COURSE));
    }

    @Test
    void a_level_told_twice_is_issued_once() {
        assertThat(credentials.issue(achievements.of(level(1)))).isPresent();
        assertThat(credentials.issue(achievements.of(level(1)))).isEmpty();
        assertThat(credentials.of(guardian, 10, null).items()).hasSize(1);
    }

    @Test
    void a_level_told_twice_at_once_is_issued_once() throws Exception {
        AtOnce.run(4, () -> credentials.issue(achievements.of(level(2))));
        assertThat(credentials.of(guardian, 10, null).items()).hasSize(1);
    }

    @Test
    void nothing_in_the_document_names_the_guardian_or_where_they_live() {
        CredentialId id = issue(1);
        assertThat(credentials.document(id).orElseThrow())
                .doesNotContain(guardian.toString())
                .doesNotContain("330102001");
    }

    @Test
    void it_celebrates_lessons_and_activities_and_never_hours_or_a_qualified_parent() {
        CredentialId course = credentials.issue(achievements.of(course())).orElseThrow();
        for (CredentialId id : List.of(issue(1), course)) {
            assertThat(credentials.document(id).orElseThrow())
                    .doesNotContain("合格", "小时", "学时", "分钟")
                    .doesNotContainIgnoringCase("qualified", "hour", "minute", "duration");
        }
    }

    @Test
    void a_revoked_credential_is_told_by_the_check_and_by_the_signed_list() {
        CredentialId id = issue(1);
        String before = credentials.document(id).orElseThrow();

        assertThat(credentials.revoke(id, OFFICER, Revocation.Reason.MISTAKE, "双份"))
                .isInstanceOf(Revoking.Revoked.class);

        assertThat(credentials.check(id)).isInstanceOf(Check.Revoked.class);
        assertThat(credentials.document(id)).contains(before);
        StatusPosition position = position(id);
        String list = credentials.statusList(position.list()).orElseThrow();
        assertThat(signer.issuer().verify(list)).isInstanceOf(Verified.class);
        assertThat(list).contains(StatusList.encode(revokedIn(position.list())));
        assertThat(revokedIn(position.list())).contains(position.index());
    }

    @Test
    void a_second_revocation_keeps_the_first_reason() {
        CredentialId id = issue(1);
        credentials.revoke(id, OFFICER, Revocation.Reason.ASKED, "");
        assertThat(credentials.revoke(id, OFFICER, Revocation.Reason.MISTAKE, ""))
                .isInstanceOfSatisfying(
                        Revoking.Already.class,
                        already ->
                                assertThat(already.revocation().reason())
                                        .isEqualTo(Revocation.Reason.ASKED));
    }

    @Test
    void two_revocations_at_once_are_both_in_the_list() throws Exception {
        CredentialId first = issue(1);
        CredentialId second = issue(2);
        Iterator<CredentialId> ids = List.of(first, second).iterator();
        AtOnce.run(
                2,
                () -> {
                    CredentialId id;
                    synchronized (ids) {
                        id = ids.next();
                    }
                    return credentials.revoke(id, OFFICER, Revocation.Reason.ASKED, "");
                });
        int list = position(first).list();
        assertThat(revokedIn(list)).contains(position(first).index(), position(second).index());
        assertThat(credentials.statusList(list).orElseThrow())
                .contains(StatusList.encode(revokedIn(list)));
    }

    @Test
    void a_copy_is_valid_however_its_json_is_laid_out() {
        String document = credentials.document(issue(1)).orElseThrow();
        assertThat(credentials.check("\n " + document + "\n")).isInstanceOf(Check.Valid.class);
        assertThat(credentials.check(document.replace("\",\"", "\",\n  \"")))
                .isInstanceOf(Check.Valid.class);
    }

    @Test
    void a_changed_copy_says_which_part_differs() {
        String document = credentials.document(issue(1)).orElseThrow();
        assertThat(credentials.check(document.replace("1 星", "5 星")))
                .isEqualTo(new Altered(List.of(Part.NAME, Part.ACHIEVEMENT)));
        assertThat(credentials.check(document.replace("2025-03-21", "2026-03-21")))
                .isInstanceOfSatisfying(
                        Altered.class,
                        altered -> assertThat(altered.differing()).contains(Part.DATE));
        assertThat(credentials.check(document.substring(0, document.length() - 1)))
                .isEqualTo(new Altered(List.of(Part.OTHER)));
        assertThat(credentials.check(document.replace("\"name\":", "\"name\":\"x\",\"name\":")))
                .isEqualTo(new Altered(List.of(Part.OTHER)));
    }

    @Test
    void a_copy_with_another_number_is_told_by_its_key() {
        CredentialId id = issue(1);
        String document = credentials.document(id).orElseThrow();
        assertThat(credentials.check(document.replace(id.value(), "0".repeat(32))))
                .isEqualTo(new Altered(List.of(Part.NUMBER)));
    }

    @Test
    void what_is_not_ours_is_unknown() {
        assertThat(credentials.check("")).isInstanceOf(Check.Unknown.class);
        assertThat(credentials.check("{}")).isInstanceOf(Check.Unknown.class);
        assertThat(credentials.check("[".repeat(60_000))).isInstanceOf(Check.Unknown.class);
        assertThat(credentials.check(Samples.signed(1))).isInstanceOf(Check.Unknown.class);
        assertThat(credentials.check(new CredentialId("0".repeat(32))))
                .isInstanceOf(Check.Unknown.class);
    }

    @Test
    void a_touched_row_is_noticed() {
        CredentialId id = issue(1);
        touch(id);
        assertThat(credentials.check(id)).isEqualTo(new Altered(List.of()));
    }

    @Test
    void a_list_is_read_in_stretches_and_another_guardians_id_leads_nowhere() {
        for (int level = 1; level <= 5; level++) {
            issue(level);
        }
        Set<CredentialId> seen = new HashSet<>();
        CredentialId next = null;
        do {
            Stretch stretch = credentials.of(guardian, 2, next);
            stretch.items().forEach(item -> seen.add(item.id()));
            next = stretch.next();
        } while (next != null);
        assertThat(seen).hasSize(5);
        GuardianId other = new GuardianId(Ids.next());
        assertThat(credentials.of(other, 2, seen.iterator().next()).items()).isEmpty();
    }

    /** The row under another text: first out, then in again, as nothing may update it. */
    private void touch(CredentialId id) {
        String document = credentials.document(id).orElseThrow().replace("1 星", "5 星");
        jdbc.sql(
                        """
                        with gone as (
                            delete from credentials.credential where guardian_id = :guardian
                            returning guardian_id, cause || '!' as cause, id, kind, name_zh,
                                      name_en, division, list, position, issued_at, signed_at)
                        insert into credentials.credential
                               (guardian_id, cause, edition, id, kind, name_zh, name_en,
                                division, list, position, issued_at, signed_at, document)
                        select g.guardian_id, g.cause, 1, g.id, g.kind, g.name_zh, g.name_en,
                               g.division, g.list, g.position, g.issued_at + interval '1 second',
                               g.signed_at, :document
                          from gone g
                        """)
                .param("guardian", guardian.value())
                .param("document", document)
                .update();
    }

    private CredentialId issue(int level) {
        return credentials.issue(achievements.of(level(level))).orElseThrow();
    }

    private StatusPosition position(CredentialId id) {
        return jdbc.sql(
                        """
                        select list, position from credentials.status_position
                         where credential_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new StatusPosition(row.getInt(1), row.getInt(2)))
                .single();
    }

    private Set<Integer> revokedIn(int list) {
        return new HashSet<>(
                jdbc.sql("select position from credentials.revocation where list = :list")
                        .param("list", list)
                        .query(Integer.class)
                        .list());
    }

    private CourseCompleted course() {
        return new CourseCompleted(
                guardian,
                Ids.next(),
                Ids.next(),
                new Words("好好说话", "Talking well"),
                "330102001",
                Instant.parse("2025-05-01T00:00:00Z"));
    }

    private LevelReached level(int level) {
        return new LevelReached(
                guardian,
                "shangcheng-star",
                1,
                "7-9",
                level,
                new Words("星级家长执照", "Star Licence"),
                new Words("7–9 岁", "ages 7–9"),
                new Words(level + " 星", level + " stars"),
                "330102001",
                Instant.parse("2025-03-20T02:00:00Z").plus(Duration.ofDays(level)),
                UUID.randomUUID(),
                null);
    }
}
