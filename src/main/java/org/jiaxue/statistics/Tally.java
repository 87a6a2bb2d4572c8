package org.jiaxue.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiaxue.statistics.FactStore.Count;
import org.jiaxue.statistics.Suppression.Cell;
import org.jspecify.annotations.Nullable;

/** What was counted of one measure in the parts of a division, looked up by part and period. */
final class Tally {

    /** So many last digits tell divisions of one province apart, and fit an int. */
    private static final int TELLING_DIGITS = 9;

    private final boolean heads;
    private final List<Period> periods;
    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, Long> groups;

    /**
     * Looks up.
     *
     * @param groups how many guardians live in each part
     */
    Tally(boolean heads, List<Period> periods, List<Count> found, Map<String, Long> groups) {
        this.heads = heads;
        this.periods = periods;
        this.groups = groups;
        found.forEach(count -> counts.put(name(count), count));
    }

    /** The parts where somebody lives or something was counted. */
    Stream<String> parts() {
        return Stream.concat(groups.keySet().stream(), counts.values().stream().map(Count::part));
    }

    /** One cell a period. */
    List<Cell> cells(String part, String stage) {
        long group = groups.getOrDefault(part, 0L);
        int unit = Integer.parseInt(part.substring(Math.max(0, part.length() - TELLING_DIGITS)));
        return periods.stream()
                .map(period -> cell(unit, group, counts.get(name(part, stage, period))))
                .toList();
    }

    private Cell cell(int unit, long group, @Nullable Count count) {
        if (count == null) {
            return new Cell(unit, 0, 0, group);
        }
        long value = heads ? count.guardians() : count.facts();
        return new Cell(unit, value, count.guardians(), group);
    }

    private static String name(Count count) {
        LocalDate week = count.week();
        LocalDate month = count.month();
        Unit unit = week != null ? Unit.WEEK : month != null ? Unit.MONTH : Unit.TERM;
        String when = Objects.toString(week, Objects.toString(month, ""));
        return String.join("/", count.part(), count.stage(), unit.slug(), when);
    }

    private static String name(String part, String stage, Period period) {
        String when =
                switch (period.unit()) {
                    case WEEK -> period.from().toString();
                    case MONTH -> period.month().atDay(1).toString();
                    case TERM -> "";
                };
        return String.join("/", part, stage, period.unit().slug(), when);
    }
}
