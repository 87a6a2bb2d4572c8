package org.jiaxue.database.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What the server itself said, and what an operator can do about it. */
final class ServerLog {

    private static final int LINES = 15;
    private static final int BYTES = 16_384;
    private static final long LONGEST = 16 << 20;

    /** What a message means for the operator; the first that fits is told. */
    private record Advice(String phrase, String sentence) {}

    private static final List<Advice> ADVICE =
            List.of(
                    new Advice("could not bind", "Its port is taken: stop what listens on it."),
                    new Advice("No space left", "The disk is full: make room and start again."),
                    new Advice(
                            "unrecognized configuration parameter",
                            "settings.conf names a setting that this PostgreSQL does not have."),
                    new Advice(
                            "invalid value for parameter",
                            "settings.conf gives a setting a value that it cannot have."),
                    new Advice("contains errors", "settings.conf has a line that it cannot read."),
                    new Advice(
                            "lock file",
                            "Another PostgreSQL works on the same data: stop that one."),
                    new Advice(
                            "still in use",
                            "Processes of a server that was killed are still running: end them."),
                    new Advice(
                            "Cannot allocate memory",
                            "There is too little memory: lower shared_buffers in settings.conf."),
                    new Advice(
                            "Permission denied",
                            "A file or directory is closed to the user that PostgreSQL runs as."),
                    new Advice(
                            "incompatible with server",
                            "The data were written by another version of PostgreSQL."),
                    new Advice("PANIC", "The data are damaged: keep a copy and restore a backup."),
                    new Advice(
                            "could not open file",
                            "The data are damaged: keep a copy and restore a backup."),
                    new Advice(
                            "could not read file",
                            "The data are damaged: keep a copy and restore a backup."),
                    new Advice(
                            "invalid data in file",
                            "The data are damaged: keep a copy and restore a backup."),
                    new Advice(
                            "not a valid data directory",
                            "The data are damaged: keep a copy and restore a backup."));

    private ServerLog() {}

    /** How much is in the log now. */
    static long size(ServerFiles files) throws IOException {
        return Files.exists(files.log()) ? Files.size(files.log()) : 0;
    }

    /** What the server wrote after a size, at most the last {@value #BYTES} bytes. */
    static String since(ServerFiles files, long size) throws IOException {
        try (var reading = new RandomAccessFile(files.log().toFile(), "r")) {
            long from = reading.length() < size ? 0 : size;
            reading.seek(Math.max(from, reading.length() - BYTES));
            var bytes = new byte[(int) Math.min(BYTES, reading.length() - from)];
            int count = Math.max(0, reading.read(bytes));
            return new String(bytes, 0, count, StandardCharsets.UTF_8);
        }
    }

    /**
     * Keeps a long log from filling the disk: what is over {@value #LONGEST} bytes goes to a second
     * file, and the server, which only ever appends, goes on at the beginning.
     */
    static void bound(ServerFiles files) throws IOException {
        if (size(files) > LONGEST) {
            var older = files.log().resolveSibling("server.log.1");
            Files.copy(files.log(), older, StandardCopyOption.REPLACE_EXISTING);
            try (var log = FileChannel.open(files.log(), StandardOpenOption.WRITE)) {
                log.truncate(0);
            }
        }
    }

    /** The last {@value #LINES} lines, indented. */
    static String tail(String text) {
        var lines = text.strip().lines().toList();
        var last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return last.isEmpty() ? "    (nothing)" : "    " + String.join("\n    ", last);
    }

    /** A sentence that begins with a space, or nothing. */
    static String advice(String text) {
        for (var advice : ADVICE) {
            if (text.contains(advice.phrase())) {
                return " " + advice.sentence();
            }
        }
        return "";
    }
}
