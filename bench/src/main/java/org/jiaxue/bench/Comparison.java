package org.jiaxue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what was measured comes to beside the figures that were kept, or keeps it. */
final class Comparison {

    private static final String LINE = "%-24s %10s %10s %10s  %s%n";

    private final Baseline baseline;

    private Comparison(Baseline baseline) {
        this.baseline = baseline;
    }

    /**
     * Never fails for what it says: a figure that fell is for people to look at.
     *
     * @param args the file of those that were kept, whether to keep these ({@code keep} or {@code
     *     compare}), and the files of what was measured
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Baseline baseline = Baseline.read(file);
        Comparison comparison = new Comparison(baseline);
        Baseline kept = baseline;
        System.out.printf("%nbeside what was kept in %s%n", file);
        System.out.printf(LINE, "figure", "ratio", "kept", "of that", "");
        for (Path measured : Arrays.stream(args).skip(2).map(Path::of).toList()) {
            JsonNode measurement = JsonMapper.shared().readTree(Files.readString(measured));
            comparison.say(measurement);
            kept = kept.with(measurement);
        }
        if (args[1].equals("keep")) {
            kept.write(file);
            System.out.println("kept in " + file);
        }
    }

    private void say(JsonNode measurement) {
        for (JsonNode figure : measurement.path("figures")) {
            if (figure.has("ratio")) {
                say(figure, baseline.beside(measurement.path("machine"), figure));
            }
        }
    }

    private static void say(JsonNode figure, Optional<Baseline.Beside> beside) {
        System.out.printf(
                LINE,
                figure.path("figure").stringValue(),
                told(figure.path("ratio").doubleValue()),
                beside.map(it -> told(it.kept())).orElse("–"),
                beside.map(it -> told(it.part())).orElse("–"),
                beside.map(Comparison::remark).orElse("nothing to hold it against was kept"));
    }

    private static String remark(Baseline.Beside beside) {
        String cores = beside.sameCores() ? "" : "on another number of cores";
        String fell =
                String.format(Locale.ROOT, "fell by more than %.0f %%", Baseline.TOLERANCE * 100);
        return String.join(
                ", ",
                List.of(beside.fell() ? fell : "", cores).stream()
                        .filter(it -> !it.isEmpty())
                        .toList());
    }

    private static String told(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
