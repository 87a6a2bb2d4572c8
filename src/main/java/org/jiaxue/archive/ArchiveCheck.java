package org.jiaxue.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Whether the files that a directory's manifests name are there and as long as they were, so that
 * it can be told without a database; what is in them is not read.
 *
 * @param tables how many tables' months lie there
 * @param files in how many files
 * @param fault the first that is wrong; null where nothing is
 */
public record ArchiveCheck(int tables, int files, @Nullable Problem fault) {

    /** Looks at a directory, which need not be there. */
    public static ArchiveCheck in(Path directory) {
        Stacks stacks = new Stacks(directory);
        int tables = 0;
        int files = 0;
        try {
            for (YearMonth month : stacks.months()) {
                for (String name : names(stacks.of("", month))) {
                    Manifest manifest = stacks.manifest(name, month);
                    stacks.measure(manifest);
                    tables++;
                    files += manifest.files().size();
                }
            }
            return new ArchiveCheck(tables, files, null);
        } catch (Refusal wrong) {
            return new ArchiveCheck(tables, files, wrong.problem());
        }
    }

    private static List<String> names(Path month) {
        try (Stream<Path> found = Files.list(month)) {
            return found.map(it -> it.getFileName().toString())
                    .filter(it -> !it.endsWith(Stacks.FRESH))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
