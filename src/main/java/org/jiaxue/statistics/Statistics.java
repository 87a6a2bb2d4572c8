package org.jiaxue.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.regions.Regions;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Figures.Awaited;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.closing.FigureStore;
import org.jiaxue.statistics.closing.FigureStore.Kept;
import org.jiaxue.statistics.fact.ClosingStore;
import org.jiaxue.statistics.fact.ClosingStore.Closed;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to figures: how many lessons, guardians and certificates there were in a division, by
 * what lies below it or by stage, in whole weeks, months or terms. Small groups are withheld, and
 * with them what would give them away, once and for all when a period is closed. Beside them stands
 * what is offered, parent schools and activities, of which nothing is withheld.
 *
 * <p>Who may read the figures of a division is for the asker to find out beforehand.
 */
@Component
public class Statistics {

    /** The longest code of a division whose figures are given by stage: the county. */
    public static final int FINEST_BY_STAGE = Level.COUNTY.digits();

    private final FigureStore kept;
    private final ClosingStore closings;
    private final Offered offered;
    private final Regions regions;
    private final DatabaseClock clock;
    private final Times times;

    Statistics(
            FigureStore kept,
            ClosingStore closings,
            Offered offered,
            Regions regions,
            DatabaseClock clock,
            Times times) {
        this.kept = kept;
        this.closings = closings;
        this.offered = offered;
        this.regions = regions;
        this.clock = clock;
        this.times = times;
    }

    /**
     * The last weeks whose day of closing has come, by the database's clock, and after them one
     * that is over and awaits its day, if there is one.
     */
    public List<Period> lastWeeks(int weeks) {
        LocalDate today = today();
        List<Period> over =
                Stream.iterate(Period.weekOf(today.minusWeeks(weeks + 1L)), Period::next)
                        .limit(weeks + 1L)
                        .toList();
        return over.getLast().due(today) ? over.subList(1, over.size()) : over;
    }

    /**
     * The figures asked for. Periods whose last week is not closed yet are left out, so that a
     * number cannot be watched as it grows by one family; what is given of the others is what was
     * published when they were closed, and the same every time.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Figures figures(Question question) {
        Optional<Closed> closed =
                question.measure() == Measure.SCHOOLS ? closings.withSchools() : closings.closed();
        List<Period> columns = some(question, it -> closed.filter(c -> c.holds(it)).isPresent());
        LocalDate today = today();
        List<Period> before =
                some(question, it -> closed.map(c -> c.before(it)).orElse(it.due(today)));
        List<Figures.Row> rows =
                question.measure().supply()
                        ? offered.rows(question, columns)
                        : learned(question, columns);
        return new Figures(
                question,
                columns,
                some(question, it -> !columns.contains(it) && !before.contains(it)).stream()
                        .map(it -> new Awaited(it, it.due(today) ? today : it.closes()))
                        .toList(),
                before,
                rows.getFirst(),
                rows.subList(1, rows.size()));
    }

    /** The division's own row and then its parts, as they were published. */
    private List<Figures.Row> learned(Question question, List<Period> columns) {
        LocalDate from = question.periods().getFirst().from();
        LocalDate to = question.periods().getLast().to();
        Map<String, Map<Period, Kept>> published = new TreeMap<>();
        for (Kept one : published(question, from, to)) {
            String name = question.by() == By.STAGE ? one.stage() : one.part();
            published.computeIfAbsent(name, _ -> new HashMap<>()).put(one.period(), one);
        }
        String own = question.by() == By.STAGE ? "" : question.division();
        if (question.by() == By.DIVISION) {
            addElsewhere(question.division(), published);
        }
        List<Figures.Row> rows = new ArrayList<>();
        About whole = new About.Of(question.division());
        rows.add(row(whole, published.getOrDefault(own, Map.of()), columns));
        for (String name : names(question, published.keySet())) {
            About part = about(question, name);
            rows.add(row(part, published.getOrDefault(name, Map.of()), columns));
        }
        return rows;
    }

    /** Where nothing was published below a division, all its people were of unknown place. */
    private static void addElsewhere(String division, Map<String, Map<Period, Kept>> rows) {
        if (division.length() == Level.COMMUNITY.digits()) {
            return;
        }
        Map<Period, Kept> whole = new HashMap<>(rows.getOrDefault(division, Map.of()));
        rows.forEach((name, row) -> {
            if (!name.equals(division)) {
                whole.keySet().removeAll(row.keySet());
            }
        });
        if (!whole.isEmpty()) {
            rows.computeIfAbsent(elsewhere(division), _ -> new HashMap<>()).putAll(whole);
        }
    }

    private LocalDate today() {
        return times.dayOf(clock.now());
    }

    private List<Kept> published(Question question, LocalDate from, LocalDate to) {
        Measure measure = question.measure();
        String division = question.division();
        Set<Unit> units = question.units();
        return switch (question.by()) {
            case DIVISION -> kept.family(measure, division, units, from, to);
            case STAGE -> kept.stages(measure, division, units, from, to);
            case PERIOD, PLATFORM ->
                    kept.stages(measure, division, units, from, to).stream()
                            .filter(figure -> figure.stage().isEmpty())
                            .toList();
        };
    }

    private static List<Period> some(Question question, Predicate<Period> which) {
        return question.periods().stream().filter(which).toList();
    }

    private List<String> names(Question question, Set<String> published) {
        String division = question.division();
        return switch (question.by()) {
            case PERIOD, PLATFORM -> List.of();
            case STAGE -> Stream.of(Stage.values()).map(Stage::slug).toList();
            case DIVISION -> {
                Set<String> parts = new TreeSet<>(published);
                regions.children(division).forEach(child -> parts.add(child.code()));
                parts.remove(division);
                List<String> all = new ArrayList<>(parts);
                if (all.remove(elsewhere(division))) {
                    all.add(elsewhere(division));
                }
                yield all;
            }
        };
    }

    private static About about(Question question, String name) {
        return switch (question.by()) {
            case STAGE -> new About.In(Stage.ofSlug(name).orElseThrow());
            case DIVISION, PERIOD, PLATFORM ->
                    name.equals(elsewhere(question.division()))
                            ? new About.Elsewhere(question.division())
                            : new About.Of(name);
        };
    }

    /** The row of those who live in a division, nobody knows where in it. */
    private static String elsewhere(String code) {
        return code + "-";
    }

    private static Figures.Row row(About about, Map<Period, Kept> published, List<Period> closed) {
        List<Figure> figures =
                closed.stream().map(period -> figure(published.get(period))).toList();
        return new Figures.Row(about, closed.stream().anyMatch(published::containsKey), figures);
    }

    /** A figure that was not published was nobody's: a true zero. */
    private static Figure figure(@Nullable Kept one) {
        if (one == null) {
            return new Figure.Shown(0);
        }
        return switch (one.mark()) {
            case SHOWN -> new Figure.Shown(one.value());
            case FEW -> new Figure.Few();
            case GUARDED -> new Figure.Guarded();
            case OPEN, FOLLOWS -> throw new IllegalStateException("a figure was left undecided");
        };
    }
}
