package org.jiaxue.statistics.closing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;
import org.jiaxue.statistics.closing.FigureStore.Kept;
import org.jiaxue.statistics.rollup.Count;
import org.jiaxue.statistics.suppression.Cell;
import org.jiaxue.statistics.suppression.Mark;
import org.jiaxue.statistics.suppression.Row;

/**
 * What is known when a week is closed: what was counted in the periods that end with it, how many
 * guardians live where at this moment, and what was published of the shorter periods inside.
 */
final class Counted {

    /** So many last digits tell divisions of one province apart, and fit an int. */
    private static final int TELLING_DIGITS = 9;

    /** About what one figure takes while a province is decided, in bytes. */
    static final int BYTES_A_FIGURE = 300;

    /** The part of all memory that a province may take, as its reciprocal. */
    static final int MEMORY_PARTS = 2;

    /** From so many guardians on, those who are missing from a figure are no small group. */
    private static final long LEAST_MISSING = 10;

    private final List<Period> periods;
    private final Set<Period> ending;
    private final Map<String, Long> residents = new HashMap<>();
    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, Kept> before = new HashMap<>();
    private final Map<String, SortedSet<String>> parts = new TreeMap<>();

    /**
     * Begins.
     *
     * @param periods shorter ones first
     * @param ending those of them that are counted now
     * @param living how many guardians live in each division and no one below it
     */
    Counted(List<Period> periods, Set<Period> ending, Map<String, Long> living) {
        this.periods = List.copyOf(periods);
        this.ending = Set.copyOf(ending);
        living.forEach((code, guardians) -> {
            place(code);
            for (Level level : Level.values()) {
                residents.merge(key(level.digits(), left(code, level)), guardians, Long::sum);
            }
        });
    }

    /** Adds what was counted in a period that ends now. */
    void add(Measure measure, Period period, List<Count> found) {
        found.forEach(count -> add(measure, period, count));
    }

    /** Adds a count of a period that ends now. */
    void add(Measure measure, Period period, Count count) {
        String key = key(count.digits(), count.part());
        counts.put(key(measure, key, count.stage(), period), count);
        if (count.digits() == Level.COMMUNITY.digits()) {
            place(count.part());
        }
    }

    /**
     * Refuses to go on where what is left to do would take more than half of the memory that this
     * process may have: a closing that fails is tried again and told of, a process without memory
     * serves nobody.
     *
     * @param memory all that the process may have, in bytes
     */
    void requireRoom(String province, long memory) {
        long places = parts.values().stream().mapToLong(Set::size).sum();
        long figures = places * periods.size() * Measure.OF_PEOPLE.size();
        if (figures * BYTES_A_FIGURE > memory / MEMORY_PARTS) {
            throw new IllegalStateException(
                    "province=%s has figures=%d of bytes=%d to close, more than half of memory=%d"
                            .formatted(province, figures, BYTES_A_FIGURE, memory));
        }
    }

    /**
     * Adds what was published before. Where nothing was published below a division, all its people
     * were of unknown place, and its figures were theirs.
     */
    void add(List<Kept> published) {
        Set<String> divided = new HashSet<>();
        for (Kept kept : published) {
            keep(kept.part(), kept);
            divided.add(key(kept.measure(), above(kept.part()), kept.stage(), kept.period()));
        }
        for (Kept kept : published) {
            boolean leaf = kept.part().endsWith("-") || below(kept.part()) == kept.part().length();
            if (!leaf
                    && !divided.contains(
                            key(kept.measure(), kept.part(), kept.stage(), kept.period()))) {
                keep(kept.part() + "-", kept);
            }
        }
    }

    private void keep(String part, Kept kept) {
        before.put(key(kept.measure(), part, kept.stage(), kept.period()), kept);
        parts.computeIfAbsent(above(part), _ -> new TreeSet<>()).add(part);
    }

    List<Period> periods() {
        return periods;
    }

    /** Whether a period ends now, so that its figures are still to be decided. */
    boolean ends(Period period) {
        return ending.contains(period);
    }

    /** The provinces where anybody lives or anything was counted. */
    SortedSet<String> provinces() {
        return parts("");
    }

    /**
     * What lies right below a division, in order of code, where anybody lives or anything was
     * counted; those of unknown place under the division's code and a dash.
     */
    SortedSet<String> parts(String code) {
        return parts.getOrDefault(code, new TreeSet<>());
    }

