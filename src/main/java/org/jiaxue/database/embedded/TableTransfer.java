package org.jiaxue.database.embedded;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.database.DatabaseUnavailable;
import org.jiaxue.database.access.Roles;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies every row and every sequence between two databases that the same migrations made, and
 * reads all of it back to compare. Rows go through {@code copy} in its text form, which is the one
 * that PostgreSQL keeps readable from version to version.
 */
final class TableTransfer {

    private static final Logger LOG = LoggerFactory.getLogger(TableTransfer.class);

    private final Connection source;
    private final Connection target;

    /** Both as superuser, so that no row is hidden and no trigger fires. */
    TableTransfer(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /**
     * What a table holds, whatever the order of its rows.
     *
     * @param rows how many
     * @param sum of the first 64 bits of each row's SHA-256, modulo 2^64
     */
    private record Content(long rows, long sum) {

        Content plus(byte[] row) {
            return new Content(rows + 1, sum + ByteBuffer.wrap(sha256(row)).getLong());
        }
    }

    /** A table as it is written in statements, and its columns that can be written. */
    private record Table(String name, String columns) {

        String out() {
            return "copy (select " + columns + " from only " + name + ") to stdout";
        }

        String in() {
            return "copy " + name + " (" + columns + ") from stdin";
        }
    }

    void run() throws SQLException {
        refuseLargeObjects();
        addPartitions();
        var tables = tables(source);
        refuseDifference(tables, tables(target));
        target.setAutoCommit(false);
        execute(target, "set local session_replication_role = replica");
        empty(tables);
        var contents = new LinkedHashMap<Table, Content>();
        for (var table : tables) {
            contents.put(table, copy(table));
        }
        copySequences();
        target.commit();
        target.setAutoCommit(true);
        verify(contents);
        finish();
        long rows = contents.values().stream().mapToLong(Content::rows).sum();
        LOG.info("copied and compared {} rows of {} tables", rows, tables.size());
    }

    private void refuseLargeObjects() throws SQLException {
        var question = "select exists (select from pg_largeobject_metadata)";
        if (Roles.asks(source, question)) {
            throw new DatabaseUnavailable(
                    "The old database holds large objects, which the upgrade does not move.");
        }
    }

    /**
     * Partitions are also made while the service runs; the new database gets the same ones, which
     * the application reaches through their table alone.
     */
    private void addPartitions() throws SQLException {
        var partitions =
                """
                select format('%s partition of %s %s%s', child.oid::regclass, parent.oid::regclass,
                              pg_get_expr(child.relpartbound, child.oid),
                              concat(' partition by ' || pg_get_partkeydef(child.oid),
                                     ' with (' || array_to_string(child.reloptions, ', ')
                                         || ')'))
                from pg_class child
                join pg_inherits i on i.inhrelid = child.oid
                join pg_class parent on parent.oid = i.inhparent
                where child.relispartition and child.relkind in ('r', 'p')
                order by child.oid
                """;
        var roled = "set role " + Roles.OWNER;
        execute(target, roled);
        for (var partition : texts(source, partitions)) {
            execute(target, "create table if not exists " + partition);
            execute(target, "revoke all on " + partition.split(" ", 2)[0] + " from " + Roles.APP);
        }
        execute(target, "reset role");
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        var question =
                """
                select c.oid::regclass::text,
                       string_agg(quote_ident(a.attname), ', ' order by a.attname)
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                    and not a.attisdropped and a.attgenerated = ''
                where c.relkind = 'r' and c.relpersistence <> 't'
                    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                group by c.oid
                order by 1
                """;
        var tables = new ArrayList<Table>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    private static void refuseDifference(List<Table> old, List<Table> fresh) {
        if (!old.equals(fresh)) {
            throw different(
                    old.stream().filter(table -> !fresh.contains(table)).toList(),
                    fresh.stream().filter(table -> !old.contains(table)).toList());
        }
    }

    /** What migrations put in is replaced by what the old database made of it. */
    private void empty(List<Table> tables) throws SQLException {
        if (!tables.isEmpty()) {
            var names = String.join(", ", tables.stream().map(Table::name).toList());
            execute(target, "truncate " + names + " cascade");
        }
    }

    private Content copy(Table table) throws SQLException {
        CopyIn in = target.unwrap(PGConnection.class).getCopyAPI().copyIn(table.in());
        try {
            var content = new Content(0, 0);
            CopyOut out = source.unwrap(PGConnection.class).getCopyAPI().copyOut(table.out());
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                in.writeToCopy(row, 0, row.length);
                content = content.plus(row);
            }
            in.endCopy();
            return content;
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private static Content content(Connection connection, Table table) throws SQLException {
        var content = new Content(0, 0);
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.out());
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            content = content.plus(row);
        }
        return content;
    }

    private void copySequences() throws SQLException {
        for (var sequence : sequences(source).entrySet()) {
            try (var statement =
                    target.prepareStatement("select setval(?::regclass, ?::bigint, ?::boolean)")) {
                var state = sequence.getValue().split(" ", 2);
                statement.setString(1, sequence.getKey());
                statement.setString(2, state[0]);
                statement.setString(3, state[1]);
                statement.execute();
            }
        }
    }

    /** Each sequence's last value and whether it was given out. */
    private static Map<String, String> sequences(Connection connection) throws SQLException {
        var names =
                """
                select c.oid::regclass::text
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and n.nspname !~ '^pg_'
                order by 1
                """;
        var states = new LinkedHashMap<String, String>();
        for (var name : texts(connection, names)) {
            var question = "select last_value || ' ' || is_called from " + name;
            states.put(name, texts(connection, question).getFirst());
        }
        return states;
    }

    private void verify(Map<Table, Content> contents) throws SQLException {
        for (var copied : contents.entrySet()) {
            var found = content(target, copied.getKey());
            if (!found.equals(copied.getValue())) {
                throw different(copied.getKey().name() + " " + copied.getValue(), found);
            }
        }
        if (!sequences(source).equals(sequences(target))) {
            throw different(sequences(source), sequences(target));
        }
    }

    private void finish() throws SQLException {
        var views = "select oid::regclass::text from pg_class where relkind = 'm' order by oid";
        for (var view : texts(target, views)) {
            execute(target, "refresh materialized view " + view);
        }
        execute(target, "analyze");
    }

    private static DatabaseUnavailable different(Object old, Object fresh) {
        return new DatabaseUnavailable(
                ("The upgrade stopped, the old data are untouched: the new database is not like the"
                                + " old one. Old: %s. New: %s.")
                        .formatted(old, fresh));
    }

    private static List<String> texts(Connection connection, String question) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static byte[] sha256(byte[] row) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(row);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
