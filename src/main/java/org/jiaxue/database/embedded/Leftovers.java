package org.jiaxue.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jiaxue.database.DatabaseUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes of a server that lost its parent, found by the directory they work in. A postmaster
 * that was killed leaves backends which notice it only when they next wait, and until the last has
 * gone no new server may start on the data.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Leftovers() {}

    /**
     * Ends every process that works in a data directory whose postmaster has gone. After that loss
     * the next start recovers from the log anyway, so nothing is lost by ending them hard.
     */
    static void end(Path data) throws IOException {
        end(data, GRACE);
    }

    /** Ends a server and all its processes at once, on data that are thrown away. */
    static void kill(Path data) throws IOException {
        end(data, Duration.ZERO);
    }

    private static void end(Path data, Duration grace) throws IOException {
        var deadline = System.nanoTime() + grace.toNanos();
        var left = in(data);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            Pause.shortly();
            left = in(data);
        }
        for (var process : left) {
            LOG.warn("ending the leftover PostgreSQL process {} in {}", process.pid(), data);
            process.destroyForcibly();
        }
        while (!in(data).isEmpty()) {
            Pause.shortly();
            if (System.nanoTime() > deadline + PATIENCE.toNanos()) {
                throw new DatabaseUnavailable(
                        "Processes of an earlier PostgreSQL still work in "
                                + data
                                + " and could not be ended: "
                                + in(data).stream().map(ProcessHandle::pid).toList()
                                + ". End them and start again.");
            }
        }
    }

    /** Whether a process is one of PostgreSQL's and works on this data. */
    static boolean worksIn(ProcessHandle process, Path data) {
        var proc = Path.of("/proc/" + process.pid());
        var words = words(proc);
        if (!words.startsWith("postgres:") && !words.split("\0", 2)[0].endsWith("/postgres")) {
            return false;
        }
        try {
            return Files.readSymbolicLink(proc.resolve("cwd")).equals(data);
        } catch (IOException e) {
            // A container may forbid the look at another user's process: its words remain.
            return words.contains(data + "\0");
        }
    }

    /** The process that a data directory's own file names, if it lives and works there. */
    static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var first = Files.readAllLines(file).stream().findFirst().orElse("").strip();
        if (!first.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(first)).filter(process -> worksIn(process, data));
    }

    private static List<ProcessHandle> in(Path data) {
        return ProcessHandle.allProcesses().filter(process -> worksIn(process, data)).toList();
    }

    private static String words(Path proc) {
        try {
            return Files.readString(proc.resolve("cmdline"));
        } catch (IOException e) {
            return "";
        }
    }
}
