import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long the first start of a demonstration takes: with all its guardians, and with its three
 * cases alone, in turns. The second is what a start costs whoever lives in it.
 */
final class Demo {

    private static final int RUNS = 3;
    private static final int ALL = 5_000;
    private static final int CASES = 3;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Path jar;
    private final Path out;
    private final int port;

    private Demo(Path jar, Path out, int port) {
        this.jar = jar;
        this.out = out;
        this.port = port;
    }

    /**
     * Measures and writes target/bench/demo.json.
     *
     * @param args the jar, the directory for what is measured, a port
     */
    public static void main(String[] args) throws Exception {
        Demo demo = new Demo(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        String load = Files.readString(Path.of("/proc/loadavg")).strip();
        List<Double> full = new ArrayList<>();
        List<Double> few = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            few.add(demo.firstStart(CASES));
            full.add(demo.firstStart(ALL));
        }
        String json =
                """
                {"machine":{"cores":%d,"java":"%s","loadAtStart":"%s"},
                 "figures":[
                  %s,
                  %s]}
                """
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version(),
                                load,
                                figure("demo.first", full, few),
                                figure("demo.empty", few, List.of()));
        Path file = demo.out.resolve("demo.json");
        Files.writeString(file, json);
        System.out.println(json + "written to " + file);
    }

    /** Seconds from nothing to the line that says that it serves. */
    private double firstStart(int guardians) throws Exception {
        Path data = out.resolve("demo-data");
        Path log = out.resolve("demo.log");
        remove(data);
        long began = System.nanoTime();
        Process house =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-XX:NewRatio=1",
                                "-Xmx640m",
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                jar.toString(),
                                "demo",
                                "--port=" + port,
                                "--data=" + data,
                                "--guardians=" + guardians)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            while (Files.readAllLines(log).stream().noneMatch(line -> line.startsWith("ready:"))) {
                long waited = System.nanoTime() - began;
                if (!house.isAlive() || waited > LONGEST.toNanos()) {
                    throw new IllegalStateException("it does not start; " + log + " says why");
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(Locale.ROOT, "guardians=%d seconds=%.1f%n", guardians, seconds);
            return seconds;
        } finally {
            house.destroy();
            house.waitFor();
            remove(data);
        }
    }

    private static String figure(String name, List<Double> runs, List<Double> limit) {
        List<Double> sorted = runs.stream().sorted().toList();
        String against =
                limit.isEmpty()
                        ? ""
                        : ",\"limit\":\"demo.empty\",\"ratio\":%.2f"
                                .formatted(median(runs) / median(limit));
        return "{\"figure\":\"%s\",\"unit\":\"s\",\"median\":%.1f,\"min\":%.1f,\"max\":%.1f%s}"
                .formatted(name, median(runs), sorted.getFirst(), sorted.getLast(), against);
    }

    private static double median(List<Double> runs) {
        return runs.stream().sorted().toList().get(runs.size() / 2);
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
