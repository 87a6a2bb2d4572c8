package org.jiaxue.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./jiaxue start} as people run it: a process of its own with its own PostgreSQL.
 *
 * @param data its directory
 * @param log where what it says is written
 */
public record Serving(Path project, Path data, int port, Path log) {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final int LONGEST_STOP_SECONDS = 120;

    /**
     * One that serves; closing it stops it.
     *
     * @param seconds from the process' start to the line that says that it is ready
     */
    public record Served(Process process, Processes processes, double seconds)
            implements AutoCloseable {

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new BenchFailed("the house does not stop");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }

    /** Starts it and waits until it says that it is ready. */
    public Served start() throws IOException, InterruptedException {
        Process process = command("start").redirectOutput(log.toFile()).start();
        long began = System.nanoTime();
        try {
            while (Files.readAllLines(log).stream().noneMatch(line -> line.startsWith("ready:"))) {
                long waited = System.nanoTime() - began;
                if (!process.isAlive() || waited > LONGEST_START.toNanos()) {
                    throw new BenchFailed("the house does not start; " + log + " says why");
                }
                Thread.sleep(LOOK_AGAIN);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            checkReady();
            return new Served(process, Processes.of(process.pid(), data), seconds);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            process.destroy();
            throw failed;
        }
    }

    private void checkReady() throws IOException, InterruptedException {
        URI readiness =
                URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port + 1));
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(
                                    HttpRequest.newBuilder(readiness).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode();
            if (status != 200) {
                throw new BenchFailed("it says that it is ready and answers " + status);
            }
        }
    }

    /** How many seconds the same command takes to say how it is used. */
    public double help() throws IOException, InterruptedException {
        Process process = command("start", "--help").redirectOutput(log.toFile()).start();
        long began = System.nanoTime();
        if (process.waitFor() != 0) {
            throw new BenchFailed("./jiaxue start --help fails; " + log + " says why");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private ProcessBuilder command(String... words) {
        ProcessBuilder builder = new ProcessBuilder(project.resolve("jiaxue").toString());
        builder.command().addAll(List.of(words));
        builder.environment().keySet().removeIf(name -> name.startsWith("JIAXUE_"));
        builder.environment()
                .putAll(
                        Map.of(
                                "JIAXUE_BASE_URL", House.baseUrl(port),
                                "JIAXUE_SECRET", House.SECRET,
                                "JIAXUE_PORT", Integer.toString(port),
                                "JIAXUE_DATA", data.toString()));
        return builder.redirectErrorStream(true);
    }
}
