package org.jiaxue.archive;

import java.sql.Connection;
import java.sql.SQLException;
import org.jiaxue.database.Login;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection of the owner, which is bound by no time and commits when it is told to. */
final class Owner implements AutoCloseable {

    private final Connection connection;
    private final JdbcClient jdbc;

    Owner(Login login) {
        try {
            this.connection = login.connect();
            connection.setAutoCommit(false);
        } catch (SQLException away) {
            throw new IllegalStateException("The owner cannot sign in", away);
        }
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("What was done is not kept", failed);
        }
    }

    void rollback() {
        try {
            connection.rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException("What was done is not undone", failed);
        }
    }

    /** What was not committed is undone, and the locks of the connection go. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException("The connection does not close", failed);
        }
    }
}
