package org.jiaxue.identity.account;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiaxue.database.Database;
import org.jiaxue.database.Login;

/** Reads a whole database, as its owner, and says where something stands in it. */
public final class Traces {

    private final Login owner;

    public Traces(Database database) {
        this.owner = database.owner();
    }

    /** The tables, schema first, in which any of these words stands in a row. */
    public Set<String> of(String... words) {
        Set<String> found = new TreeSet<>();
        try (Connection connection =
                        DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows =
                        statement.executeQuery(
                                "select row_to_json(t)::text from %s t".formatted(table))) {
                    while (rows.next()) {
                        String row = rows.getString(1);
                        for (String word : words) {
                            if (row.contains(word)) {
                                found.add(table);
                            }
                        }
                    }
                }
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return found;
    }

    /** The rows of one table or view, schema first, in which any of these words stands, as JSON. */
    List<String> rows(String table, Collection<String> words) {
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select row_to_json(t)::text from %s t".formatted(table))) {
            while (rows.next()) {
                String row = rows.getString(1);
                if (words.stream().anyMatch(row::contains)) {
                    found.add(row);
                }
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return found;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        """
                        select format('%I.%I', n.nspname, c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'm')
                          and n.nspname not in ('information_schema')
                          and n.nspname not like 'pg\\_%'
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
