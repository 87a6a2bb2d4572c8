package org.jiaxue.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Directories for tests of the server itself. */
public final class ServerDirectory {

    private ServerDirectory() {}

    /**
     * A directory under target for a test of the server itself. It holds nothing but the unpacked
     * programs, so that not every test unpacks them anew.
     */
    public static Path named(String name) throws IOException {
        var directory = Path.of("target", "database-tests", name).toAbsolutePath();
        ServerFiles.remove(directory);
        var root = Files.createDirectories(directory.resolve("postgresql"));
        link(Unpacked.ONCE, root);
        return directory;
    }

    /** Makes a directory elsewhere with the unpacked programs in its {@code postgresql}. */
    public static Path in(Path parent) throws IOException {
        var directory = parent.resolve("data");
        link(Unpacked.ONCE, Files.createDirectories(directory.resolve("postgresql")));
        return directory;
    }

    /** Names the same files once more under another directory, or copies them to another disk. */
    private static void link(Binaries binaries, Path root) throws IOException {
        var from = binaries.home().toString();
        if (Programs.run(List.of("cp", "-al", from, root.toString())).status() != 0) {
            ServerFiles.remove(root.resolve(binaries.home().getFileName()));
            Programs.run(List.of("cp", "-a", from, root.toString()));
        }
    }

    private static final class Unpacked {

        static final Binaries ONCE = once();

        private static Binaries once() {
            try {
                var there = Files.createDirectories(Path.of("target", "unpacked-postgresql"));
                var files = ServerFiles.at(there, Account.of(there.toRealPath(), null));
                return Binaries.unpack(files, new BundledArchive());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
