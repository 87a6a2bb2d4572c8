package org.jiaxue.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Has the server tell how it carries out each statement of the application, also those inside of
 * functions ({@code auto_explain}, as notices to whoever asks), and listens. So plans are those of
 * the statements that really run, with the values that they really have. A context that imports
 * this is one of its own, and so is its database.
 */
public final class ToldPlans implements AutoCloseable {

    private static final String NOTICE = "NoticeResponse";

    /** Whatever a server of another's prefers, it plans as the embedded one does. */
    private static final List<String> SETTINGS =
            List.of(
                    "session_preload_libraries = 'auto_explain'",
                    "auto_explain.log_min_duration = 0",
                    "auto_explain.log_nested_statements = on",
                    "auto_explain.log_verbose = on",
                    "auto_explain.log_format = json",
                    "auto_explain.log_level = notice",
                    "random_page_cost = 1.2",
                    "jit = off");

    private final Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private final Database database;
    private final HikariDataSource pool;
    private final Handler ear = new Ear();
    private volatile Consumer<String> listener = _ -> {};

    ToldPlans(Database database, HikariDataSource pool) {
        this.database = database;
        this.pool = pool;
    }

    /** Why this server cannot be asked; empty where it can, as the embedded one always can. */
    public Optional<String> unable() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            return Optional.empty();
        } catch (SQLException refused) {
            if (TestServer.ONLY instanceof OwnTestServer) {
                throw refused;
            }
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** Hears every plan from now on, as the server writes it, in JSON. */
    public void tell(Consumer<String> plans) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            for (String setting : SETTINGS) {
                statement.execute(
                        "alter role %s in database %s set %s"
                                .formatted(database.app().user(), name(), setting));
            }
        }
        listener = plans;
        driver.setUseParentHandlers(false);
        driver.addHandler(ear);
        driver.setLevel(Level.FINEST);
        Objects.requireNonNull(pool.getHikariPoolMXBean()).softEvictConnections();
    }

    private Connection superuser() throws SQLException {
        return TestServer.ONLY.superuser(name());
    }

    private String name() {
        return database.owner().url().replaceFirst("^[^?]*/([^/?]+).*$", "$1");
    }

    @Override
    public void close() {
        driver.setLevel(null);
        driver.removeHandler(ear);
        driver.setUseParentHandlers(true);
    }

    /** Takes notices from among all that the driver can say of what it hears from the server. */
    private final class Ear extends Handler {

        @Override
        public void publish(LogRecord record) {
            if (record.getMessage().contains(NOTICE) && record.getParameters() != null) {
                String said = String.valueOf(record.getParameters()[0]);
                int from = said.indexOf("plan:\n{");
                if (from >= 0) {
                    listener.accept(
                            said.substring(said.indexOf('{', from), said.lastIndexOf("\n}") + 2));
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