    /** Remembers a division and those above it. */
    private void place(String code) {
        String above = "";
        for (Level level : Level.values()) {
            if (code.length() < level.digits()) {
                parts.computeIfAbsent(above, _ -> new TreeSet<>()).add(above + "-");
                return;
            }
            String here = left(code, level);
            parts.computeIfAbsent(above, _ -> new TreeSet<>()).add(here);
            above = here;
        }
    }

    /** One cell a period, open where the period ends now. */
    Row row(Measure measure, String part, String stage) {
        List<Cell> cells = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (Period period : periods) {
            Kept kept = before.get(key(measure, part, stage, period));
            if (ends(period)) {
                cells.add(fresh(measure, part, stage, period, cells));
                marks.add(Mark.OPEN);
            } else if (kept != null) {
                cells.add(cell(part, kept.value(), kept.behind(), kept.residents()));
                marks.add(kept.mark());
            } else {
                cells.add(cell(part, 0, 0, 0));
                marks.add(Mark.SHOWN);
            }
        }
        return new Row(cells, marks);
    }

    /** What adds up is the sum of the weeks as they were published, also where facts are gone. */
    private Cell fresh(
            Measure measure, String part, String stage, Period period, List<Cell> shorter) {
        String key = key(digits(part), part.replace("-", ""));
        Count count = counts.get(key(measure, key, stage, period));
        long group = residents.getOrDefault(key, 0L);
        List<Cell> weeks = inside(period, Unit.WEEK, shorter);
        long behind = count == null ? 0 : count.guardians();
        if (count != null && count.utmost() > count.guardians()) {
            List<Cell> months = inside(period, Unit.MONTH, shorter);
            behind = estimated(count, months.isEmpty() ? weeks : months, group);
        }
        if (measure.heads()) {
            return cell(part, behind, behind, group);
        }
        long value = count == null ? 0 : count.facts();
        if (period.unit() != Unit.WEEK) {
            value = weeks.stream().mapToLong(Cell::value).sum();
        }
        return cell(part, value, value > 0 ? Math.max(behind, 1) : behind, group);
    }

    /** The periods of a unit that a longer one is made of, as far as they came before it. */
    private List<Cell> inside(Period period, Unit unit, List<Cell> shorter) {
        List<Cell> inside = new ArrayList<>();
        for (int i = 0; i < shorter.size(); i++) {
            if (periods.get(i).unit() == unit
                    && unit.compareTo(period.unit()) < 0
                    && period.holds(periods.get(i))) {
                inside.add(shorter.get(i));
            }
        }
        return inside;
    }

    /**
     * How many stand behind an estimated figure: kept between the largest of its weeks or months
     * and their sum, as the truth is; and where hardly anybody might be missing from it, taken for
     * everybody, so that it is withheld.
     */
    private static long estimated(Count count, List<Cell> parts, long group) {
        long behind = count.guardians();
        if (!parts.isEmpty()) {
            long largest = parts.stream().mapToLong(Cell::behind).max().orElse(0);
            long sum = parts.stream().mapToLong(Cell::behind).sum();
            behind = Math.clamp(behind, largest, sum);
        }
        return group - count.utmost() < LEAST_MISSING ? Math.max(behind, group) : behind;
    }

    private static Cell cell(String part, long value, long behind, long group) {
        String code = part.replace("-", "");
        int unit = Integer.parseInt(code.substring(Math.max(0, code.length() - TELLING_DIGITS)));
        return new Cell(unit, value, behind, group);
    }

    /** The code of what a part lies right below; empty for a province. */
    static String above(String part) {
        if (part.endsWith("-")) {
            return part.substring(0, part.length() - 1);
        }
        int digits = 0;
        for (Level level : Level.values()) {
            digits = level.digits() < part.length() ? level.digits() : digits;
        }
        return part.substring(0, digits);
    }

    /** How many digits tell a part from those beside it; those of unknown place have fewer. */
    private static int digits(String part) {
        return part.endsWith("-") ? below(part.replace("-", "")) : part.length();
    }

    /** How many digits the codes right below a division have; its own for a community. */
    static int below(String code) {
        return Arrays.stream(Level.values())
                .mapToInt(Level::digits)
                .filter(digits -> digits > code.length())
                .findFirst()
                .orElse(code.length());
    }

    private static String left(String code, Level level) {
        return code.substring(0, Math.min(code.length(), level.digits()));
    }

    private static String key(int digits, String part) {
        return digits + "/" + part;
    }

    private static String key(Measure measure, String part, String stage, Period period) {
        return String.join(
                "/", measure.slug(), part, stage, period.unit().slug(), period.from().toString());
    }
}
