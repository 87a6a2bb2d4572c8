package org.jiaxue.points.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jiaxue.AtOnce;
import org.jiaxue.points.LedgerCheck;
import org.jiaxue.points.LedgerCheck.Checked;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AuditRunTests extends CheckedLedger {

    @Autowired MeterRegistry meters;
    @Autowired AuditJob job;
    @TempDir Path directory;

    @Test
    void so_many_findings_are_kept_and_the_others_are_counted() {
        int many = Audits.MOST_KEPT + 30;
        asOwner(
                """
                insert into points.account (guardian_id, balance, version)
                select gen_random_uuid(), 5, 1 from generate_series(1, %d)
                """
                        .formatted(many));

        assertThat(found()).hasSize(Audits.MOST_KEPT);
        assertThat(audits.last()).map(Checked::findings).contains((long) many);
    }

    @Test
    void a_large_ledger_is_checked_in_pieces_to_its_end() {
        asOwner(
                """
                insert into points.account (guardian_id, balance, version)
                select gen_random_uuid(), 0, 1 from generate_series(1, %d)
                """
                        .formatted(2 * Audits.CHUNK + 1));

        assertThat(found()).isEmpty();
        assertThat(audits.last()).map(Checked::accounts).contains(2L * Audits.CHUNK + 1);
    }

    @Test
    void a_check_goes_on_where_another_process_ended() {
        GuardianId one = learner();
        GuardianId two = learner();
        boolean inOrder = one.value().toString().compareTo(two.value().toString()) < 0;
        asOwner("update points.account set balance = balance + 7");
        asOwner(
                """
                insert into points.audit_run
                    (run_id, night, begun_at, upto, accounts, entries, findings)
                values (gen_random_uuid(), '2026-11-22', now(), '%s', 40, 90, 3)
                """
                        .formatted(inOrder ? one : two));

        assertThat(found()).extracting(Finding::guardian).containsExactly(inOrder ? two : one);
        assertThat(audits.last())
                .hasValueSatisfying(last -> {
                    assertThat(last.accounts()).isEqualTo(41);
                    assertThat(last.findings()).isEqualTo(4);
                });
    }

    @Test
    void processes_that_check_at_once_count_every_ledger_once() throws Exception {
        asOwner(
                """
                insert into points.account (guardian_id, balance, version)
                select gen_random_uuid(), 5, 1 from generate_series(1, %d)
                """
                        .formatted(3 * Audits.CHUNK));

        AtOnce.run(
                3,
                () -> {
                    audits.checkDue();
                    return true;
                });

        assertThat(nights()).hasSize(1);
        assertThat(audits.last())
                .hasValueSatisfying(last -> {
                    assertThat(last.accounts()).isEqualTo(3L * Audits.CHUNK);
                    assertThat(last.findings()).isEqualTo(3L * Audits.CHUNK);
                });
    }

    @Test
    void a_check_is_done_once_a_night_after_two() {
        audits.checkDue();
        clock.set(NIGHT.plus(Duration.ofHours(24)).minusSeconds(1));
        audits.checkDue();
        assertThat(nights()).containsExactly(LocalDate.of(2026, 11, 22));

        clock.set(NIGHT.plus(Duration.ofHours(24)));
        audits.checkDue();
        audits.checkDue();
        assertThat(nights())
                .containsExactly(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 22));
    }

    @Test
    void findings_are_told_in_the_log_and_by_a_gauge_and_name_nobody(CapturedOutput output) {
        GuardianId guardian = learner();
        asOwner("update points.account set balance = balance + 7");
        job.check();

        assertThat(output).contains("ledger does not add up findings=1 accounts=1");
        assertThat(output.toString()).doesNotContain(guardian.toString());
        assertThat(meters.get("jiaxue.ledger.findings").gauge().value()).isEqualTo(1);
        assertThat(meters.get("jiaxue.ledger.checked").gauge().value()).isZero();
    }

    @Test
    void what_a_process_leaves_in_its_directory_is_read_again() {
        assertThat(LedgerCheck.Checked.in(directory)).isEmpty();
        Checked checked = new Checked(NIGHT, 12, 345, 6);
        new Checked(NIGHT.minusSeconds(86_400), 1, 2, 0).leave(directory);
        checked.leave(directory);

        assertThat(LedgerCheck.Checked.in(directory)).contains(checked);
    }

    private List<LocalDate> nights() {
        return audits.ended(9).stream().map(RunStore.Ended::night).toList();
    }
}
