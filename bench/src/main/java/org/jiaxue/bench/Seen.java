package org.jiaxue.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a load generator, a process of its own, saw: it tells it at its end in one line of JSON.
 *
 * @param answered the requests that were answered
 * @param micros how long that took
 * @param refused the requests whose answer was a refusal
 * @param lost the requests that were not answered
 * @param bytes all that was received; 0 where it is not told
 * @param p50 in microseconds, as are the next two
 */
public record Seen(
        long answered,
        long micros,
        long refused,
        long lost,
        long bytes,
        long p50,
        long p99,
        long max) {

    private static final int GRACE_SECONDS = 60;

    /** A run in the second. */
    public Run run(int itemsARequest) {
        double seconds = micros / 1e6;
        return new Run(answered * itemsARequest / seconds, p50 / 1e3, p99 / 1e3, max / 1e3, null);
    }

    /**
     * Starts a generator, waits for its end and hears it.
     *
     * @param what it sends, for a sentence
     * @param seconds how long it sends
     * @throws BenchFailed when anything but 200 was answered, or nothing
     */
    public static Seen by(String what, ProcessBuilder generator, int seconds)
            throws IOException, InterruptedException {
        Process process = generator.redirectErrorStream(true).start();
        try {
            return read(what, said(what, process, seconds));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String said(String what, Process process, int seconds)
            throws IOException, InterruptedException {
        // It says a few lines, which a pipe holds until they are read.
        if (!process.waitFor(seconds + GRACE_SECONDS, TimeUnit.SECONDS)) {
            throw new BenchFailed(what + ": the load generator did not end");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new BenchFailed(what + ": the load generator failed: " + said.strip());
        }
        return said;
    }

    /** Reads the last line of what it said that is a line of JSON. */
    static Seen read(String what, String said) {
        List<String> lines = said.lines().filter(line -> line.startsWith("{")).toList();
        if (lines.isEmpty()) {
            throw new BenchFailed(what + ": the load generator told nothing: " + said.strip());
        }
        JsonNode told = JsonMapper.shared().readTree(lines.getLast());
        Seen seen =
                new Seen(
                        told.path("answered").longValue(),
                        told.path("micros").longValue(),
                        told.path("refused").longValue(),
                        told.path("lost").longValue(),
                        told.path("bytes").asLong(0),
                        told.path("p50").longValue(),
                        told.path("p99").longValue(),
                        told.path("max").longValue());
        if (seen.answered() == 0 || seen.refused() > 0 || seen.lost() > 0) {
            throw new BenchFailed(what + ": not every request was answered 200: " + seen);
        }
        return seen;
    }
}
