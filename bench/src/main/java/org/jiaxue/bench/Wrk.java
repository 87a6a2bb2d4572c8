package org.jiaxue.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * wrk against this machine's own port. A closed loop: each connection sends its next request when
 * the last was answered.
 *
 * @param scripts the directory of the Lua scripts
 */
public record Wrk(Path scripts, int port) {

    /** The threads that share the connections; each takes its own part of what is sent. */
    public static final int THREADS = 2;

    private static final int LONGEST_ANSWER_SECONDS = 20;

    /**
     * Runs a script.
     *
     * @param args what the script is told
     * @throws BenchFailed when an answer was a refusal, or did not come
     */
    public Seen run(String script, int connections, int seconds, String... args)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "wrk",
                        "--threads=" + THREADS,
                        "--connections=" + connections,
                        "--duration=" + seconds + "s",
                        "--timeout=" + LONGEST_ANSWER_SECONDS + "s",
                        "--script=" + scripts.resolve(script),
                        "http://127.0.0.1:" + port + "/",
                        "--");
        builder.command().addAll(List.of(args));
        builder.environment().put("BENCH_WRK", scripts.toString());
        return Seen.by(script, builder, seconds);
    }
}
