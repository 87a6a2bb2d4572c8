package org.jiaxue.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.database.access.Roles;

/**
 * Makes a database of a test one of a Citus cluster, if the database that the environment names is:
 * what an administrator does by hand before the first start, with the same nodes.
 */
final class TestCluster {

    private TestCluster() {}

    private record Node(String host, int port, boolean coordinator) {}

    /** Adds the extension and the nodes of one database to a new one of the same server. */
    static void extend(Connection named, Login fresh, String name) throws SQLException {
        if (!Roles.asks(
                named, "select exists (select from pg_extension where extname = 'citus')")) {
            return;
        }
        List<Node> nodes = nodes(named);
        for (Node node : nodes) {
            if (!node.coordinator()) {
                var worker = elsewhere(fresh, node, "postgres");
                try (Connection connection = worker.connect()) {
                    Roles.ensureDatabase(connection, name, fresh.user());
                }
                try (Connection connection = elsewhere(fresh, node, name).connect()) {
                    Roles.run(connection, "create extension if not exists citus");
                }
            }
        }
        try (Connection connection = fresh.connect()) {
            Roles.run(connection, "create extension if not exists citus");
            for (Node node : nodes) {
                var verb = node.coordinator() ? "citus_set_coordinator_host" : "citus_add_node";
                Roles.run(
                        connection,
                        "select %I(%L, %s)",
                        verb,
                        node.host(),
                        Integer.toString(node.port()));
            }
        }
    }

    /**
     * Lets the nodes sign in to one another, and to themselves, as the two roles of the database,
     * and bounds the application's waits on them.
     */
    static void introduce(Database database) throws SQLException {
        try (Connection connection = database.owner().connect()) {
            if (Roles.asks(connection, "select to_regclass('pg_dist_authinfo') is null")) {
                return;
            }
            var verb =
                    """
                    insert into pg_dist_authinfo (nodeid, rolename, authinfo)
                    values (0, %L, %L), (-1, %L, %L) on conflict do nothing
                    """;
            for (Login login : List.of(database.owner(), database.app())) {
                var info = "password='%s'".formatted(login.password());
                Roles.run(connection, verb, login.user(), info, login.user(), info);
            }
            Roles.run(
                    connection,
                    "alter role %I in database %I set lock_timeout = '5s'",
                    database.app().user(),
                    connection.getCatalog());
        }
    }

    private static Login elsewhere(Login login, Node node, String name) {
        return new Login(
                "jdbc:postgresql://%s:%d/%s".formatted(node.host(), node.port(), name),
                login.user(),
                login.password());
    }

    /** The coordinator first. */
    private static List<Node> nodes(Connection connection) throws SQLException {
        List<Node> nodes = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select nodename, nodeport, groupid = 0 as coordinator
                                from pg_dist_node
                                where isactive and noderole = 'primary'
                                order by groupid
                                """)) {
            while (row.next()) {
                nodes.add(new Node(row.getString(1), row.getInt(2), row.getBoolean(3)));
            }
        }
        return nodes;
    }
}
