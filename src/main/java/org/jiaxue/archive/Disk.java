package org.jiaxue.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Files and directories that only this process's user can read, and that are there to stay. */
final class Disk {

    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE = own("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OWN_DIRECTORY = own("rwx------");

    private Disk() {}

    private static FileAttribute<Set<PosixFilePermission>> own(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** What to say where a directory is full, closed or no place for such files. */
    static Refusal unusable(Path directory, IOException why) {
        @Nullable String reason =
                why instanceof FileSystemException wrong ? wrong.getReason() : why.getMessage();
        return new Refusal(
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "archive.problem.directory",
                        directory.toString(),
                        Objects.requireNonNullElse(reason, why.getClass().getSimpleName())));
    }

    /**
     * What Java says of a file system that keeps no owner's permissions, such as FAT. What lies
     * here is personal data, so such a place is refused like a full one, and not written to openly.
     */
    private static IOException keepsNoPermissions(UnsupportedOperationException openToAll) {
        return new IOException("this file system keeps no permissions of files", openToAll);
    }

    /** Makes a directory and those above it that are not there. */
    static void makeDirectories(Path directory) throws IOException {
        try {
            Files.createDirectories(directory, OWN_DIRECTORY);
        } catch (UnsupportedOperationException openToAll) {
            throw keepsNoPermissions(openToAll);
        }
    }

    /** An empty file. */
    static FileChannel open(Path file) throws IOException {
        Files.deleteIfExists(file);
        try {
            return FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    OWN_FILE);
        } catch (UnsupportedOperationException openToAll) {
            throw keepsNoPermissions(openToAll);
        }
    }

    /** Writes a file that is whole under its name or not there. */
    static void write(Path directory, String name, byte[] bytes) throws IOException {
        Path fresh = directory.resolve(name + Stacks.FRESH);
        try (FileChannel channel = open(fresh)) {
            OutputStream out = Channels.newOutputStream(channel);
            out.write(bytes);
            channel.force(true);
        }
        Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
    }

    /** Brings to the disk which files there are. */
    static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** What lies in a directory; nothing where there is none. */
    static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    /** Removes a directory, which need not be there, with all in it, whoever else does so too. */
    static void clear(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failed)
                            throws IOException {
                        if (failed instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failed;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failed) throws IOException {
                        Files.deleteIfExists(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
