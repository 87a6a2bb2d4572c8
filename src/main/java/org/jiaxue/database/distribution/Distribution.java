package org.jiaxue.database.distribution;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.database.DatabaseUnavailable;
import org.jiaxue.database.access.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the tables in their places where the database is the coordinator of a Citus cluster, which
 * it is when its administrator has added the extension; anywhere else nothing is done. This is the
 * only code that asks. Each table is moved in a transaction of its own, with the rows that it has,
 * and one that lies where it should is left alone: so it may be repeated, and what was broken off
 * goes on at the next start. The cluster copies rows and does not move them: what it leaves,
 * unseen, in the coordinator's own tables is taken away when all tables lie where they should,
 * because no erasure would reach it.
 */
public final class Distribution {

    /**
     * What is said on a connection before it migrates. A cluster then works at a table's shards one
     * after the other, so that a migration may both read a table that is spread and change what
     * tables there are; to any other PostgreSQL it means nothing.
     */
    public static final String BEFORE_MIGRATIONS =
            "set citus.multi_shard_modify_mode = 'sequential'";

    /**
     * What is said on a connection that serves. A cluster would let one statement at a time write
     * to shards of several guardians and have all others wait for the end of its transaction, so
     * that one row that is held would hold up everybody, and two transactions that write to several
     * tables would wait for each other. Rows are locked in their order and the cluster ends what is
     * left of deadlocks, as it does for statements on one shard; to any other PostgreSQL it means
     * nothing.
     */
    public static final String BEFORE_SERVING = "set citus.enable_deadlock_prevention = off";

    private static final Logger LOG = LoggerFactory.getLogger(Distribution.class);

    private final Connection owner;
    private final List<Placement> tables;

    /** By column, a table to which the others of that column are laid. */
    private final Map<String, String> beside = new HashMap<>();

    private Distribution(Connection owner, List<Placement> tables) {
        this.owner = owner;
        this.tables = tables;
    }

    /**
     * Puts every table of the house in its place.
     *
     * @param owner a connection of the role that owns the tables, which commits by itself and on
     *     which the caller sees to it that one process does so at a time
     * @throws DatabaseUnavailable when the cluster refuses, with the table and the reason
     */
    public static void apply(Connection owner) throws SQLException {
        if (Roles.asks(owner, "select exists (select from pg_extension where extname = 'citus')")) {
            new Distribution(owner, Placement.all()).apply();
        }
    }

    private void apply() throws SQLException {
        for (Placement it : tables) {
            if (it.where() instanceof Where.By by && placed(it.table())) {
                beside.putIfAbsent(by.column(), it.table());
            }
        }
        int moved = 0;
        for (Placement it : tables) {
            if (!(it.where() instanceof Where.Coordinator) && !placed(it.table())) {
                move(it);
                moved++;
            }
        }
        LOG.info("cluster: {} tables were put in their places", moved);
        for (Placement it : tables) {
            if (!(it.where() instanceof Where.Coordinator) && leftBehind(it.table())) {
                Roles.asks(
                        owner,
                        """
                        select truncate_local_data_after_distributing_table(cast(? as regclass))
                            is null
                        """,
                        it.table());
            }
        }
    }

    /** Whether rows of a table that lies elsewhere, or of its parts, are on the coordinator too. */
    private boolean leftBehind(String table) throws SQLException {
        return Roles.asks(
                owner,
                """
                select exists (
                    select from pg_class c
                    where pg_relation_size(c.oid) > 0
                      and (c.oid = cast(? as regclass)
                           or c.oid in (select inhrelid from pg_inherits
                                        where inhparent = cast(? as regclass))))
                """,
                table,
                table);
    }

    private boolean placed(String table) throws SQLException {
        return Roles.asks(
                owner,
                """
                select exists (
                    select from pg_dist_partition
                    where logicalrelid = cast(? as regclass)
                      and (partmethod = 'h' or repmodel = 't'))
                """,
                table);
    }

    private void move(Placement it) throws SQLException {
        try {
            switch (it.where()) {
                case Where.By(String column) -> spread(it.table(), column);
                case Where.Everywhere() ->
                        Roles.asks(
                                owner,
                                "select create_reference_table(cast(? as regclass)) is null",
                                it.table());
                case Where.Coordinator() -> {}
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The cluster does not take the table %s: %s"
                            .formatted(it.table(), e.getMessage()),
                    e);
        }
    }

    private void spread(String table, String column) throws SQLException {
        Roles.asks(
                owner,
                """
                select create_distributed_table(
                    cast(? as regclass), ?, colocate_with => ?) is null
                """,
                table,
                column,
                beside.getOrDefault(column, "none"));
        beside.putIfAbsent(column, table);
    }
}
