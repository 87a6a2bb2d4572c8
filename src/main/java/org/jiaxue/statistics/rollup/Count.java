package org.jiaxue.statistics.rollup;

/**
 * Counts of one group of facts.
 *
 * @param digits how many first digits of a division tell the parts apart
 * @param part these digits of where the guardians lived; fewer where no more is known
 * @param stage the stage of what was learned; empty for all stages together
 * @param facts how many facts
 * @param guardians how many different guardians; an estimate above {@link Heads#EXACT}
 * @param utmost how many they are at the very most; the same number where that is exact
 */
public record Count(
        int digits, String part, String stage, long facts, long guardians, long utmost) {

    /** What was counted exactly. */
    public Count(int digits, String part, String stage, long facts, long guardians) {
        this(digits, part, stage, facts, guardians, guardians);
    }
}
