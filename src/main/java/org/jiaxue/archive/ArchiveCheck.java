package org.jiaxue.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
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

    /**
     * Looks at a directory, which need not be there.
     *
     * @param data where a process has left which months the database says lie in files
     */
    public static ArchiveCheck in(Path directory, Path data) {
        Stacks stacks = new Stacks(directory);
        int tables = 0;
        int files = 0;
        try {
            Optional<Remembered> remembered = Remembered.in(data);
            if (remembered.isPresent()) {
                remembered.get().places().forEach(it -> stacks.manifest(it.name(), it.month()));
            }
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
        try {
            return Disk.names(month).stream().filter(it -> !it.endsWith(Stacks.FRESH)).toList();
        } catch (IOException unreadable) {
            throw Disk.unusable(month, unreadable);
        }
    }
}
