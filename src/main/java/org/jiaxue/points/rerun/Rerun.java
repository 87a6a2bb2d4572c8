package org.jiaxue.points.rerun;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A run and how far it has come.
 *
 * @param owner whose rules' events are gone through
 * @param first the first of the days
 * @param last the last of the days
 * @param askedBy who began it; null from the command line
 * @param ruleSet whose rules it was asked for and which version, as {@code 330102@2}; null from the
 *     command line
 * @param guardians how many ledgers there were when it began
 * @param done how many of them have been looked at
 * @param events how many events have been read
 * @param unfit guardians with lines that no event explains, for whom nothing was done
 * @param unchanged guardians with events in it for whom nothing had to be written
 * @param risen guardians who reached a level by it
 * @param failed guardians whose ledger could not be computed, for whom nothing was written
 */
public record Rerun(
        UUID id,
        Owner owner,
        LocalDate first,
        LocalDate last,
        State state,
        @Nullable StaffId askedBy,
        @Nullable String ruleSet,
        Instant askedAt,
        @Nullable Instant endedAt,
        long guardians,
        long done,
        long events,
        long unfit,
        long unchanged,
        long risen,
        long failed) {

    /** A run that was cancelled keeps what it has written; another run goes on from there. */
    public enum State {
        RUNNING,
        CANCELLED,
        DONE
    }

    /** How far it is, from 0 to 100. */
    public int percent() {
        if (state == State.DONE) {
            return 100;
        }
        return guardians == 0 ? 0 : (int) Math.min(99, done * 100 / guardians);
    }

    /**
     * What came of it in a county.
     *
     * @param more guardians whose totals rose
     * @param pointsMore by how much, all together
     * @param stayed guardians of whom old entries stand although the rules would give less
     * @param pointsStayed by how much, all together
     * @param residents how many guardians live there of those that the run is for; 0 before its end
     *     and where that is not known
     */
    public record County(
            String code,
            long more,
            long pointsMore,
            long stayed,
            long pointsStayed,
            long residents) {}

    /**
     * Why ledgers could not be computed.
     *
     * @param reason what kind of fault arose and where in the house's code; names nobody
     * @param guardians how many
     */
    public record Failure(String reason, long guardians) {}
}
