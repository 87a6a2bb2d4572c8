package org.jiaxue.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jiaxue.database.access.Roles;

/**
 * The server that the environment names; the role must be allowed to make databases and roles. On
 * the coordinator of a cluster, a superuser on every node.
 */
record NamedTestServer(String url, String user, String password) implements TestServer {

    static TestServer at(String url) {
        return new NamedTestServer(
                url, env("JIAXUE_TEST_DATABASE_USER"), env("JIAXUE_TEST_DATABASE_PASSWORD"));
    }

    private static String env(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return value;
    }

    @Override
    public Database create(String name) throws SQLException {
        var there = there(name);
        try (Connection connection = new Login(url, user, password).connect()) {
            Roles.ensureDatabase(connection, name, user);
            TestCluster.extend(connection, new Login(there, user, password), name);
        }
        var made =
                ExternalDatabase.open(
                        new DatabaseSettings(
                                Path.of("target"),
                                TestDatabase.SECRET,
                                there,
                                user,
                                password,
                                null));
        TestCluster.introduce(made);
        return made;
    }

    @Override
    public Connection superuser(String name) throws SQLException {
        return new Login(there(name), user, password).connect();
    }

    private String there(String name) {
        return url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
    }
}
