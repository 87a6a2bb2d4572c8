package org.jiaxue.statistics.supply;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jiaxue.identity.Stage;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Period;

/** Sessions that were held, by where and for whom. */
public final class Sessions {

    private final List<SessionStore.Count> counts;

    Sessions(List<SessionStore.Count> counts) {
        this.counts = List.copyOf(counts);
    }

    /** The parts in which any was held; the division itself for those of unknown place in it. */
    public SortedSet<String> parts() {
        SortedSet<String> parts = new TreeSet<>();
        counts.forEach(it -> parts.add(it.part()));
        return parts;
    }

    public Figure all(Period period) {
        return figure(period, _ -> true);
    }

    public Figure in(String part, Period period) {
        return figure(period, it -> it.part().equals(part));
    }

    public Figure of(Stage stage, Period period) {
        return figure(period, it -> it.stage().equals(stage.slug()));
    }

    private Figure figure(Period period, Predicate<SessionStore.Count> which) {
        return new Figure.Shown(
                counts.stream()
                        .filter(it -> !it.week().isBefore(period.from()))
                        .filter(it -> !it.week().isAfter(period.to()))
                        .filter(which)
                        .mapToLong(SessionStore.Count::sessions)
                        .sum());
    }
}
