package org.jiaxue.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What several runs of one load showed.
 *
 * @param limit the figure of the same measurement that this one is held against
 */
public record Figure(String name, Unit unit, List<Run> runs, @Nullable Figure limit) {

    public static Figure alone(String name, List<Run> runs) {
        return new Figure(name, Unit.PER_SECOND, runs, null);
    }

    public static Figure against(Figure limit, String name, List<Run> runs) {
        return new Figure(name, limit.unit(), runs, limit);
    }

    public Figure in(Unit other) {
        return new Figure(name, other, runs, limit);
    }

    /** The run in the middle by its value; its latencies and what it used are told. */
    public Run median() {
        return inOrder().get(runs.size() / 2);
    }

    private List<Run> inOrder() {
        return runs.stream().sorted(Comparator.comparingDouble(Run::value)).toList();
    }

    public Optional<Double> ratio() {
        return Optional.ofNullable(limit).map(other -> median().value() / other.median().value());
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("figure", name);
        json.put("unit", unit.sign());
        json.put("median", rounded(median().value(), unit.decimals()));
        json.put("min", rounded(inOrder().getFirst().value(), unit.decimals()));
        json.put("max", rounded(inOrder().getLast().value(), unit.decimals()));
        if (median().p99() > 0) {
            json.put("p50ms", rounded(median().p50(), 2));
            json.put("p99ms", rounded(median().p99(), 2));
        }
        if (median().max() > 0) {
            json.put("maxms", rounded(median().max(), 2));
        }
        if (limit != null) {
            json.put("limit", limit.name());
        }
        ratio().ifPresent(ratio -> json.put("ratio", rounded(ratio, 3)));
        Used used = median().used();
        if (used != null) {
            json.put("cores", used.cores());
            json.put("memoryMB", used.megabytes());
        }
        return json;
    }

    public static String heading() {
        return "%-24s %-4s %10s %10s %10s %9s %9s %9s  %s"
                .formatted(
                        "figure", "unit", "median", "min", "max", "p50 ms", "p99 ms", "max ms",
                        "ratio");
    }

    public String line() {
        String ratio = ratio().map(it -> String.format(Locale.ROOT, "%.3f of ", it)).orElse("");
        return String.format(
                Locale.ROOT,
                "%-24s %-4s %10s %10s %10s %9.2f %9.2f %9.2f  %s%s",
                name,
                unit.sign(),
                told(median().value()),
                told(inOrder().getFirst().value()),
                told(inOrder().getLast().value()),
                median().p50(),
                median().p99(),
                median().max(),
                ratio,
                limit == null ? "" : limit.name());
    }

    /** What the processes used in the median run, as a line, where that was looked at. */
    Optional<String> used() {
        return Optional.ofNullable(median().used()).map(used -> used.line(name));
    }

    private String told(double value) {
        return String.format(Locale.ROOT, "%,." + unit.decimals() + "f", value);
    }

    private static double rounded(double value, int decimals) {
        double parts = Math.pow(10, decimals);
        return Math.round(value * parts) / parts;
    }
}
