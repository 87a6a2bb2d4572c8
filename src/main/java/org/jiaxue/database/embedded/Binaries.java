package org.jiaxue.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jiaxue.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once into {@code bin-VERSION}. The directory gets its name only
 * when all is in it, so one that was interrupted is done again.
 *
 * @param home the directory with {@code bin}, {@code lib} and {@code share}
 * @param version such as 18.6
 * @param archive the SHA-256 of the archive that it came from, in hexadecimal
 * @param mark what told that archive from others without reading it; empty where nothing did
 */
record Binaries(Path home, String version, String archive, String mark) {

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final String MARK = "unpacked.properties";
    private static final String UNFINISHED = "unpacking-";
    private static final Set<PosixFilePermission> READABLE =
            PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> OPEN =
            PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+\\.\\d+)");

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    private int minor() {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** The programs of an archive, unpacked if they are not there yet. */
    static Binaries unpack(ServerFiles files, ServerOptions.Archive archive) throws IOException {
        for (var unfinished : files.startingWith(UNFINISHED)) {
            ServerFiles.remove(unfinished);
        }
        var mark = Objects.requireNonNullElse(archive.mark(), "");
        for (var present : in(files)) {
            if (!mark.isEmpty() && present.mark().equals(mark)) {
                return present;
            }
        }
        var digest = digest(archive);
        for (var present : in(files)) {
            if (present.archive().equals(digest)) {
                var same = new Binaries(present.home(), present.version(), digest, mark);
                same.write(present.home());
                return same;
            }
        }
        var started = System.nanoTime();
        var part = files.root().resolve(UNFINISHED + ProcessHandle.current().pid());
        try (var tar = tar(archive)) {
            extract(tar, part);
        }
        var version = versionOf(part);
        new Binaries(part, version, digest, mark).write(part);
        var home = files.root().resolve("bin-" + version);
        if (Files.exists(home)) {
            home = files.root().resolve("bin-" + version + "-" + digest.substring(0, 8));
        }
        Programs.run(List.of("sync", "-f", part.toString()));
        ServerFiles.settle(part, home);
        LOG.info("unpacked PostgreSQL {} in {} ms", version, millisSince(started));
        return new Binaries(home, version, digest, mark);
    }

    /** Readable to whichever user serves next, as the programs are. */
    private void write(Path place) throws IOException {
        var text = "version=%s%narchive=%s%nmark=%s%n".formatted(version, archive, mark);
        var part = place.resolve(MARK + ".part");
        Files.writeString(part, text);
        Files.setPosixFilePermissions(part, READABLE);
        Files.move(part, place.resolve(MARK), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The newest programs of a major version that are there. */
    static Optional<Binaries> kept(ServerFiles files, int major) throws IOException {
        return in(files).stream()
                .filter(binaries -> binaries.major() == major)
                .max(Comparator.comparingInt(Binaries::minor));
    }

    /** Removes older programs of the same major version, which nothing needs any more. */
    void removeElders(ServerFiles files) throws IOException {
        for (var other : in(files)) {
            if (other.major() == major() && !other.home().equals(home)) {
                ServerFiles.remove(other.home());
            }
        }
    }

    private static List<Binaries> in(ServerFiles files) throws IOException {
        var found = new ArrayList<Binaries>();
        for (var home : files.startingWith("bin-")) {
            var mark = home.resolve(MARK);
            if (Files.exists(mark)) {
                var properties = new Properties();
                properties.load(new StringReader(Files.readString(mark)));
                found.add(
                        new Binaries(
                                home,
                                properties.getProperty("version", ""),
                                properties.getProperty("archive", ""),
                                properties.getProperty("mark", "")));
            }
        }
        return found;
    }

    private static TarArchiveInputStream tar(ServerOptions.Archive archive) throws IOException {
        return new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(archive.open(), 1 << 16)));
    }

    private static void extract(TarArchiveInputStream tar, Path into) throws IOException {
        makeOpen(into);
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var path = into.resolve(entry.getName()).normalize();
            if (!path.startsWith(into)) {
                throw new IOException("the archive leaves its directory: " + entry.getName());
            }
            write(tar, entry, path);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
            throws IOException {
        makeOpen(entry.isDirectory() ? path : path.getParent());
        if (entry.isDirectory()) {
            return;
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            var isProgram = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, isProgram ? OPEN : READABLE);
        }
    }

    /** Whatever the umask is, the server's user must be able to pass. */
    private static void makeOpen(@Nullable Path directory) throws IOException {
        if (directory == null || Files.exists(directory)) {
            return;
        }
        makeOpen(directory.getParent());
        Files.createDirectory(directory);
        Files.setPosixFilePermissions(directory, OPEN);
    }

    private static String digest(ServerOptions.Archive archive) throws IOException {
        try (var in = archive.open()) {
            var sha = MessageDigest.getInstance("SHA-256");
            var reading = new DigestInputStream(in, sha);
            reading.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String versionOf(Path home) throws IOException {
        var program = home.resolve("bin/postgres").toString();
        var said = Programs.run(List.of(program, "--version")).said();
        var version = VERSION.matcher(said);
        if (!version.find()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL's programs do not run on this machine: "
                            + said.strip()
                            + ". Name a server of your own with JIAXUE_DATABASE_URL.");
        }
        return version.group(1);
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
