package org.jiaxue.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jiaxue.database.access.Passwords;
import org.jiaxue.database.access.Roles;
import org.jspecify.annotations.Nullable;

/**
 * A database on a server that somebody else runs.
 *
 * @param owner signs in with the role that the operator named
 * @param app signs in with a role that exists already or was made here
 * @param description which server and version
 */
record ExternalDatabase(Login owner, Login app, String description) implements Database {

    private static final int OLDEST = 150_000;
    private static final int SECRET_LENGTH = 32;

    /** Connects, refuses what does not suit, and makes the application's role if it may. */
    static ExternalDatabase open(DatabaseSettings settings) {
        var pooled = login(named(settings.url(), "URL"), settings);
        var direct =
                settings.directUrl() == null || settings.directUrl().isBlank()
                        ? pooled
                        : login(settings.directUrl(), settings);
        var secret = settings.secret();
        if (secret == null || secret.length() < SECRET_LENGTH) {
            throw new DatabaseUnavailable(
                    "JIAXUE_SECRET needs at least 32 characters: the password of the role "
                            + Roles.APP
                            + " is derived from it.");
        }
        if (direct.user().equals(Roles.APP)) {
            throw new DatabaseUnavailable(
                    "JIAXUE_DATABASE_USER must be the role that owns the database; "
                            + Roles.APP
                            + " is the role that serves, which may create nothing.");
        }
        return open(direct, pooled, Passwords.derived(secret, "database role " + Roles.APP));
    }

    private static ExternalDatabase open(Login direct, Login pooled, String password) {
        try (var connection = direct.connect()) {
            refuseUnsuited(connection);
            ensureApp(connection, new Login(direct.url(), Roles.APP, password));
            refuseStrong(connection);
            inTurn(connection, () -> Roles.open(connection, direct.user(), name(connection)));
            return new ExternalDatabase(
                    direct,
                    new Login(pooled.url(), Roles.APP, password),
                    "PostgreSQL %s at %s"
                            .formatted(
                                    connection.getMetaData().getDatabaseProductVersion(),
                                    direct.url().replaceFirst("\\?.*", "")));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database at %s could not be used as %s: %s"
                            .formatted(
                                    direct.url().replaceFirst("\\?.*", ""),
                                    direct.user(),
                                    e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        // It was there before us and stays.
    }

    /** Takes a JDBC address, or the form that libpq and most providers use. */
    private static Login login(String given, DatabaseSettings settings) {
        var url = given.strip();
        var user = settings.user();
        var password = settings.password();
        if (url.startsWith("postgres://") || url.startsWith("postgresql://")) {
            var uri = URI.create(url);
            var info = uri.getRawUserInfo();
            if (info != null) {
                var parts = info.split(":", 2);
                user = user == null ? decoded(parts[0]) : user;
                password = password == null && parts.length > 1 ? decoded(parts[1]) : password;
            }
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        }
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new DatabaseUnavailable(
                    "JIAXUE_DATABASE_URL must look like jdbc:postgresql://host:5432/name.");
        }
        if (url.toLowerCase(Locale.ROOT).matches(".*[?&](user|password)=.*")) {
            throw new DatabaseUnavailable(
                    "JIAXUE_DATABASE_URL must not hold a user or a password, because addresses are"
                            + " logged: use JIAXUE_DATABASE_USER and JIAXUE_DATABASE_PASSWORD.");
        }
        return new Login(url, named(user, "USER"), named(password, "PASSWORD"));
    }

    private static String named(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new DatabaseUnavailable(
                    "JIAXUE_DATABASE_"
                            + name
                            + " is missing: an external database needs JIAXUE_DATABASE_URL, _USER"
                            + " and _PASSWORD.");
        }
        return value;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void refuseUnsuited(Connection connection) throws SQLException {
        var version = "select current_setting('server_version_num')::int >= ?::int";
        if (!Roles.asks(connection, version, Integer.toString(OLDEST))) {
            throw new DatabaseUnavailable(
                    "PostgreSQL 15 or later is needed, and the server is "
                            + connection.getMetaData().getDatabaseProductVersion()
                            + ".");
        }
        if (!Roles.asks(connection, "select current_setting('server_encoding') = 'UTF8'")) {
            throw new DatabaseUnavailable(
                    "The database must be encoded in UTF8: create database … encoding 'UTF8'.");
        }
        var create = "select has_database_privilege(current_database(), 'create')";
        if (!Roles.asks(connection, create)) {
            throw new DatabaseUnavailable(
                    ("The role %s may not create schemas in the database %s. An administrator must"
                                    + " run:%n    alter database %s owner to %s;")
                            .formatted(
                                    connection.getMetaData().getUserName(),
                                    name(connection),
                                    name(connection),
                                    connection.getMetaData().getUserName()));
        }
    }

    private static void ensureApp(Connection connection, Login app) throws SQLException {
        if (signsIn(app)) {
            return;
        }
        try {
            inTurn(connection, () -> makeApp(connection, app));
        } catch (SQLException e) {
            if (!"42501".equals(e.getSQLState())) {
                throw e;
            }
            throw new DatabaseUnavailable(
                    ("The role %s may not make or change the role %s. An administrator must run"
                                    + " once:%n    %s")
                            .formatted(
                                    connection.getMetaData().getUserName(),
                                    Roles.APP,
                                    Roles.statement(connection, Roles.APP, app.password())),
                    e);
        }
        if (!signsIn(app)) {
            throw new DatabaseUnavailable(
                    "The role "
                            + Roles.APP
                            + " exists but cannot sign in: the server's pg_hba.conf must let it"
                            + " in from here with scram-sha-256.");
        }
    }

    private static void makeApp(Connection connection, Login app) throws SQLException {
        if (signsIn(app)) {
            return; // Another process was faster.
        }
        if (Roles.exists(connection, Roles.APP)) {
            Roles.renew(connection, Roles.APP, app.password());
        } else {
            Roles.ensure(connection, Roles.APP, app.password());
        }
    }

    private static void refuseStrong(Connection connection) throws SQLException {
        var strong =
                """
                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                    or pg_has_role(oid, current_user, 'member')
                from pg_roles
                where rolname = ?
                """;
        if (Roles.asks(connection, strong, Roles.APP)) {
            throw new DatabaseUnavailable(
                    """
                    The role %s can do too much. An administrator must run:
                        alter role %s nosuperuser nobypassrls nocreaterole nocreatedb;
                        revoke %s from %s;\
                    """
                            .formatted(
                                    Roles.APP,
                                    Roles.APP,
                                    connection.getMetaData().getUserName(),
                                    Roles.APP));
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    /**
     * Several processes may start at once; the lock is the transaction's, so a pooler is no harm.
     */
    private static void inTurn(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Roles.asks(
                    connection, "select pg_advisory_xact_lock(hashtext('jiaxue roles')) is null");
            work.run();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Only a wrong password or a missing role is a no; everything else is an error. */
    private static boolean signsIn(Login login) throws SQLException {
        try (var connection = login.connect()) {
            return connection.isValid(10);
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("28")) {
                return false;
            }
            throw e;
        }
    }

    private static String name(Connection connection) throws SQLException {
        return connection.getCatalog();
    }
}
