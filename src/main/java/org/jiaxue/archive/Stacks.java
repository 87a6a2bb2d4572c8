package org.jiaxue.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The directory in which files of months lie, {@code 2025-03/points.entry/}. What is written there
 * is whole or not there: it gets its name when it is on the disk, and loses it before it goes.
 * Nobody but the process's own user may read it.
 */
@Component
class Stacks {

    private static final String HOUSE = "house";

    /** How what has no name ends: what is being written, and what is being removed. */
    static final String FRESH = ".new";

    private static final String GONE = ".gone" + FRESH;

    private final Path root;
    private final boolean lasting;

    /**
     * @param named where files lie; empty for beside what the house keeps
     * @param external the address of a database that is not beside it; else empty
     */
    @Autowired
    Stacks(
            @Value("${jiaxue.archive:}") String named,
            @Value("${jiaxue.data:data}") Path data,
            @Value("${jiaxue.database.url:}") String external) {
        this(
                named.isBlank() ? data.resolve("archive") : Path.of(named),
                !named.isBlank() || external.isBlank());
    }

    Stacks(Path root) {
        this(root, true);
    }

    private Stacks(Path root, boolean lasting) {
        this.root = root.toAbsolutePath().normalize();
        this.lasting = lasting;
    }

    /** Where one table's month lies, or would. */
    Path of(String name, YearMonth month) {
        return root.resolve(month.toString()).resolve(name);
    }

    /** Where it is written before it has its name. */
    Path fresh(String name, YearMonth month) {
        return of(name + FRESH, month);
    }

    /** What a file is called to those who are to look for it. */
    String called(Path file) {
        return root.relativize(file).toString();
    }

