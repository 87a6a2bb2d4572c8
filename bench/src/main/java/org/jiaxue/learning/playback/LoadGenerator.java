package org.jiaxue.learning.playback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiaxue.bench.BenchFailed;
import org.jiaxue.bench.Run;
import org.jiaxue.web.GroupWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * wrk against this machine's own port. A closed loop: each connection sends its next request when
 * the last was answered.
 *
 * @param wrk the directory of the Lua scripts
 * @param guardians the file that the scripts read
 */
record LoadGenerator(Path wrk, Path guardians, int port) {

    private static final int THREADS = 2;
    private static final int GRACE_SECONDS = 60;

    /** What one run saw; times in microseconds. */
    record Seen(long answered, long micros, long refused, long lost, long p50, long p99) {

        Run run(int itemsARequest) {
            double seconds = micros / 1e6;
            return new Run(answered * itemsARequest / seconds, p50 / 1e3, p99 / 1e3);
        }
    }

    /**
     * Runs a script.
     *
     * @param clock where the guardians' clocks stand
     * @throws BenchFailed when anything but 200 was answered, or nothing
     */
    Seen run(String script, int connections, int seconds, Instant clock)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "wrk",
                        "--threads=" + THREADS,
                        "--connections=" + connections,
                        "--duration=" + seconds + "s",
                        "--timeout=" + GroupWait.LONGEST.toSeconds() + "s",
                        "--script=" + wrk.resolve(script),
                        "http://127.0.0.1:" + port + "/",
                        "--",
                        guardians.toString(),
                        Integer.toString(THREADS),
                        Long.toString(clock.getEpochSecond()));
        builder.environment().put("BENCH_WRK", wrk.toString());
        Process process = builder.redirectErrorStream(true).start();
        try {
            return seen(script, said(process, seconds));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String said(Process process, int seconds)
            throws IOException, InterruptedException {
        // It says a few lines, which a pipe holds until they are read.
        if (!process.waitFor(seconds + GRACE_SECONDS, TimeUnit.SECONDS)) {
            throw new BenchFailed("wrk did not end");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new BenchFailed("wrk did not end well: " + said.strip());
        }
        return said;
    }

    private static Seen seen(String script, String said) {
        List<String> lines = said.lines().filter(line -> line.startsWith("{")).toList();
        if (lines.isEmpty()) {
            throw new BenchFailed("wrk told nothing: " + said.strip());
        }
        JsonNode told = JsonMapper.shared().readTree(lines.getLast());
        Seen seen =
                new Seen(
                        told.path("answered").longValue(),
                        told.path("micros").longValue(),
                        told.path("refused").longValue(),
                        told.path("lost").longValue(),
                        told.path("p50").longValue(),
                        told.path("p99").longValue());
        if (seen.answered() == 0 || seen.refused() > 0 || seen.lost() > 0) {
            throw new BenchFailed(script + ": not every request was answered 200: " + seen);
        }
        return seen;
    }
}
