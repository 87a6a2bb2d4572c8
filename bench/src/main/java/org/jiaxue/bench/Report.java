package org.jiaxue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes down and prints what a measurement showed. */
public final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Report() {}

    /**
     * Writes the figures and what they were taken on to a file, and prints them as a table.
     *
     * @param machine as {@link Machine#json} says it
     */
    public static void write(Path file, Map<String, Object> machine, List<Figure> figures)
            throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", machine);
        json.put("figures", figures.stream().map(Figure::json).toList());
        Files.writeString(file, JSON.writeValueAsString(json) + "\n");
        System.out.println();
        System.out.println(Figure.heading());
        figures.forEach(figure -> System.out.println(figure.line()));
        used(figures);
        System.out.printf("%n%s%nwritten to %s%n", machine, file);
    }

    private static void used(List<Figure> figures) {
        List<String> used = figures.stream().flatMap(it -> it.used().stream()).toList();
        if (!used.isEmpty()) {
            System.out.println();
            System.out.println(Used.heading());
            used.forEach(System.out::println);
        }
    }
}
