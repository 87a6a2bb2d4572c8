package org.jiaxue.database.access;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.util.PasswordUtil;

/**
 * The roles and what each may do. Names cannot be parameters of a statement, so the server quotes
 * them itself with its own {@code format}.
 */
public final class Roles {

    public static final String OWNER = "jiaxue_owner";
    public static final String APP = "jiaxue_app";
    public static final String DATABASE = "jiaxue";

    /** The schema of the migrations' history, which the application cannot touch. */
    public static final String MIGRATIONS = "migrations";

    private static final String ATTRIBUTES =
            " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L";

    private Roles() {}

    /** Makes a role that signs in and has no attribute that could harm, or renews its password. */
    public static void ensure(Connection connection, String role, String password)
            throws SQLException {
        var verb = exists(connection, role) ? "alter" : "create";
        run(connection, verb + " role %I" + ATTRIBUTES, role, verifier(password));
    }

    /** Renews a password alone, which needs fewer rights than to state the attributes again. */
    public static void renew(Connection connection, String role, String password)
            throws SQLException {
        run(connection, "alter role %I login password %L", role, verifier(password));
    }

    /** The statement by which an administrator makes the role; holds a verifier, no password. */
    public static String statement(Connection connection, String role, String password)
            throws SQLException {
        var verb = exists(connection, role) ? "alter" : "create";
        return quoted(connection, verb + " role %I" + ATTRIBUTES, role, verifier(password)) + ";";
    }

    public static boolean exists(Connection connection, String role) throws SQLException {
        return asks(connection, "select exists (select from pg_roles where rolname = ?)", role);
    }

    /** Makes a UTF-8 database of an owner unless there is one. */
    public static void ensureDatabase(Connection connection, String name, String owner)
            throws SQLException {
        if (!asks(connection, "select exists (select from pg_database where datname = ?)", name)) {
            run(connection, "create database %I owner %I encoding 'UTF8'", name, owner);
        }
    }

    /**
     * Opens the owner's database to the application and nothing in it: what the application may do
     * with a schema and its tables, the migration that makes them grants, so that a forgotten grant
     * is a refusal and not a hole. Repeating this changes nothing.
     *
     * @param owned a connection of the owner
     */
    public static void open(Connection owned, String owner, String database) throws SQLException {
        run(owned, "revoke create, temporary on database %I from public", database);
        run(owned, "revoke create on schema public from public");
        run(owned, "grant connect on database %I to %I", database, APP);
        run(owned, "create schema if not exists %I authorization %I", MIGRATIONS, owner);
        run(owned, "revoke all on schema %I from public, %I", MIGRATIONS, APP);
    }

    public static boolean asks(Connection connection, String question, String... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** Runs a statement whose {@code %I} and {@code %L} the server itself fills in and quotes. */
    public static void run(Connection connection, String form, String... parts)
            throws SQLException {
        var text = quoted(connection, form, parts);
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static String quoted(Connection connection, String form, String... parts)
            throws SQLException {
        try (var statement = connection.prepareStatement("select format(?, variadic ?)")) {
            statement.setString(1, form);
            statement.setArray(2, connection.createArrayOf("text", parts));
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }

    /** What the server would make of the password; so the password itself is never sent. */
    private static String verifier(String password) {
        return PasswordUtil.encodeScramSha256(password.toCharArray());
    }
}
