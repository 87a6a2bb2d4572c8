package org.jiaxue.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which months the database says lie in files, as a process has left it in its own directory, so
 * that it can be told without a database that some of them are missing.
 *
 * @param at when the database said so
 */
record Remembered(Instant at, List<Place> places) {

    private static final String FILE = "archive-months";

    /** A table's month. */
    record Place(String name, YearMonth month) {}

    /** What was left last; empty where nobody has looked, or it cannot be understood. */
    static Optional<Remembered> in(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Remembered(
                                    Instant.parse(lines.getFirst()),
                                    lines.stream().skip(1).map(Remembered::place).toList()));
        } catch (DateTimeException | IllegalArgumentException unknown) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private static Place place(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 2) {
            throw new IllegalArgumentException("an unknown line");
        }
        return new Place(words[1], YearMonth.parse(words[0]));
    }

    /** Leaves it in the directory, whole or not at all. */
    void leave(Path directory) {
        String text =
                places.stream()
                        .map(it -> it.month() + " " + it.name() + "\n")
                        .collect(Collectors.joining("", at + "\n", ""));
        try {
            Disk.makeDirectories(directory);
            Disk.write(directory, FILE, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    directory.resolve(FILE) + " cannot be written", unwritable);
        }
    }
}
