package org.jiaxue.database.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jiaxue.database.Database;
import org.jiaxue.database.TestDatabase;
import org.jiaxue.database.TestMigrations;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house that served for some months on one PostgreSQL, which then becomes a cluster. */
class GrownHouseTests {

    private static final int GUARDIANS = 300;
    private static final int EACH = 5;

    private final Database database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner().dataSource());
    private final JdbcClient app = JdbcClient.create(database.app().dataSource());

    @Test
    void its_rows_are_all_there_afterwards_and_a_second_time_changes_nothing() throws Exception {
        live();
        distribute();
        thereIs();
        distribute();
        thereIs();
    }

    @Test
    void months_that_are_made_later_lie_as_their_tables_do_and_take_along_what_waited()
            throws Exception {
        live();
        distribute();
        assertThat(rowsOf("learning.event_other")).isEqualTo(GUARDIANS);

        for (String room : List.of("learning", "points")) {
            assertThat(made(room)).isEqualTo(3);
            assertThat(made(room)).isZero();
        }

        assertThat(rowsOf("learning.event_other")).isZero();
        assertThat(rowsOf("learning.event_2031_02")).isEqualTo(GUARDIANS);
        thereIs();
        assertThat(elsewhere()).isEmpty();
    }

    @Test
    void nothing_stays_on_the_coordinator_of_what_lies_on_the_nodes() throws Exception {
        assumeThat(TestDatabase.isCluster(owner)).as("only a cluster has other nodes").isTrue();
        live();
        distribute();
        made("learning");

        assertThat(
                        owner.sql(
                                        """
                                        select cast(logicalrelid as text) from pg_dist_partition
                                        where pg_relation_size(logicalrelid) > 0
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    /** Two events in each of two months that have parts and one in a month that has none yet. */
    private void live() {
        TestMigrations.ofEveryRoom(database);
        owner.sql("select learning.make_months('2026-09-01', 2)").query().listOfRows();
        owner.sql("select points.make_months('2026-09-01', 2)").query().listOfRows();
        owner.sql("insert into regions.division values ('33', '浙江', 'Zhejiang')").update();
        owner.sql(
                        """
                        insert into learning.event
                            (guardian_id, event_id, kind, cause, occurred_at, heard_at, division,
                             title_zh, title_en, stage)
                        select cast(lpad(cast(guardian as text), 32, '0') as uuid),
                               gen_random_uuid(), 'lesson-completed', gen_random_uuid(),
                               at, at, '330102001', '早晨清单', 'Morning', 'primary'
                        from generate_series(1, :guardians) guardian,
                             unnest(cast(array['2026-09-03', '2026-09-04', '2026-10-03',
                                               '2026-10-04', '2031-02-05'] as timestamptz[])) at
                        """)
                .param("guardians", GUARDIANS)
                .update();
        owner.sql(
                        """
                        insert into learning.told
                        select guardian_id, cause, occurred_at, kind from learning.event
                        """)
                .update();
        owner.sql(
                        """
                        insert into points.account
                        select distinct guardian_id, 10, 1 from learning.event
                        """)
                .update();
    }

    private void distribute() throws SQLException {
        try (Connection connection = database.owner().connect()) {
            Distribution.apply(connection);
        }
    }

    private void thereIs() {
        assertThat(rowsOf("learning.event")).isEqualTo(GUARDIANS * EACH);
        assertThat(rowsOf("learning.told")).isEqualTo(GUARDIANS * EACH);
        assertThat(rowsOf("learning.event_2026_10")).isEqualTo(GUARDIANS * 2);
        assertThat(rowsOf("points.account")).isEqualTo(GUARDIANS);
        assertThat(rowsOf("regions.division")).isEqualTo(1);
        assertThat(
                        app.sql("select count(*) from learning.event where guardian_id = ?")
                                .param(new UUID(0, 0x7))
                                .query(Integer.class)
                                .single())
                .isEqualTo(EACH);
    }

    private int rowsOf(String table) {
        return owner.sql(
                        """
                        select cast(cast((xpath('/row/n/text()', query_to_xml(
                            format('select count(*) as n from %s', cast(:table as regclass)),
                            false, true, '')))[1] as text) as int)
                        """)
                .param("table", table)
                .query(Integer.class)
                .single();
    }

    /** As the job asks, which serves and may make no table itself. */
    private int made(String room) {
        return switch (room) {
            case "learning" -> made(app.sql("select learning.make_months('2031-01-15', 3)"));
            default -> made(app.sql("select points.make_months('2031-01-15', 3)"));
        };
    }

    private static int made(JdbcClient.StatementSpec months) {
        return months.query(Integer.class).single();
    }

    /** Parts that do not lie beside their table. */
    private List<String> elsewhere() {
        return TestDatabase.isCluster(owner)
                ? owner.sql(
                                """
                                select cast(cast(i.inhrelid as regclass) as text)
                                from pg_dist_partition whole
                                join pg_inherits i on i.inhparent = whole.logicalrelid
                                left join pg_dist_partition part
                                  on part.logicalrelid = i.inhrelid
                                 and part.colocationid = whole.colocationid
                                where part.logicalrelid is null
                                """)
                        .query(String.class)
                        .list()
                : List.of();
    }
}
