package org.jiaxue.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the server itself said, and what an operator can do about it. */
final class ServerLog {

    private static final int LINES = 15;
    private static final int BYTES = 16_384;

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

    /**
     * The last lines since an instant, from what the server wrote before and after its log opened.
     */
    static String since(ServerFiles files, Instant instant) throws IOException {
        var text = new StringBuilder();
        if (Files.exists(files.startLog())) {
            text.append(end(files.startLog()));
        }
        var newest = newest(files.log(), instant);
        if (newest.isPresent()) {
            text.append(end(newest.get()));
        }
        return text.toString();
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

    private static Optional<Path> newest(Path directory, Instant instant) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (var entries = Files.list(directory)) {
            return entries.filter(file -> !changed(file).toInstant().isBefore(instant))
                    .max(Comparator.comparing(ServerLog::changed));
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static String end(Path file) throws IOException {
        try (var reading = new RandomAccessFile(file.toFile(), "r")) {
            reading.seek(Math.max(0, reading.length() - BYTES));
            var bytes = new byte[(int) Math.min(BYTES, reading.length())];
            int count = Math.max(0, reading.read(bytes));
            return new String(bytes, 0, count, StandardCharsets.UTF_8);
        }
    }
}
