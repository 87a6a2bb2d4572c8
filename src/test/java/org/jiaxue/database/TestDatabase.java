package org.jiaxue.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Databases for tests: one server for all tests of a process, a fresh database for each that asks.
 * The server is an embedded one under {@code target}, or the one that {@code
 * JIAXUE_TEST_DATABASE_URL} (with {@code _USER} and {@code _PASSWORD} of a role that may create
 * databases and roles) names.
 */
public final class TestDatabase {

    private static final String PREFIX = "jiaxue_test_";
    private static final String SECRET = "the secret of all tests, which guards nothing";

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
            return Server.ONLY.create(name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
    }

    private sealed interface Server {

        Server ONLY = start();

        Database create(String name) throws SQLException;

        private static Server start() {
            var url = System.getenv("JIAXUE_TEST_DATABASE_URL");
            return url == null || url.isBlank() ? Own.start() : Named.at(url);
        }
    }

    private static final class Own implements Server {

        private static final int DIRECTORIES = 8;
        private static final Map<String, String> QUICK =
                Map.of(
                        "fsync", "off",
                        "synchronous_commit", "off",
                        "full_page_writes", "off",
                        "shared_buffers", "128MB",
                        "max_connections", "300");

        private final EmbeddedServer server;

        private Own(EmbeddedServer server) {
            this.server = server;
        }

        /** Takes the first directory under target that no other test process holds. */
        static Server start() {
            for (int i = 1; ; i++) {
                var data = Path.of("target", "test-database-" + i);
                try {
                    var options = ServerOptions.in(data).with(QUICK).within(Duration.ofMinutes(5));
                    var server = EmbeddedServer.open(options, _ -> {});
                    removeOld(server);
                    // After the contexts, which still use it while they close.
                    SpringApplication.getShutdownHandlers().add(server::close);
                    return new Own(server);
                } catch (DatabaseUnavailable e) {
                    if (i == DIRECTORIES || !String.valueOf(e.getMessage()).contains("in use")) {
                        throw e;
                    }
                }
            }
        }

        private static void removeOld(EmbeddedServer server) {
            try (var connection = server.superuser("postgres");
                    var statement = connection.createStatement();
                    var old =
                            statement.executeQuery(
                                    "select datname from pg_database where datname like '"
                                            + PREFIX
                                            + "%'")) {
                while (old.next()) {
                    Roles.run(connection, "drop database %I with (force)", old.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("old test databases stay", e);
            }
        }

        @Override
        public Database create(String name) throws SQLException {
            try (var connection = server.superuser("postgres")) {
                Roles.ensureDatabase(connection, name, Roles.OWNER);
            }
            var owner = elsewhere(server.owner(), name);
            try (var connection = owner.connect()) {
                Roles.open(connection, Roles.OWNER, name);
            }
            return new ExternalDatabase(owner, elsewhere(server.app(), name), "test " + name);
        }

        private static Login elsewhere(Login login, String name) {
            return new Login(
                    login.url().replace("/" + Roles.DATABASE + "?", "/" + name + "?"),
                    login.user(),
                    login.password());
        }
    }

    private record Named(String url, String user, String password) implements Server {

        static Server at(String url) {
            return new Named(
                    url, env("JIAXUE_TEST_DATABASE_USER"), env("JIAXUE_TEST_DATABASE_PASSWORD"));
        }

        private static String env(String name) {
            @Nullable String value = System.getenv(name);
            if (value == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return value;
        }

        @Override
        public Database create(String name) throws SQLException {
            try (Connection connection = new Login(url, user, password).connect()) {
                Roles.ensureDatabase(connection, name, user);
            }
            var there = url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
            return ExternalDatabase.open(
                    new DatabaseSettings(Path.of("target"), SECRET, there, user, password, null));
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
