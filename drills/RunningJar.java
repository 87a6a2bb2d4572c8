import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The service as a process with its embedded PostgreSQL, to be started and killed. */
final class RunningJar {

    static final int PORT = 18_440;
    static final Duration LONGEST_START = Duration.ofMinutes(6);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

    private final Path jar;
    private final Path data;
    private Process process;

    RunningJar(Path jar, Path data) {
        this.jar = jar;
        this.data = data;
    }

    /** The jar as {@code ./jiaxue} has Java run it, with the words that come after. */
    static List<String> java(Path jar, String... words) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:NewRatio=1",
                        "-Xmx640m",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar.toString()));
        command.addAll(List.of(words));
        return command;
    }

    Path log() {
        return data.resolve("log");
    }

    /** Starts the service on what is there, and waits until it says that it is ready. */
    void start() throws Exception {
        long read = Files.exists(log()) ? Files.size(log()) : 0;
        process =
                new ProcessBuilder(
                                java(
                                        jar,
                                        "demo",
                                        "--port",
                                        Integer.toString(PORT),
                                        "--data",
                                        data.resolve("demo").toString(),
                                        "--guardians",
                                        "60"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                        .start();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.readString(log())
                .substring((int) Math.min(read, Files.size(log())))
                .contains("ready:")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the service did not start");
            }
            Thread.sleep(200);
        }
    }

    void stop() throws Exception {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(LONGEST_STOP)) {
                process.destroyForcibly();
            }
        }
    }

    void killProcess() throws Exception {
        kill(Long.parseLong(Files.readString(data.resolve("demo/jiaxue.pid")).strip()));
        if (!process.waitFor(LONGEST_STOP)) {
            throw new IllegalStateException("the killed process does not end");
        }
        start();
    }

    void killPostgres() throws Exception {
        try (Stream<Path> files = Files.walk(data.resolve("demo/postgresql"), 3)) {
            Path pid =
                    files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
            kill(Long.parseLong(Files.readAllLines(pid).getFirst().strip()));
        }
    }

    private static void kill(long pid) {
        if (!ProcessHandle.of(pid).orElseThrow().destroyForcibly()) {
            throw new IllegalStateException("process " + pid + " could not be killed");
        }
    }

    /** The tokens of the guardians that the demonstration names. */
    List<String> guardianTokens() throws IOException {
        return Api.all(
                "\"role\"\\s*:\\s*\"guardian\".*?\"token\"\\s*:\\s*\"([^\"]+)\"",
                Files.readString(data.resolve("demo/accounts.json")));
    }

    /** Removes a directory and what is in it, if it is there. */
    static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
