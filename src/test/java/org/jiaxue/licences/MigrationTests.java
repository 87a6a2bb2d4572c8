package org.jiaxue.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jiaxue.database.TestDatabase;
import org.jiaxue.database.access.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows as the tables before kept them, and what is made of them. */
class MigrationTests {

    private static final UUID SOMEONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final DataSource database = TestDatabase.fresh().owner().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void theTablesBefore() {
        migrate("2");
    }

    @Test
    void every_sum_is_kept_under_its_name() {
        standing(SOMEONE, "7-9", 212, 5, 3, 1);
        standing(SOMEONE, "0-3", 4, 0, 0, 0);
        standing(OTHER, "7-9", 10, 0, 1, 0);
        counted(SOMEONE, 1, 1, "7-9", "lesson-completed", 2);
        counted(SOMEONE, 2, 1, "7-9", "lesson-completed", -2);
        counted(SOMEONE, 3, 3, "7-9", "lesson-completed", 2);
        counted(SOMEONE, 4, 4, "7-9", "reflection-answered", 1);
        counted(SOMEONE, 5, 5, "7-9", "activity-attended", 10);
        counted(SOMEONE, 6, 6, "", "lesson-completed", 2);

        migrate();

        assertThat(sums(SOMEONE, "7-9"))
                .containsExactly(
                        "deeds.activity=3 kept 0",
                        "deeds.lesson=2 kept 0",
                        "deeds.live=1 kept 0",
                        "deeds.question=1 kept 0",
                        "points.activity=10 kept 0",
                        "points.lesson=2 kept 0",
                        "points.question=1 kept 0",
                        "points.total=212 kept 5");
        assertThat(sums(SOMEONE, "0-3")).containsExactly("points.total=4 kept 0");
        assertThat(sums(OTHER, "7-9"))
                .containsExactly("deeds.activity=1 kept 0", "points.total=10 kept 0");
    }

    @Test
    void every_level_stays_and_learns_which_entries_earned_it() {
        for (int entry = 1; entry <= 6; entry++) {
            counted(SOMEONE, entry, entry, "7-9", "lesson-completed", 2);
        }
        counted(SOMEONE, 7, 7, "10-12", "lesson-completed", 2);
        licence(SOMEONE, "7-9", 1, 2);
        licence(SOMEONE, "7-9", 2, 5);
        licence(SOMEONE, "7-9", 3, 5);

        migrate();

        assertThat(
                        jdbc.sql(
                                        """
                                        select level || ' ' || period || ' ' || version || ' '
                                            || array_to_string(array(
                                                select right(e::text, 1) from unnest(entries) e),
                                                ',')
                                        from licences.licence order by level
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("1 ever 1 1,2", "2 ever 1 3,4,5", "3 ever 1 5");
        assertThat(jdbc.sql("select distinct period from licences.counted").query().listOfRows())
                .hasSize(1);
    }

    @Test
    void what_was_counted_may_be_counted_on_and_erased() {
        standing(SOMEONE, "7-9", 2, 0, 0, 0);
        counted(SOMEONE, 1, 1, "7-9", "lesson-completed", 2);
        licence(SOMEONE, "7-9", 1, 1);
        migrate();

        jdbc.sql("select licences.erase(:who)").param("who", SOMEONE).query((_, _) -> 1).list();

        List<Long> left = new ArrayList<>();
        for (String table : List.of("counted", "sum", "licence")) {
            left.add(jdbc.sql("select count(*) from licences." + table).query(Long.class).single());
        }
        assertThat(left).containsExactly(0L, 0L, 0L);
    }

    private void migrate() {
        migrate("latest");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/licences")
                .defaultSchema(Roles.MIGRATIONS)
                .createSchemas(false)
                .target(version)
                .load()
                .migrate();
    }

    private List<String> sums(UUID guardian, String layer) {
        return jdbc.sql(
                        """
                        select name || '=' || value || ' kept ' || kept
                        from licences.sum
                        where guardian_id = :guardian and scheme = 'shangcheng'
                          and layer = :layer and period = 'ever'
                        order by name
                        """)
                .param("guardian", guardian)
                .param("layer", layer)
                .query(String.class)
                .list();
    }

    private void standing(
            UUID guardian, String layer, int points, int kept, int activities, int lives) {
        jdbc.sql("insert into licences.standing values (?, 'shangcheng', ?, ?, ?, ?, ?)")
                .params(guardian, layer, points, kept, activities, lives)
                .update();
    }

    private void counted(
            UUID guardian, int entry, int event, String layer, String deed, int points) {
        jdbc.sql(
                        """
                        insert into licences.counted
                        values (?, 'shangcheng', ?, ?, nullif(?, ''), ?, ?, cast(? as timestamptz))
                        """)
                .params(
                        guardian,
                        new UUID(2, entry),
                        new UUID(1, event),
                        layer,
                        deed,
                        points,
                        "2026-10-0" + entry)
                .update();
    }

    private void licence(UUID guardian, String layer, int level, int cause) {
        jdbc.sql(
                        """
                        insert into licences.licence
                        values (?, 'shangcheng', ?, ?, 1, cast(? as timestamptz), ?)
                        """)
                .params(guardian, layer, level, "2026-10-0" + cause, new UUID(1, cause))
                .update();
    }
}
