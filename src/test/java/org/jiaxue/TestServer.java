package org.jiaxue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One server a test run; a fresh database a context, with the owner's and the application's role.
 */
public final class TestServer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static int databases;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            String database = create();
            String url = Server.ONLY.getJdbcUrl("postgres", database).replaceAll("\\?.*", "");
            TestPropertyValues.of(
                            Map.of(
                                    "spring.datasource.url", url,
                                    "spring.datasource.username", "jiaxue_app",
                                    "spring.datasource.password", "app",
                                    "spring.flyway.url", url,
                                    "spring.flyway.user", "jiaxue_owner",
                                    "spring.flyway.password", "owner"))
                    .applyTo(context);
        } catch (SQLException refused) {
            throw new IllegalStateException("No database for the test", refused);
        }
    }

    private static synchronized String create() throws SQLException {
        String name = "test_" + ++databases;
        try (Connection connection = Server.ONLY.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner jiaxue_owner");
        }
        return name;
    }

    private static final class Server {

        static final EmbeddedPostgres ONLY = start();

        private static EmbeddedPostgres start() {
            try {
                Path data = Files.createTempDirectory("jiaxue-test");
                SpringApplication.getShutdownHandlers().add(() -> kill(data));
                EmbeddedPostgres server =
                        EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create role jiaxue_owner login password 'owner'");
                    statement.execute("create role jiaxue_app login password 'app'");
                }
                return server;
            } catch (IOException | SQLException failed) {
                throw new IllegalStateException("The test server did not start", failed);
            }
        }

        private static void kill(Path data) {
            try {
                long pid =
                        Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            } catch (IOException gone) {
                System.err.println("The test server was gone already: " + gone.getMessage());
            }
        }
    }
}
