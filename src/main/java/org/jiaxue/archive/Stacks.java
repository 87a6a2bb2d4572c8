package org.jiaxue.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directory in which files of months lie, {@code 2025-03/points.entry/}. What is written there
 * is whole or not there: it gets its name when it is on the disk. Nobody but the process's own user
 * may read it.
 */
@Component
class Stacks {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE = own("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OWN_DIRECTORY = own("rwx------");
    private static final String HOUSE = "house";
    static final String FRESH = ".new";

    private final Path root;

    Stacks(@Value("${jiaxue.archive:${jiaxue.data:data}/archive}") Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    private static FileAttribute<Set<PosixFilePermission>> own(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** Where one table's month lies, or would. */
    Path of(String name, YearMonth month) {
        return root.resolve(month.toString()).resolve(name);
    }

    /** Where it is written before it has its name. */
    Path fresh(String name, YearMonth month) {
        return root.resolve(month.toString()).resolve(name + FRESH);
    }

    /** What a file is called to those who are to look for it. */
    String called(Path file) {
        return root.relativize(file).toString();
    }

    /** Makes the directory this database's; refuses one that is another's or cannot be written. */
    void claim(UUID house) {
        try {
            Files.createDirectories(root, OWN_DIRECTORY);
            Path mark = root.resolve(HOUSE);
            if (!Files.exists(mark)) {
                write(root, HOUSE, house + "\n");
            }
            if (!Files.readString(mark).strip().equals(house.toString())) {
                throw refused("archive.problem.another", root.toString());
            }
        } catch (IOException unusable) {
            throw refused("archive.problem.directory", root.toString());
        }
    }

    /** Where there are files they must be this database's; where there are none, nothing is. */
    boolean ours(UUID house) {
        Path mark = root.resolve(HOUSE);
        try {
            return Files.exists(mark) && Files.readString(mark).strip().equals(house.toString());
        } catch (IOException unreadable) {
            throw refused("archive.problem.directory", root.toString());
        }
    }

    /** What lies in a month's directory; refused where that is not there or cannot be read. */
    Manifest manifest(String name, YearMonth month) {
        Path file = of(name, month).resolve(Manifest.FILE);
        try {
            return JSON.readValue(Files.readAllBytes(file), Manifest.class);
        } catch (NoSuchFileException missing) {
            throw refused("archive.problem.missing", called(file));
        } catch (IOException | JacksonException unreadable) {
            throw refused("archive.problem.damaged", called(file));
        }
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
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(root)) {
            return found.map(it -> it.getFileName().toString())
                    .filter(it -> it.matches("\\d{4}-\\d{2}"))
                    .map(YearMonth::parse)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw refused("archive.problem.directory", root.toString());
        }
    }

    /** An empty directory for what is to be written. */
    Path begin(String name, YearMonth month) {
        Path fresh = fresh(name, month);
        try {
            Files.createDirectories(root.resolve(month.toString()), OWN_DIRECTORY);
            clear(fresh);
            return Files.createDirectory(fresh, OWN_DIRECTORY);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Writes what lies in a directory; from then on it is what it says. */
    void note(Path directory, Manifest manifest) {
        try {
            write(directory, Manifest.FILE, JSON.writeValueAsString(manifest));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Gives what was written its name, in place of what may lie there under it. */
    void place(String name, YearMonth month) {
        try {
            Path there = of(name, month);
            clear(there);
            Files.move(fresh(name, month), there, StandardCopyOption.ATOMIC_MOVE);
            sync(root.resolve(month.toString()));
            sync(root);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Removes a month's files, also those that never got their name. */
    void remove(String name, YearMonth month) {
        removeFresh(name, month);
        try {
            clear(of(name, month));
            removeEmpty(root.resolve(month.toString()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void removeFresh(String name, YearMonth month) {
        try {
            clear(fresh(name, month));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Removes what the manifest does not name: files that an earlier one did. */
    void sweep(Manifest manifest) {
        Path directory = of(manifest.name(), manifest.month());
        try (Stream<Path> found = Files.list(directory)) {
            for (Path file : found.toList()) {
                String called = file.getFileName().toString();
                if (!called.equals(Manifest.FILE)
                        && manifest.files().stream().noneMatch(it -> it.file().equals(called))) {
                    Files.delete(file);
                }
            }
            sync(directory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void removeEmpty(Path month) throws IOException {
        if (Files.isDirectory(month)) {
            try (Stream<Path> left = Files.list(month)) {
                if (left.findAny().isEmpty()) {
                    Files.delete(month);
                }
            }
        }
    }

    private static void clear(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failed) throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** An empty file that only this process's user can read. */
    static FileChannel open(Path file) throws IOException {
        Files.deleteIfExists(file);
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWN_FILE);
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Path fresh = directory.resolve(name + FRESH);
        try (FileChannel channel = open(fresh)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
    }

    static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Refusal refused(String key, Object... about) {
        return new Refusal(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, key, about));
    }
}
