package org.jiaxue.points.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.points.rules.Breach;
import org.jiaxue.points.rules.Judgement;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.web.Words;

/**
 * Something to be thought over and ticked before an approval.
 *
 * @param key by which it is ticked; the same as long as it says the same
 */
public record Doubt(String key, Words what) {

    private static final Words BEGUN =
            new Words(
                    "第一天已经到了或过去了：从那天到批准这一刻学过的，已按原来的规则记分，要重算一次才会按新的补记",
                    "its first day has come or is past: what was learned from that day until the"
                            + " approval went by the rules of before and is only made up for by a"
                            + " recalculation");

    /** All that is to be ticked of a set. */
    public static List<Doubt> of(Judgement judgement, RuleSet set, LocalDate today) {
        List<Doubt> doubts = new ArrayList<>();
        if (!set.from().isAfter(today)) {
            doubts.add(of("from", BEGUN));
        }
        for (Breach warning : judgement.warnings()) {
            doubts.add(of(warning.field(), warning.what()));
        }
        return doubts;
    }

    private static Doubt of(String field, Words what) {
        return new Doubt(Integer.toHexString((field + '\n' + what.zh()).hashCode()), what);
    }
}
