package org.jiaxue.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jiaxue.database.TestDatabase;
import org.jiaxue.database.access.Roles;
import org.jiaxue.database.distribution.Distribution;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of the version before months, and what the migrations make of it; on a cluster the
 * tables are spread already.
 */
class LedgerByMonthTests {

    private static final UUID SOMEONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final DataSource database = TestDatabase.fresh().owner().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void events_of_several_months_are_carried_into_theirs_and_stay_told() {
        migrate("learning", "5");
        event(SOMEONE, 1, "2026-08-31T15:59:59Z");
        event(SOMEONE, 2, "2026-08-31T16:00:00Z");
        event(OTHER, 1, "2026-10-05T10:00:00Z");
        spread("learning.coverage", "learning.playback", "learning.event");

        migrate("learning", "latest");

        assertThat(parts("learning.event"))
                .containsExactly("event_2026_08 1", "event_2026_09 1", "event_2026_10 1");
        assertThat(
                        jdbc.sql(
                                        """
                                        insert into learning.told
                                        select guardian_id, cause, now(), kind from learning.event
                                        on conflict (guardian_id, kind, cause) do nothing
                                        """)
                                .update())
                .isZero();
        assertThat(jdbc.sql("select title_zh from learning.event").query(String.class).list())
                .containsOnly("早晨清单");
    }

    @Test
    void lines_are_carried_into_their_months_with_their_corrections_and_holds() {
        migrate("points", "12");
        line(SOMEONE, 1, 0, 5, "2026-08-20T10:00:00Z", "counted");
        line(SOMEONE, 2, 1, 3, "2026-08-20T10:00:00Z", "counted");
        line(SOMEONE, 3, 0, 7, "2026-09-20T10:00:00Z", "held");
        line(OTHER, 4, 0, 2, "2026-11-20T10:00:00Z", "counted");
        hold(SOMEONE, 3);
        spread("points.account", "points.entry", "points.circumstance", "points.visit");
        spread("points.hold", "points.hold_word", "points.hold_decision");

        migrate("points", "latest");

        assertThat(parts("points.entry"))
                .containsExactly("entry_2026_08 2", "entry_2026_09 1", "entry_2026_11 1");
        assertThat(
                        jdbc.sql(
                                        """
                                        select points || ' ' || held from points.shown_entry
                                        where guardian_id = :who order by occurred_at
                                        """)
                                .param("who", SOMEONE)
                                .query(String.class)
                                .list())
                .containsExactly("8 0", "0 7");
        assertThat(
                        jdbc.sql("select did_zh || state from points.hold_now")
                                .query(String.class)
                                .list())
                .containsExactly("看完waiting");
        jdbc.sql("select points.erase(:who)").param("who", SOMEONE).query((_, _) -> 1).list();
        assertThat(parts("points.entry")).containsExactly("entry_2026_11 1");
    }

    private List<String> parts(String table) {
        return jdbc
                .sql(
                        """
                        select c.relname || ' ' || (xpath('/row/n/text()', query_to_xml(
                            'select count(*) as n from ' || cast(c.oid as regclass),
                            false, true, '')))[1]
                        from pg_inherits i
                        join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = cast(:table as regclass)
                        order by c.relname
                        """)
                .param("table", table)
                .query(String.class)
                .list()
                .stream()
                .filter(it -> !it.endsWith(" 0"))
                .toList();
    }

    private void migrate(String room, String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + room)
                .defaultSchema(Roles.MIGRATIONS)
                .createSchemas(false)
                .initSql(Distribution.BEFORE_MIGRATIONS)
                .target(version)
                .load()
                .migrate();
    }

    /** As the version before did it, where the database is a cluster. */
    private void spread(String... tables) {
        if (TestDatabase.isCluster(jdbc)) {
            for (String table : tables) {
                jdbc.sql("select create_distributed_table(?, 'guardian_id')")
                        .param(table)
                        .query((_, _) -> table)
                        .list();
            }
        }
    }

    private void event(UUID guardian, int cause, String at) {
        jdbc.sql(
                        """
                        insert into learning.event
                            (guardian_id, event_id, kind, cause, occurred_at, heard_at, division,
                             title_zh, title_en, stage)
                        values (?, gen_random_uuid(), 'lesson-completed', ?,
                                cast(? as timestamptz), now(), '330102001', '早晨清单', 'Morning',
                                'primary')
                        """)
                .params(guardian, new UUID(1, cause), at)
                .update();
    }

    private void line(
            UUID guardian, int number, int corrects, int points, String at, String state) {
        int event = corrects == 0 ? number : corrects;
        jdbc.sql(
                        """
                        insert into points.entry (
                            guardian_id, entry_id, event_id, corrects_entry_id, kind, cause, once,
                            rule, rule_owner, rule_version, category, points, state, occurred_at,
                            day, week, division, stage, subject_zh, subject_en, did_zh, did_en,
                            why_zh, why_en)
                        values (?, ?, ?, cast(nullif(?, '') as uuid), 'lesson-completed', ?,
                                'lesson', 'rule', '', 0, 'lesson', ?, ?,
                                cast(? as timestamptz), '2026-08-20', '2026-08-17',
                                '330102001', 'primary', '', '', '看完', 'Finished', '', '')
                        """)
                .params(
                        guardian,
                        new UUID(2, number),
                        new UUID(3, event),
                        corrects == 0 ? "" : new UUID(2, corrects).toString(),
                        new UUID(4, event),
                        points,
                        state,
                        at)
                .update();
    }

    private void hold(UUID guardian, int event) {
        jdbc.sql(
                        """
                        insert into points.hold values (?, ?, gen_random_uuid(), '330102001',
                            'device', 1, '{}', now(), now())
                        """)
                .params(guardian, new UUID(3, event))
                .update();
    }
}
