package org.jiaxue.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiaxue.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How tables that are written without end are tended, as docs/operations/sizes.md says. */
@RoomTest
class TendedTablesTests {

    private static final String ADDED_TO =
            "autovacuum_vacuum_insert_scale_factor=0.05 autovacuum_analyze_scale_factor=0.02";
    private static final String WRITTEN_AGAIN =
            "fillfactor=80 autovacuum_vacuum_scale_factor=0.02"
                    + " autovacuum_analyze_scale_factor=0.05";

    @Autowired JdbcClient jdbc;

    @Test
    void hot_tables_are_tended_and_leave_room_as_written_down() {
        Map<String, String> tended = new TreeMap<>();
        tended.put("learning.coverage", WRITTEN_AGAIN);
        tended.put("learning.playback", ADDED_TO);
        tended.put("learning.told", ADDED_TO);
        tended.put("learning.archived", ADDED_TO);
        tended.put("points.archived", ADDED_TO);
        tended.put("points.account", WRITTEN_AGAIN);
        tended.put("points.circumstance", "autovacuum_vacuum_scale_factor=0.05");
        tended.put("licences.sum", WRITTEN_AGAIN);
        tended.put("licences.counted", ADDED_TO);
        tended.put(
                "identity.token",
                "autovacuum_vacuum_scale_factor=0.05 autovacuum_analyze_scale_factor=0.05");
        tended.put("identity.throttle", "fillfactor=70 autovacuum_vacuum_scale_factor=0.05");
        tended.put("identity.code", "fillfactor=70 autovacuum_vacuum_scale_factor=0.05");

        assertThat(settings(false)).containsExactlyInAnyOrderEntriesOf(tended);
    }

    @Test
    void every_part_is_tended_as_what_is_only_added_to_and_frozen_with_its_first_vacuum() {
        jdbc.sql("select learning.make_months('2021-03-01', 2)").query().listOfRows();
        jdbc.sql("select points.make_months('2021-03-01', 2)").query().listOfRows();

        assertThat(settings(true))
                .containsKeys("learning.event_2021_03", "learning.event_other")
                .containsKeys("points.entry_2021_04", "points.entry_other")
                .allSatisfy((_, set) ->
                        assertThat(set).isEqualTo(ADDED_TO + " autovacuum_freeze_min_age=0"));
    }

    /** So a cluster spreads parts with their table, by keys that fit. */
    @Test
    void no_part_has_an_index_of_its_own() {
        assertThat(
                        jdbc.sql(
                                        """
                                        select cast(cast(i.indexrelid as regclass) as text)
                                        from pg_index i
                                        join pg_class c on c.oid = i.indrelid
                                        join pg_class x on x.oid = i.indexrelid
                                        where c.relispartition and not x.relispartition
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    /** What no beat writes again keeps its index: no column that changes is in one. */
    @Test
    void what_is_written_again_and_again_changes_no_column_of_an_index() {
        List<String> indexed = new ArrayList<>();
        for (String column :
                List.of(
                        "learning.coverage.covered",
                        "learning.coverage.clock_at",
                        "learning.coverage.position",
                        "learning.coverage.version",
                        "points.account.balance",
                        "points.account.version",
                        "licences.sum.value",
                        "licences.sum.kept",
                        "identity.throttle.tried")) {
            int dot = column.lastIndexOf('.');
            if (indexed(column.substring(0, dot), column.substring(dot + 1))) {
                indexed.add(column);
            }
        }
        assertThat(indexed).isEmpty();
    }

    private boolean indexed(String table, String column) {
        return jdbc.sql(
                        """
                        select exists (
                            select from pg_index i
                            join pg_attribute a
                              on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                            where i.indrelid = :table::regclass and a.attname = :column)
                        """)
                .param("table", table)
                .param("column", column)
                .query(Boolean.class)
                .single();
    }

    private Map<String, String> settings(boolean parts) {
        Map<String, String> settings = new TreeMap<>();
        jdbc.sql(
                        """
                        select n.nspname || '.' || c.relname, array_to_string(c.reloptions, ' ')
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and c.relispartition = :parts
                          and n.nspname in ('learning', 'points', 'licences', 'identity')
                          and (c.reloptions is not null or c.relispartition)
                        """)
                .param("parts", parts)
                .query(row -> {
                    settings.put(row.getString(1), row.getString(2));
                });
        return settings;
    }
}
