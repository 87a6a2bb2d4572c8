package org.jiaxue.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How one role signs in.
 *
 * @param url a JDBC address without user or password
 * @param user the role
 * @param password its password; never logged, {@link #toString} leaves it out
 */
public record Login(String url, String user, String password) {

    /** Connections without a pool, each opened when it is asked for. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    @Override
    public String toString() {
        return "Login[url=" + url + ", user=" + user + "]";
    }
}