    /**
     * Makes the directory this database's; refuses one that is another's or cannot be written, and
     * one that nobody has named where the database is elsewhere: what keeps a node need not last.
     */
    void claim(UUID house) {
        if (!lasting) {
            throw refused("archive.problem.unnamed", root.toString());
        }
        done(() -> {
            Disk.makeDirectories(root);
            if (!Files.exists(root.resolve(HOUSE))) {
                Disk.write(root, HOUSE, (house + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        if (!ours(house)) {
            throw refused("archive.problem.another", root.toString());
        }
    }

    /** Where there are files they must be this database's; where there are none, nothing is. */
    boolean ours(UUID house) {
        Path mark = root.resolve(HOUSE);
        try {
            return Files.exists(mark) && Files.readString(mark).strip().equals(house.toString());
        } catch (IOException unreadable) {
            throw Disk.unusable(root, unreadable);
        }
    }

    /** Refuses a directory that is not this database's. */
    void mustBeOurs(UUID house) {
        if (!ours(house)) {
            throw refused("archive.problem.not-ours", root.toString());
        }
    }

    /** What lies in a month's directory; refused where that is not there or cannot be read. */
    Manifest manifest(String name, YearMonth month) {
        Path file = of(name, month).resolve(Manifest.FILE);
        try {
            return Manifest.read(file);
        } catch (NoSuchFileException missing) {
            throw refused("archive.problem.missing", called(file));
        } catch (IOException unreadable) {
            throw refused("archive.problem.damaged", called(file));
        }
    }

    /** The same, refused where it is not of the making that the database counts on. */
    Manifest counted(String name, YearMonth month, Manifest.@Nullable Edition edition) {
        Manifest manifest = manifest(name, month);
        if (edition == null || !edition.made().equals(manifest.made())) {
            throw refused("archive.problem.other", called(of(name, month)));
        }
        return manifest;
    }

    /** The same, refused also where it is a copy that was made before somebody was erased. */
    Manifest current(String name, YearMonth month, Manifest.@Nullable Edition edition) {
        Manifest manifest = counted(name, month, edition);
        if (edition != null && manifest.written().isBefore(edition.written())) {
            throw refused("archive.problem.stale", called(of(name, month)), month.toString());
        }
        return manifest;
    }

    /** Said where the files do not hold what the database counts on. */
    Refusal incomplete(String name, YearMonth month) {
        return refused("archive.problem.incomplete", called(of(name, month)));
    }

    /** Refuses files that are not there or not as long as they were; they are not read. */
    void measure(Manifest manifest) {
        for (Manifest.Volume volume : manifest.files()) {
            Path file = of(manifest.name(), manifest.month()).resolve(volume.file());
            try {
                if (Files.size(file) != volume.bytes()) {
                    throw refused("archive.problem.damaged", called(file));
                }
            } catch (NoSuchFileException missing) {
                throw refused("archive.problem.missing", called(file));
            } catch (IOException unreadable) {
                throw refused("archive.problem.damaged", called(file));
            }
        }
    }

    boolean has(String name, YearMonth month) {
        return Files.exists(of(name, month).resolve(Manifest.FILE));
    }

    /** The months of which there is a directory, whatever lies in it. */
    List<YearMonth> months() {
        try {
            return Disk.names(root).stream()
                    .filter(it -> it.matches("\\d{4}-\\d{2}"))
                    .map(YearMonth::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw Disk.unusable(root, unreadable);
        }
    }

    /** An empty directory for what is to be written. */
    Path begin(String name, YearMonth month) {
        Path fresh = fresh(name, month);
        done(() -> {
            Disk.clear(fresh);
            Disk.makeDirectories(fresh);
        });
        return fresh;
    }

    /** Writes what lies in a directory; from then on it is what it says, and is read again. */
    void note(Path directory, Manifest manifest) {
        done(() -> {
            Disk.write(directory, Manifest.FILE, manifest.toJson());
            if (!Manifest.read(directory.resolve(Manifest.FILE)).equals(manifest)) {
                throw new IOException("not what was written");
            }
        });
    }

    /** Gives what was written its name, in place of what may lie there under it. */
    void place(String name, YearMonth month) {
        clear(name, month);
        done(() -> {
            Files.move(fresh(name, month), of(name, month), StandardCopyOption.ATOMIC_MOVE);
            Disk.sync(root.resolve(month.toString()));
            Disk.sync(root);
        });
    }

    /** Refuses what has its name and is not what was written. */
    void verify(Manifest written) {
        if (!manifest(written.name(), written.month()).equals(written)) {
            throw refused("archive.problem.damaged", called(of(written.name(), written.month())));
        }
        measure(written);
    }

    /** Removes a month's files, also those that have no name. */
    void remove(String name, YearMonth month) {
        clear(name, month);
        removeFresh(name, month);
    }

    /** It loses its name first: without a manifest nobody would find what is in the files. */
    private void clear(String name, YearMonth month) {
        Path gone = of(name + GONE, month);
        done(() -> {
            Disk.clear(gone);
            if (Files.exists(of(name, month))) {
                Files.move(of(name, month), gone, StandardCopyOption.ATOMIC_MOVE);
                Disk.sync(root.resolve(month.toString()));
                Disk.clear(gone);
            }
        });
    }

    /** Removes what a process left that died while it wrote or removed. */
    void removeFresh(String name, YearMonth month) {
        Path directory = root.resolve(month.toString());
        done(() -> {
            Disk.clear(fresh(name, month));
            Disk.clear(of(name + GONE, month));
            if (Files.isDirectory(directory) && Disk.names(directory).isEmpty()) {
                Files.delete(directory);
            }
        });
    }

    /** The same in all months, and files of which nobody knows any more what they are. */
    void removeLeft(String name, Collection<YearMonth> counted) {
        for (YearMonth month : months()) {
            if (!has(name, month) && !counted.contains(month)) {
                clear(name, month);
            }
            removeFresh(name, month);
        }
    }

    /** Removes what the manifest does not name: files that an earlier one did. */
    void sweep(Manifest manifest) {
        Path directory = of(manifest.name(), manifest.month());
        done(() -> {
            for (String called : Disk.names(directory)) {
                if (!called.equals(Manifest.FILE)
                        && manifest.files().stream().noneMatch(it -> it.file().equals(called))) {
                    Files.delete(directory.resolve(called));
                }
            }
            Disk.sync(directory);
        });
    }

    /** What is done in the directory. */
    private interface Step {
        void take() throws IOException;
    }

    private void done(Step step) {
        try {
            step.take();
        } catch (IOException impossible) {
            throw Disk.unusable(root, impossible);
        }
    }

    private static Refusal refused(String key, Object... about) {
        return new Refusal(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, key, about));
    }
}
