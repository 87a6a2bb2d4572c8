package org.jiaxue.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jiaxue.database.Login;
import org.jiaxue.web.Remembered;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ErrorHandler;

/**
 * Listens on one connection to what other nodes changed. Where it is cut it is made again, after a
 * pause that grows; whenever it is there again anything may have changed. Without it nothing is
 * wrong for longer than what is remembered may be old.
 */
final class Ear {

    /** So long nobody need say anything before the connection is tried. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

    private final Login login;
    private final Map<String, Remembered> rooms;
    private final ErrorHandler failures;
    private final Duration pause;
    private final Thread thread;
    private volatile boolean ending;
    private volatile @Nullable Connection open;

    /**
     * Begins to listen.
     *
     * @param login past a pooler, which would not pass anything on
     * @param pause before the connection is first made again; at most 32 times as long later
     */
    Ear(Login login, List<Remembered> rooms, ErrorHandler failures, Duration pause) {
        this.login = login;
        this.rooms =
                rooms.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Remembered::topic, Function.identity()));
        this.failures = failures;
        this.pause = pause;
        this.thread = Thread.ofPlatform().daemon().name("changes").start(this::listen);
    }

    /** Whether changes are heard at the moment. */
    boolean hears() {
        return open != null;
    }

    /** Listens no longer. */
    void end() {
        ending = true;
        thread.interrupt();
        Connection heard = open;
        try {
            if (heard != null) {
                heard.abort(Runnable::run);
            }
            thread.join(LONGEST_END);
        } catch (SQLException gone) {
            LOG.debug("the connection was gone already", gone);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        int failed = 0;
        while (!ending) {
            try (Connection connection = connect()) {
                failed = 0;
                hear(connection);
            } catch (SQLException cut) {
                failed++;
                if (!ending && failed == 1) {
                    LOG.warn("changes at other nodes not heard why={}", cut.getSQLState());
                    LOG.debug("changes at other nodes not heard", cut);
                }
            } finally {
                open = null;
            }
            rest(failed);
        }
    }

    private Connection connect() throws SQLException {
        DataSource database = login.dataSource();
        database.setLoginTimeout((int) LONGEST_CONNECT.toSeconds());
        return database.getConnection();
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set application_name = 'jiaxue changes'; listen jiaxue");
        }
        open = connection;
        rooms.values().forEach(room -> tell(room, Remembered::anyChanged));
        LOG.info("changes at other nodes are heard");
        PGConnection heard = connection.unwrap(PGConnection.class);
        while (!ending) {
            PGNotification[] told = heard.getNotifications((int) LONGEST_SILENCE.toMillis());
            if (told.length == 0
                    && !ending
                    && !connection.isValid((int) LONGEST_CONNECT.toSeconds())) {
                throw new SQLException("the server is silent", "08006");
            }
            for (PGNotification one : told) {
                pass(one.getParameter());
            }
        }
    }

    /** What a newer version of the house speaks of, this one need not know. */
    private void pass(String change) {
        String[] parts = change.split(" ", 2);
        @Nullable Remembered room = rooms.get(parts[0]);
        if (room != null) {
            String what = parts.length > 1 ? parts[1] : "";
            tell(room, it -> it.changed(what));
        }
    }

    private void tell(Remembered room, Consumer<Remembered> what) {
        try {
            what.accept(room);
        } catch (RuntimeException failed) {
            failures.handleError(failed);
        }
    }

    private void rest(int failed) {
        if (ending) {
            return;
        }
        try {
            Thread.sleep(pause.multipliedBy(1L << Math.clamp(failed - 1L, 0, MOST_DOUBLINGS)));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
