package org.jiaxue.points;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiaxue.points.Points.Changed;
import org.jiaxue.web.Texts;

/** Changes of rules in words. */
public final class ChangeRows {

    private ChangeRows() {}

    /**
     * A day on which rules change or changed.
     *
     * @param names what the rules are called that begin on it; empty where some only end
     * @param what is otherwise than before; empty where there were none before
     */
    public record Row(String day, String names, List<String> what, boolean coming) {}

    /** Changes in the reader's language, those to come first, each kind the nearest first. */
    public static List<Row> of(Texts texts, List<Changed> changes, LocalDate today) {
        return changes.stream()
                .sorted(
                        Comparator.comparing((Changed it) -> !it.day().isAfter(today))
                                .thenComparingLong(
                                        it -> Math.abs(it.day().toEpochDay() - today.toEpochDay())))
                .map(it -> row(texts, it, today))
                .toList();
    }

    /** The next change, else the latest; where rules only began nothing changed. */
    public static Optional<Row> news(Texts texts, List<Changed> changes, LocalDate today) {
        List<Changed> real = changes.stream().filter(it -> !it.first()).toList();
        return of(texts, real, today).stream().findFirst();
    }

    private static Row row(Texts texts, Changed change, LocalDate today) {
        return new Row(
                texts.day(change.day()),
                change.names().stream()
                        .map(texts::say)
                        .collect(Collectors.joining(texts.say("points.change.and"))),
                change.first() ? List.of() : change.what().stream().map(texts::say).toList(),
                change.day().isAfter(today));
    }
}
