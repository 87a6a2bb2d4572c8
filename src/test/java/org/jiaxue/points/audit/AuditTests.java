package org.jiaxue.points.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.UUID;
import org.jiaxue.archive.PutAway;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.Test;

class AuditTests extends CheckedLedger {

    @Test
    void a_ledger_that_adds_up_has_no_findings() {
        learner();
        learner();

        assertThat(found()).isEmpty();
        assertThat(corrections()).as("lines that correct another").isPositive();
        assertThat(audits.last())
                .hasValueSatisfying(last -> {
                    assertThat(last.accounts()).isEqualTo(2);
                    assertThat(last.entries()).isEqualTo(8 + corrections());
                    assertThat(last.findings()).isZero();
                });
    }

    @Test
    void a_balance_that_is_not_the_sum_of_its_entries_is_found() {
        GuardianId guardian = learner();
        learner();
        asOwner("update points.account set balance = balance + 7 where " + of(guardian));

        assertThat(found())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fault()).isEqualTo(Fault.BALANCE);
                    assertThat(finding.guardian()).isEqualTo(guardian);
                    assertThat(finding.says()).isEqualTo(sum(guardian) + 7);
                    assertThat(finding.sum()).isEqualTo(sum(guardian));
                    assertThat(finding.entry()).isNotNull();
                });
    }

    @Test
    void what_lies_in_files_is_in_the_balance_and_its_events_are_not_missed() {
        GuardianId whole = learner();
        GuardianId wrong = learner();
        PutAway files = new PutAway(house);
        files.with(whole);
        files.with(wrong);
        try {
            int there =
                    jdbc.sql("select count(*) from points.archived").query(Integer.class).single();
            assertThat(there).isEqualTo(2);
            asOwner("update points.archived set points = points + 1 where " + of(wrong));

            assertThat(found())
                    .extracting(Finding::fault, Finding::guardian)
                    .containsExactly(tuple(Fault.BALANCE, wrong));
        } finally {
            files.back();
        }
    }

    @Test
    void an_entry_that_was_changed_or_removed_is_found_by_its_balance() {
        GuardianId changed = learner();
        GuardianId removed = learner();
        asOwner(
                "update points.entry set points = points + 1 where kind = 'lesson-completed' and "
                        + of(changed));
        asOwner("delete from points.entry where kind = 'lesson-completed' and " + of(removed));

        assertThat(found())
                .extracting(Finding::fault, Finding::guardian)
                .containsExactlyInAnyOrder(
                        tuple(Fault.BALANCE, changed), tuple(Fault.BALANCE, removed));
    }

    @Test
    void points_that_are_held_are_in_no_balance() {
        GuardianId guardian = learner();
        asOwner(
                """
                update points.entry set state = 'held'
                where kind = 'lesson-completed' and %1$s;
                update points.account set balance = balance - (
                    select sum(points) from points.entry where state = 'held' and %1$s)
                where %1$s
                """
                        .formatted(of(guardian)));

        assertThat(found()).isEmpty();
    }

    @Test
    void entries_without_an_account_are_found() {
        GuardianId guardian = learner();
        asOwner("delete from points.account where " + of(guardian));

        assertThat(found())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fault()).isEqualTo(Fault.ACCOUNT);
                    assertThat(finding.says()).isNull();
                    assertThat(finding.sum()).isEqualTo(sum(guardian));
                });
    }

    @Test
    void an_entry_whose_event_is_gone_is_found() {
        GuardianId guardian = learner();
        UUID event = event(guardian);
        asOwner("delete from learning.event where event_id = '%s'".formatted(event));

        assertThat(found())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fault()).isEqualTo(Fault.EVENT);
                    assertThat(finding.event()).isEqualTo(event);
                });
    }

    @Test
    void an_entry_that_names_the_event_of_another_guardian_is_found() {
        GuardianId guardian = learner();
        UUID other = event(learner());
        asOwner(
                "update points.entry set event_id = '%s' where kind = 'lesson-completed' and %s"
                        .formatted(other, of(guardian)));

        assertThat(found())
                .extracting(Finding::fault, Finding::event, Finding::guardian)
                .containsExactly(tuple(Fault.EVENT, other, guardian));
    }

    @Test
    void what_an_erasure_has_not_come_to_yet_is_no_finding() {
        GuardianId guardian = learner();
        asOwner("delete from learning.event where " + of(guardian));
        asOwner(
                "insert into identity.erasure (guardian_id, asked_at) values ('%s', now())"
                        .formatted(guardian));

        assertThat(found()).isEmpty();
    }

    @Test
    void an_entry_whose_rules_are_not_kept_is_found() {
        GuardianId guardian = learner();
        asOwner(
                "update points.entry set rule_version = 77 where kind = 'lesson-completed' and "
                        + of(guardian));

        assertThat(found()).extracting(Finding::fault).containsExactly(Fault.RULES);
    }

    @Test
    void a_correction_of_an_entry_that_is_not_there_or_another_guardians_is_found() {
        GuardianId one = learner();
        GuardianId two = learner();
        asOwner(
                "update points.entry set corrects_entry_id = '%s' where corrects_entry_id is not"
                                .formatted(UUID.randomUUID())
                        + " null and "
                        + of(one));
        asOwner(
                "update points.entry set corrects_entry_id = '%s' where corrects_entry_id is not"
                                .formatted(entry(one))
                        + " null and "
                        + of(two));

        assertThat(found())
                .allSatisfy(it -> assertThat(it.fault()).isEqualTo(Fault.CORRECTION))
                .extracting(Finding::guardian)
                .containsOnly(one, two);
    }

    @Test
    void a_correction_of_a_correction_is_found() {
        GuardianId guardian = learner();
        asOwner(
                """
                update points.entry c set corrects_entry_id = c.entry_id
                where c.corrects_entry_id is not null and c.%s
                """
                        .formatted(of(guardian)));

        assertThat(found())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.fault()).isEqualTo(Fault.CORRECTION));
    }

    @Test
    void a_correction_about_another_event_is_found() {
        GuardianId guardian = learner();
        asOwner(
                "update points.entry set corrects_entry_id = '%s' where corrects_entry_id is not"
                                .formatted(entry(guardian))
                        + " null and "
                        + of(guardian));

        assertThat(found())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.fault()).isEqualTo(Fault.CORRECTED_EVENT));
    }

    private int corrections() {
        return jdbc.sql("select count(*) from points.entry where corrects_entry_id is not null")
                .query(Integer.class)
                .single();
    }

    private long sum(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select sum(points) from points.entry
                        where guardian_id = :guardian and state <> 'held'
                        """)
                .param("guardian", guardian.value())
                .query(Long.class)
                .single();
    }

    /** The event of a guardian's lesson, which nothing corrects. */
    private UUID event(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select event_id from points.entry
                        where guardian_id = :guardian and kind = 'lesson-completed'
                        """)
                .param("guardian", guardian.value())
                .query(UUID.class)
                .single();
    }

    /** The first entry of a guardian's lesson. */
    private UUID entry(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select entry_id from points.entry
                        where guardian_id = :guardian and kind = 'lesson-completed'
                          and corrects_entry_id is null
                        """)
                .param("guardian", guardian.value())
                .query(UUID.class)
                .single();
    }

    private static String of(GuardianId guardian) {
        return "guardian_id = '%s'".formatted(guardian);
    }
}
