package org.jiaxue.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jiaxue.database.access.Roles;
import org.jiaxue.database.embedded.EmbeddedServer;
import org.jiaxue.database.embedded.ServerOptions;
import org.springframework.boot.SpringApplication;

/** An embedded server under target, quick because what it holds may be lost. */
final class OwnTestServer implements TestServer {

    private static final int DIRECTORIES = 8;
    private static final Map<String, String> QUICK =
            Map.of(
                    "fsync", "off",
                    "synchronous_commit", "off",
                    "full_page_writes", "off",
                    "shared_buffers", "128MB",
                    "max_connections", "300");

    private final EmbeddedServer server;

    private OwnTestServer(EmbeddedServer server) {
        this.server = server;
    }

    /** Takes the first directory under target that no other test process holds. */
    static TestServer start() {
        for (int i = 1; ; i++) {
            var data = Path.of("target", "test-database-" + i);
            try {
                var options = ServerOptions.in(data).with(QUICK).within(Duration.ofMinutes(5));
                var server = EmbeddedServer.open(options, _ -> {});
                removeOld(server);
                // After the contexts, which still use it while they close.
                SpringApplication.getShutdownHandlers().add(server::close);
                return new OwnTestServer(server);
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
                                        + TestDatabase.PREFIX
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

    @Override
    public Connection superuser(String name) throws SQLException {
        return server.superuser(name);
    }

    private static Login elsewhere(Login login, String name) {
        return new Login(
                login.url().replace("/" + Roles.DATABASE + "?", "/" + name + "?"),
                login.user(),
                login.password());
    }
}
