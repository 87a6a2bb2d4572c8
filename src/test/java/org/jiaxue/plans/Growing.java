package org.jiaxue.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that grow with guardians or with what they do, and their indexes, as they are. */
record Growing(JdbcClient jdbc) {

    /** What grows with guardians and does not name them; all that does is asked of the server. */
    private static final Set<String> NAMELESS =
            Set.of(
                    "identity.code",
                    "identity.throttle",
                    "identity.audit",
                    "points.place",
                    "credentials.status_position",
                    "credentials.revocation",
                    "statistics.day",
                    "statistics.figure",
                    "events.event_publication");

    /** An index, of a table in parts that of the whole. */
    record Index(String table, boolean key) {}

    /** Each table, or part of one, that holds so many rows, with the table that it is or is of. */
    Map<String, String> crowded(int rows) {
        Set<String> all = tables();
        Map<String, String> crowded = new TreeMap<>();
        jdbc.sql(
                        """
                        select cast(c.oid::regclass as text),
                               cast(coalesce(h.inhparent, c.oid)::regclass as text)
                        from pg_class c
                        left join pg_inherits h on h.inhrelid = c.oid
                        where c.relkind = 'r' and c.reltuples >= :rows
                        """)
                .param("rows", rows)
                .query((ResultSet row) -> keep(row, all, crowded));
        return crowded;
    }

    private static void keep(ResultSet row, Set<String> all, Map<String, String> into)
            throws SQLException {
        if (all.contains(row.getString(2))) {
            into.put(row.getString(1), row.getString(2));
        }
    }

    /** By name, those of tables in parts without their parts. */
    Set<String> tables() {
        Set<String> tables = new TreeSet<>(NAMELESS);
        tables.addAll(
                jdbc.sql(
                                """
                                select cast(c.oid::regclass as text)
                                from pg_class c
                                join pg_attribute a
                                  on a.attrelid = c.oid and a.attname = 'guardian_id'
                                where c.relkind in ('r', 'p') and not c.relispartition
                                  and c.relpersistence = 'p'
                                """)
                        .query(String.class)
                        .list());
        return tables;
    }

    /** The indexes of these tables, by name. */
    Map<String, Index> indexes() {
        Set<String> all = tables();
        Map<String, Index> indexes = new TreeMap<>();
        jdbc.sql(
                        """
                        select cast(i.indexrelid::regclass as text) as name,
                               cast(i.indrelid::regclass as text) as of, i.indisunique
                        from pg_index i
                        join pg_class x on x.oid = i.indexrelid
                        where not x.relispartition
                        """)
                .query(row -> {
                    if (all.contains(row.getString("of"))) {
                        indexes.put(
                                row.getString("name"),
                                new Index(row.getString("of"), row.getBoolean("indisunique")));
                    }
                });
        return indexes;
    }

    /** By the index of a part that of the whole. */
    Map<String, String> ofWholes() {
        Map<String, String> wholes = new HashMap<>();
        jdbc.sql(
                        """
                        select cast(h.inhrelid::regclass as text) as part,
                               cast(h.inhparent::regclass as text) as whole
                        from pg_inherits h
                        join pg_index i on i.indexrelid = h.inhrelid
                        """)
                .query(row -> {
                    wholes.put(row.getString("part"), row.getString("whole"));
                });
        return wholes;
    }
}
