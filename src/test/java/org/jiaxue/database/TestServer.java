package org.jiaxue.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The one server on which the tests of a process make their databases. */
sealed interface TestServer permits OwnTestServer, NamedTestServer {

    TestServer ONLY = start();

    /** Makes an empty database with both roles. */
    Database create(String name) throws SQLException;

    /** A connection to one of these databases as the role that made it. */
    Connection superuser(String name) throws SQLException;

    private static TestServer start() {
        var url = System.getenv("JIAXUE_TEST_DATABASE_URL");
        return url == null || url.isBlank() ? OwnTestServer.start() : NamedTestServer.at(url);
    }
}
