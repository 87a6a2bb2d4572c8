package org.jiaxue.database.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaxue.database.DatabaseUnavailable;
import org.jiaxue.database.access.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server that runs on one data directory. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int STATUS_LINE = 7;

    /**
     * Where and as whom a server runs.
     *
     * @param patience how long a start or a stop may take
     * @param settings what goes before every other setting, by name
     */
    record Place(
            ServerFiles files,
            Path data,
            Binaries binaries,
            Account account,
            Duration patience,
            Map<String, String> settings) {

        Place(ServerFiles files, Path data, Binaries binaries, Account account, ServerOptions of) {
            this(files, data, binaries, account, of.patience(), of.settings());
        }
    }

    private final Place place;
    private final int port;
    private final ProcessHandle process;

    private Postmaster(Place place, int port, ProcessHandle process) {
        this.place = place;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts the server on a port of the loopback address and waits until it takes connections.
     * Whatever an earlier one left on the data is ended first: a server that outlived the process
     * which started it is stopped in an orderly way, because only a child of ours is watched, logs
     * to our files and has today's settings.
     *
     * @throws DatabaseUnavailable with the server's own log if it does not start
     */
    static Postmaster start(Place place, int port) throws IOException {
        endEarlier(place);
        prepareLog(place);
        var since = ServerLog.size(place.files());
        var started = System.nanoTime();
        var process = launch(place, port);
        var postmaster = new Postmaster(place, port, process.toHandle());
        var ready = false;
        try {
            postmaster.awaitReady(process, since);
            ready = true;
        } finally {
            if (!ready) {
                process.destroyForcibly();
            }
        }
        LOG.info(
                "PostgreSQL {} runs as process {} on port {} after {} ms",
                place.binaries().version(),
                process.pid(),
                port,
                (System.nanoTime() - started) / 1_000_000);
        return postmaster;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Stops the server without waiting for its clients; their open transactions are undone. */
    void stop() throws IOException {
        stop(place, process);
    }

    /** Stops a server that still runs on the data, so that nobody works on them afterwards. */
    static void endEarlier(Place place) throws IOException {
        var orphan = Leftovers.postmaster(place.data());
        if (orphan.isPresent()) {
            LOG.warn("stopping the orphaned PostgreSQL process {}", orphan.get().pid());
            stop(place, orphan.get());
        }
        Leftovers.end(place.data());
        // Its process is gone; a stranger may have been given the same number since.
        Files.deleteIfExists(place.data().resolve("postmaster.pid"));
    }

    private static void stop(Place place, ProcessHandle process) throws IOException {
        for (var mode : List.of("fast", "immediate")) {
            if (process.isAlive()) {
                Programs.run(
                        place.account()
                                .command(
                                        List.of(
                                                place.binaries().program("pg_ctl"),
                                                "stop",
                                                "--pgdata=" + place.data(),
                                                "--mode=" + mode,
                                                "--timeout=" + place.patience().toSeconds())));
            }
            var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (process.isAlive() && System.nanoTime() < deadline) {
                Pause.shortly();
            }
        }
        if (process.isAlive()) {
            throw new DatabaseUnavailable(
                    "The PostgreSQL process %d on %s does not stop. End it by hand."
                            .formatted(process.pid(), place.data()));
        }
    }

    private static void prepareLog(Place place) throws IOException {
        var log = place.files().log();
        if (!Files.exists(log)) {
            PrivateFile.write(log, "");
        }
        ServerLog.bound(place.files());
    }

    private static Process launch(Place place, int port) throws IOException {
        var words = new ArrayList<>(List.of(place.binaries().program("postgres")));
        words.addAll(List.of("-D", place.data().toString()));
        words.addAll(List.of("-c", "config_file=" + place.files().configuration()));
        words.addAll(Configuration.fixed(port, place.settings()));
        return Programs.plain(new ProcessBuilder(place.account().command(words)))
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(place.files().log().toFile()))
                .start();
    }

    private void awaitReady(Process child, long since) throws IOException {
        var deadline = System.nanoTime() + place.patience().toNanos();
        while (!isReady()) {
            if (!child.isAlive()) {
                throw failed("ended with status " + child.exitValue(), since);
            }
            if (System.nanoTime() > deadline) {
                var seconds = place.patience().toSeconds();
                throw failed("was not ready after " + seconds + " seconds", since);
            }
            Pause.shortly();
        }
    }

    private DatabaseUnavailable failed(String how, long since) throws IOException {
        var log = ServerLog.since(place.files(), since);
        return new DatabaseUnavailable(
                "PostgreSQL %s could not start on %s: it %s.%s Its own log ends with:\n%s"
                        .formatted(
                                place.binaries().version(),
                                place.data(),
                                how,
                                ServerLog.advice(log),
                                ServerLog.tail(log)));
    }

    /** The server writes its state into the eighth line of its file. */
    private boolean isReady() throws IOException {
        var file = place.data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        var lines = Files.readAllLines(file);
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(process.pid()))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }
}
