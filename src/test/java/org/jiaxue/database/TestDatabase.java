package org.jiaxue.database;

import java.sql.SQLException;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    /** Whether a test's database is the coordinator of a cluster, where plans are other plans. */
    public static boolean isCluster(JdbcClient jdbc) {
        return jdbc.sql("select to_regclass('pg_dist_partition') is not null")
                .query(Boolean.class)
                .single();
    }
}
