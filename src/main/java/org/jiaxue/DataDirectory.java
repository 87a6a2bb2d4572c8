package org.jiaxue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** The directory that belongs to a process: its kind, its secret and its number. */
record DataDirectory(Path path) {

    private static final int SECRET_BYTES = 48;

    enum Kind {
        DEMO,
        PRODUCTION
    }

    /** Makes the directory, or refuses one that was made for the other kind of use. */
    static DataDirectory open(Path path, Kind kind) {
        DataDirectory directory = new DataDirectory(path.toAbsolutePath().normalize());
        try {
            Files.createDirectories(directory.path());
            Path mark = directory.path().resolve("kind");
            if (!Files.exists(mark)) {
                write(mark, kind.name());
            }
            String made = Files.readString(mark).strip();
            if (!made.equals(kind.name())) {
                throw new CannotStart(
                        "%s was made for %s use and is not opened for %s. Name another directory."
                                .formatted(directory.path(), word(made), word(kind.name())));
            }
            return directory;
        } catch (IOException unusable) {
            throw new CannotStart(
                    "the data directory %s cannot be used: %s"
                            .formatted(directory.path(), unusable.getMessage()));
        }
    }

    /** Whether a start has made the directory before. */
    static boolean made(Path path) {
        return Files.exists(path.resolve("kind"));
    }

    /** A directory that a start has made before. */
    static DataDirectory existing(Path path) {
        if (!made(path)) {
            throw new CannotStart(
                    "nothing was ever started in %s; name it with --data or JIAXUE_DATA"
                            .formatted(path.toAbsolutePath()));
        }
        return new DataDirectory(path.toAbsolutePath().normalize());
    }

    /** The settings that this directory was started with: a demo's own, or the environment's. */
    Map<String, String> settings(Map<String, String> environment) {
        try {
            Kind kind = Kind.valueOf(Files.readString(path.resolve("kind")).strip());
            return switch (kind) {
                case DEMO -> Map.of("jiaxue.secret", secret(), "jiaxue.demo", "false");
                case PRODUCTION -> new StartCommand(environment).settings();
            };
        } catch (IOException unusable) {
            throw new CannotStart("%s cannot be read: %s".formatted(path, unusable.getMessage()));
        }
    }

    /** The secret kept in the directory, made at the first call. */
    String secret() {
        Path file = path.resolve("secret");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(random);
                write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            return Files.readString(file).strip();
        } catch (IOException unusable) {
            throw new CannotStart("%s cannot be read: %s".formatted(file, unusable.getMessage()));
        }
    }

    /** Says which process serves from this directory. */
    void writePid() {
        try {
            Path file = path.resolve("jiaxue.pid");
            Files.writeString(file, ProcessHandle.current().pid() + "\n");
            file.toFile().deleteOnExit();
        } catch (IOException unusable) {
            throw new CannotStart(
                    "%s cannot be written: %s".formatted(path, unusable.getMessage()));
        }
    }

    private static String word(String kind) {
        return kind.toLowerCase(Locale.ROOT);
    }

    /** Written whole or not at all, and readable by its owner only. */
    private static void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh, text + "\n", StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
