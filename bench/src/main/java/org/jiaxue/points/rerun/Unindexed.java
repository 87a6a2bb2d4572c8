package org.jiaxue.points.rerun;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table whose keys and indexes are taken away while millions of rows are stored in it, and made
 * again from all of them at once, which takes a fraction of the time.
 */
record Unindexed(JdbcClient owner, String table) {

    private record Index(String drop, String create) {}

    void during(Runnable filling) {
        List<Index> indexes = indexes();
        indexes.forEach(index -> owner.sql(index.drop()).update());
        filling.run();
        owner.sql("set maintenance_work_mem = '512MB'").update();
        indexes.forEach(index -> owner.sql(index.create()).update());
    }

    /**
     * Keys are constraints and are made again as such. The index of a table in parts is told as one
     * of the whole only, which none of its parts would have.
     */
    private List<Index> indexes() {
        return owner.sql(
                        """
                        select coalesce(
                                   'alter table ' || :table || ' drop constraint ' || c.conname,
                                   'drop index ' || i.indexrelid::regclass) as drop,
                               coalesce(
                                   'alter table ' || :table || ' add constraint ' || c.conname
                                       || ' ' || pg_get_constraintdef(c.oid),
                                   replace(
                                       pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
                               ) as create
                        from pg_index i
                        left join pg_constraint c
                            on c.conindid = i.indexrelid and c.conrelid = i.indrelid
                        where i.indrelid = :table::regclass
                        order by i.indexrelid
                        """)
                .param("table", table)
                .query(Index.class)
                .list();
    }
}
