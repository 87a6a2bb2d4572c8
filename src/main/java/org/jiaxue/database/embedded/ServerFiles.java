package org.jiaxue.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiaxue.database.access.PrivateFile;
import org.jspecify.annotations.Nullable;

/** The names in {@code DATA/postgresql} and what each file is for. */
record ServerFiles(Path root) {

    private static final Pattern DATA = Pattern.compile("data-(\\d+)");

    /** Makes the directory if need be and gives it the mode that its users need. */
    static ServerFiles at(Path root, Account account) throws IOException {
        Files.createDirectories(root);
        var mode = account.isOther() ? "rwx--x--x" : "rwx------";
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(mode));
        return new ServerFiles(root.toRealPath());
    }

    /** Held by the process that uses the directory. */
    Path lock() {
        return root.resolve("lock");
    }

    Path passwords() {
        return root.resolve("passwords.properties");
    }

    /** The port of the last start, kept so that addresses stay the same. */
    Path port() {
        return root.resolve("port");
    }

    /** Written anew at each start. */
    Path configuration() {
        return root.resolve("embedded.conf");
    }

    /** The operator's own settings; never written again once it exists. */
    Path settings() {
        return root.resolve("settings.conf");
    }

    /** What the server says. */
    Path log() {
        return root.resolve("server.log");
    }

    Path data(int major) {
        return root.resolve("data-" + major);
    }

    /** The majors whose data are here, oldest first. */
    List<Integer> majors() throws IOException {
        try (var entries = Files.list(root)) {
            return entries.map(entry -> DATA.matcher(entry.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        }
    }

    /** The entries whose names begin with a prefix. */
    List<Path> startingWith(String prefix) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    OptionalInt keptPort() throws IOException {
        if (!Files.exists(port())) {
            return OptionalInt.empty();
        }
        var text = Files.readString(port()).strip();
        return text.matches("[1-9]\\d{0,4}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    void keepPort(int port) throws IOException {
        PrivateFile.write(port(), port + "\n");
    }

    /** Gives a finished directory, whose files are on the disk, its name all at once. */
    static void settle(Path finished, Path name) throws IOException {
        Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
        try (var parent = FileChannel.open(name.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** Removes a file or a tree; what has gone meanwhile does not matter. */
    static void remove(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new Remover());
    }

    private static final class Remover extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
                throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
