package org.jiaxue.points.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.rules.RuleSet.Period;

/** What of one guardian's points the caps have seen so far. */
public final class Tally {

    private record Kinds(EventKind kind, Period period, LocalDate start) {}

    private record All(Period period, LocalDate start) {}

    private record Cause(String once, UUID cause) {}

    private final Map<Kinds, Integer> kinds = new HashMap<>();
    private final Map<All, Integer> all = new HashMap<>();
    private final Map<Cause, Integer> causes = new HashMap<>();

    Tally copy() {
        Tally copy = new Tally();
        copy.kinds.putAll(kinds);
        copy.all.putAll(all);
        copy.causes.putAll(causes);
        return copy;
    }

    public void add(EventKind kind, LocalDate day, int points) {
        for (Period period : Period.values()) {
            LocalDate start = period.startOf(day);
            kinds.merge(new Kinds(kind, period, start), points, Integer::sum);
            all.merge(new All(period, start), points, Integer::sum);
        }
    }

    /** Adds to what a cause was credited within its group, whenever that was. */
    public void addTo(String once, UUID cause, int points) {
        causes.merge(new Cause(once, cause), points, Integer::sum);
    }

    int of(EventKind kind, Period period, LocalDate day) {
        return kinds.getOrDefault(new Kinds(kind, period, period.startOf(day)), 0);
    }

    int ofAll(Period period, LocalDate day) {
        return all.getOrDefault(new All(period, period.startOf(day)), 0);
    }

    /** What a rule may still give to a cause. */
    int leftOf(RuleSet.Rule rule, UUID cause) {
        return rule.points() - causes.getOrDefault(new Cause(rule.once(), cause), 0);
    }
}
