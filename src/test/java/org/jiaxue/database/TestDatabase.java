package org.jiaxue.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Databases for tests: one server for all tests of a process, a fresh database for each that asks.
 * The server is an embedded one under {@code target}, or the one that {@code
 * JIAXUE_TEST_DATABASE_URL} (with {@code _USER} and {@code _PASSWORD} of a role that may create
 * databases and roles) names.
 */
public final class TestDatabase {

    static final String PREFIX = "jiaxue_test_";
    static final String SECRET = "the secret of all tests, which guards nothing";

    private TestDatabase() {}

    /** Gives the context that is being made a database of its own. */
    public static final class Initializer
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().registerSingleton("database", fresh());
        }
    }

    /** An empty database with the owner's and the application's role; nobody else uses it. */
    public static Database fresh() {
        var name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        try {
            return TestServer.ONLY.create(name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
    }

    /**
     * A directory under target for a test of the server itself. It holds nothing but the unpacked
     * programs, so that not every test unpacks them anew.
     */
    static Path directory(String name) throws IOException {
        var directory = Path.of("target", "database-tests", name).toAbsolutePath();
        ServerFiles.remove(directory);
        var root = Files.createDirectories(directory.resolve("postgresql"));
        link(Unpacked.ONCE, root);
        return directory;
    }

    /** Makes a directory elsewhere with the unpacked programs in its {@code postgresql}. */
    static Path directoryIn(Path parent) throws IOException {
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
                return Binaries.unpack(files, Binaries::bundled);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
