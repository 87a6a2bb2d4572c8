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
public record Figure(String name, List<Run> runs, @Nullable Figure limit) {

    public static Figure alone(String name, List<Run> runs) {
        return new Figure(name, runs, null);
    }

    public static Figure against(Figure limit, String name, List<Run> runs) {
        return new Figure(name, runs, limit);
    }

    /** The run in the middle by throughput; its latencies are the ones that are told. */
    public Run median() {
        return inOrder().get(runs.size() / 2);
    }

    private List<Run> inOrder() {
        return runs.stream().sorted(Comparator.comparingDouble(Run::perSecond)).toList();
    }

    public Optional<Double> ratio() {
        return Optional.ofNullable(limit)
                .map(other -> median().perSecond() / other.median().perSecond());
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("figure", name);
        json.put("unit", "1/s");
        json.put("median", rounded(median().perSecond(), 1));
        json.put("min", rounded(inOrder().getFirst().perSecond(), 1));
        json.put("max", rounded(inOrder().getLast().perSecond(), 1));
        if (median().p99() > 0) {
            json.put("p50ms", rounded(median().p50(), 100));
            json.put("p99ms", rounded(median().p99(), 100));
        }
        if (limit != null) {
            json.put("limit", limit.name());
        }
        ratio().ifPresent(ratio -> json.put("ratio", rounded(ratio, 1000)));
        return json;
    }

    public static String heading() {
        return "%-24s %10s %10s %10s %9s %9s  %s"
                .formatted("figure, 1/s", "median", "min", "max", "p50 ms", "p99 ms", "ratio");
    }

    public String line() {
        String ratio = ratio().map(it -> "%.3f of ".formatted(it)).orElse("");
        return String.format(
                Locale.ROOT,
                "%-24s %,10.0f %,10.0f %,10.0f %9.2f %9.2f  %s%s",
                name,
                median().perSecond(),
                inOrder().getFirst().perSecond(),
                inOrder().getLast().perSecond(),
                median().p50(),
                median().p99(),
                ratio,
                limit == null ? "" : limit.name());
    }

    private static double rounded(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }
}
