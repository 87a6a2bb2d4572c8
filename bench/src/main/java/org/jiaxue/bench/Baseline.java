package org.jiaxue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures that were kept, and what others come to beside them. What is held against each other
 * is a figure's ratio to its limit of the same run, so that a slower machine is not a slower house.
 *
 * @param figures by name, each as a measurement wrote it, with what it was taken on
 */
record Baseline(Map<String, JsonNode> figures) {

    /** A figure that comes to less than this part of the one that was kept has fallen. */
    static final double TOLERANCE = 0.25;

    /** What of a figure and of the machine it was taken on is kept. */
    private static final List<String> OF_FIGURE =
            List.of("figure", "unit", "median", "min", "max", "p50ms", "p99ms", "limit", "ratio");

    private static final List<String> OF_MACHINE =
            List.of("cores", "heapMiB", "loadAtStart", "java", "postgresql", "secondsARun");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A figure beside the one that was kept.
     *
     * @param kept the ratio to the limit that was kept
     * @param part how good this one is beside it; 1 is as good
     * @param sameCores whether both were taken on as many cores
     */
    record Beside(double kept, double part, boolean sameCores) {

        boolean fell() {
            return part < 1 - TOLERANCE;
        }
    }

    /** Those in the file; none where there is no file. */
    static Baseline read(Path file) throws IOException {
        Map<String, JsonNode> figures = new TreeMap<>();
        if (Files.exists(file)) {
            for (JsonNode one : JSON.readTree(Files.readString(file)).path("figures")) {
                figures.put(one.path("figure").stringValue(), one);
            }
        }
        return new Baseline(figures);
    }

    /** What a figure comes to; empty where none was kept that was held against the same limit. */
    Optional<Beside> beside(JsonNode machine, JsonNode figure) {
        return Optional.ofNullable(figures.get(figure.path("figure").stringValue()))
                .filter(kept -> kept.has("ratio") && figure.has("ratio"))
                .filter(kept -> kept.path("limit").equals(figure.path("limit")))
                .map(kept -> {
                    double then = kept.path("ratio").doubleValue();
                    double now = figure.path("ratio").doubleValue();
                    return new Beside(
                            then,
                            Unit.of(figure.path("unit").stringValue()).part(now, then),
                            kept.path("cores").equals(machine.path("cores")));
                });
    }

    /** These figures with those of a measurement, which take the place of others of their name. */
    Baseline with(JsonNode measurement) {
        Map<String, JsonNode> all = new TreeMap<>(figures);
        for (JsonNode figure : measurement.path("figures")) {
            Map<String, JsonNode> kept = new LinkedHashMap<>();
            keep(kept, figure, OF_FIGURE);
            keep(kept, measurement.path("machine"), OF_MACHINE);
            all.put(figure.path("figure").stringValue(), JSON.valueToTree(kept));
        }
        return new Baseline(all);
    }

    private static void keep(Map<String, JsonNode> kept, JsonNode from, List<String> names) {
        names.stream().filter(from::has).forEach(name -> kept.put(name, from.path(name)));
    }

    void write(Path file) throws IOException {
        Files.writeString(
                file, JSON.writeValueAsString(Map.of("figures", figures.values())) + "\n");
    }
}
