package org.jiaxue.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs of all nodes are not as they should be.
 *
 * @param at when that was looked at
 */
public record JobsCheck(Instant at, List<Trouble> troubles) {

    private static final String FILE = "jobs-check";
    private static final String FAILING = "failing";
    private static final String WAITING = "waiting";
    private static final String NEVER = "never";

    /** What is wrong with a job. */
    public sealed interface Trouble {

        String job();

        /**
         * It failed so many times in a row.
         *
         * @param doneWell when it was last done well; null where it never was
         */
        record Failing(String job, int times, @Nullable Instant doneWell) implements Trouble {}

        /** Nobody does it, far longer than its pause after it was due. */
        record Waiting(String job, Instant due) implements Trouble {}
    }

    /** The one that a process left in its directory, so that it can be told without a database. */
    public static Optional<JobsCheck> in(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(Files.readAllLines(file)));
        } catch (DateTimeException | IllegalArgumentException unknown) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private static JobsCheck read(List<String> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an empty file");
        }
        return new JobsCheck(
                Instant.parse(lines.getFirst()),
                lines.stream().skip(1).map(line -> trouble(line.split(" ", -1))).toList());
    }

    private static Trouble trouble(String[] words) {
        if (words.length == 4 && words[0].equals(FAILING)) {
            @Nullable Instant doneWell = words[3].equals(NEVER) ? null : Instant.parse(words[3]);
            return new Trouble.Failing(words[1], Integer.parseInt(words[2]), doneWell);
        }
        if (words.length == 3 && words[0].equals(WAITING)) {
            return new Trouble.Waiting(words[1], Instant.parse(words[2]));
        }
        throw new IllegalArgumentException("an unknown line");
    }

    /** Leaves it in the directory, whole or not at all. */
    public void leave(Path directory) {
        Path file = directory.resolve(FILE);
        Path fresh = directory.resolve(FILE + ".new");
        try {
            Files.writeString(
                    fresh,
                    troubles.stream()
                            .map(trouble -> line(trouble) + "\n")
                            .collect(Collectors.joining("", at + "\n", "")));
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written", unwritable);
        }
    }

    private static String line(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Failing it ->
                    "%s %s %d %s"
                            .formatted(
                                    FAILING,
                                    it.job(),
                                    it.times(),
                                    it.doneWell() == null ? NEVER : it.doneWell());
            case Trouble.Waiting it -> "%s %s %s".formatted(WAITING, it.job(), it.due());
        };
    }
}
