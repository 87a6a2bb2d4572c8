package org.jiaxue.database.distribution;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiaxue.RoomTest;
import org.jiaxue.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a cluster would take every table of the real database at its place. */
@RoomTest
class DistributionTests {

    @Autowired private JdbcClient jdbc;

    @Test
    void every_table_has_one_place_and_every_place_a_table() {
        assertThat(Placement.all())
                .extracting(Placement::table)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql(
                                        """
                                        select n.nspname || '.' || c.relname
                                        from pg_class c
                                        join pg_namespace n on n.oid = c.relnamespace
                                        where c.relkind in ('r', 'p') and not c.relispartition
                                          and n.nspname not in ('information_schema', 'migrations')
                                          and n.nspname not similar to '(pg\\_|citus|columnar)%'
                                        """)
                                .query(String.class)
                                .list());
    }

    @Test
    void a_cluster_takes_every_table_at_its_place() {
        assertThat(misfits(Placement.all())).isEmpty();
    }

    @Test
    void the_hot_road_is_spread_by_its_guardians() {
        assertThat(Placement.all())
                .filteredOn(it -> it.where().equals(new Where.By("guardian_id")))
                .extracting(Placement::table)
                .contains(
                        "learning.coverage",
                        "learning.playback",
                        "learning.reflection",
                        "learning.event",
                        "points.account",
                        "points.entry",
                        "licences.counted",
                        "licences.sum",
                        "licences.licence");
    }

    @Test
    void a_table_that_a_cluster_would_refuse_is_found() {
        assertThat(misfits(placed("identity.phone", "guardian_id")))
                .containsExactly("the key phone_pkey of identity.phone lacks guardian_id");
        assertThat(misfits(placed("points.hold", "coordinator")))
                .containsExactlyInAnyOrder(
                        "points.hold_word refers to points.hold, which lies elsewhere",
                        "points.hold_decision refers to points.hold, which lies elsewhere");
        assertThat(misfits(placed("points.hold", "division")))
                .contains("the key hold_pkey of points.hold lacks division");
        assertThat(misfits(placed("licences.offer", "everywhere")))
                .containsExactly("licences.wording refers to licences.offer, which lies elsewhere");
        assertThat(misfits(placed("points.account", "nobody")))
                .contains("points.account has no column nobody");
        assertThat(misfits(Placement.all().reversed()))
                .contains("points.hold_word stands above points.hold, to which it refers");
    }

    @Test
    void a_line_says_the_table_the_place_and_why() {
        assertThat(Placement.read("# a word\n\n a.b | everywhere | small \n"))
                .containsExactly(new Placement("a.b", new Where.Everywhere(), "small"));
        assertThatThrownBy(() -> Placement.read("a.b | everywhere"))
                .hasMessageContaining("a.b | everywhere");
        assertThatThrownBy(() -> Placement.read("b | everywhere | small"))
                .hasMessageContaining("b | everywhere | small");
    }

    @Test
    void every_table_lies_where_it_should_and_on_a_plain_server_in_its_database() {
        List<Placement> all = TestDatabase.isCluster(jdbc) ? Placement.all() : List.of();
        assertThat(placed())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().flatMap(DistributionTests::elsewhere).toList());
    }

    /** Where tables lie that are not in this database alone. */
    private List<String> placed() {
        boolean register =
                jdbc.sql("select to_regclass('pg_dist_partition') is not null")
                        .query(Boolean.class)
                        .single();
        return register
                ? jdbc.sql(
                                """
                                select logicalrelid::text || ' '
                                       || case when partmethod = 'h'
                                               then column_to_column_name(logicalrelid, partkey)
                                               else 'everywhere' end
                                from pg_dist_partition p
                                join pg_class c on c.oid = p.logicalrelid
                                where not c.relispartition
                                """)
                        .query(String.class)
                        .list()
                : List.of();
    }

    private static Stream<String> elsewhere(Placement it) {
        return switch (it.where()) {
            case Where.By(String column) -> Stream.of(it.table() + " " + column);
            case Where.Everywhere() -> Stream.of(it.table() + " everywhere");
            case Where.Coordinator() -> Stream.of();
        };
    }

    private static List<Placement> placed(String table, String where) {
        UnaryOperator<Placement> moved =
                it ->
                        it.table().equals(table)
                                ? new Placement(table, Where.named(where), "tried")
                                : it;
        return Placement.all().stream().map(moved).toList();
    }

    /** What a cluster would refuse, in words. */
    private List<String> misfits(List<Placement> all) {
        Map<String, Where> places = all.stream().collect(toMap(Placement::table, Placement::where));
        List<String> order = all.stream().map(Placement::table).toList();
        return Stream.of(
                        all.stream().flatMap(this::columns),
                        keys().stream().flatMap(it -> it.misfit(places)),
                        references().stream().flatMap(it -> it.misfit(places, order)),
                        refused().stream().flatMap(it -> it.misfit(places)))
                .flatMap(it -> it)
                .toList();
    }

    private Stream<String> columns(Placement it) {
        return it.where() instanceof Where.By by && !columnsOf(it.table()).contains(by.column())
                ? Stream.of(it.table() + " has no column " + by.column())
                : Stream.of();
    }

    private Set<String> columnsOf(String table) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select attname from pg_attribute
                                where attrelid = cast(:table as regclass)
                                  and attnum > 0 and not attisdropped
                                """)
                        .param("table", table)
                        .query(String.class)
                        .list());
    }

    /** A primary key, a unique constraint, or a unique index that is none. */
    private record Key(String table, String name, Set<String> columns) {

        Stream<String> misfit(Map<String, Where> places) {
            return places.get(table) instanceof Where.By by && !columns.contains(by.column())
                    ? Stream.of("the key %s of %s lacks %s".formatted(name, table, by.column()))
                    : Stream.of();
        }
    }

    private List<Key> keys() {
        return jdbc.sql(
                        """
                        select cast(cast(i.indrelid as regclass) as text) as of, c.relname,
                               array(select cast(a.attname as text) from pg_attribute a
                                     where a.attrelid = i.indrelid
                                       and a.attnum = any (i.indkey[0 : i.indnkeyatts - 1]))
                        from pg_index i
                        join pg_class c on c.oid = i.indexrelid
                        where i.indisunique
                        """)
                .query((row, _) ->
                        new Key(
                                row.getString(1),
                                row.getString(2),
                                Set.of((String[]) row.getArray(3).getArray())))
                .list();
    }

    /** A foreign key, with the columns by which both tables name the same. */
    private record Reference(String from, String to, Set<String> columns) {

        Stream<String> misfit(Map<String, Where> places, List<String> order) {
            Where place = places.get(from);
            if (place == null) {
                return Stream.of();
            }
            boolean fits =
                    switch (place) {
                        case Where.By(String column) ->
                                places.get(to) instanceof Where.Everywhere
                                        || (place.equals(places.get(to))
                                                && columns.contains(column));
                        case Where.Everywhere(), Where.Coordinator() ->
                                place.equals(places.get(to));
                    };
            if (!fits) {
                return Stream.of("%s refers to %s, which lies elsewhere".formatted(from, to));
            }
            return order.indexOf(from) < order.indexOf(to)
                    ? Stream.of("%s stands above %s, to which it refers".formatted(from, to))
                    : Stream.of();
        }
    }

    private List<Reference> references() {
        return jdbc.sql(
                        """
                        select cast(cast(c.conrelid as regclass) as text),
                               cast(cast(c.confrelid as regclass) as text),
                               array(select cast(a.attname as text)
                                     from unnest(c.conkey, c.confkey) as pair (here, there)
                                     join pg_attribute a
                                       on a.attrelid = c.conrelid and a.attnum = pair.here
                                     join pg_attribute b
                                       on b.attrelid = c.confrelid and b.attnum = pair.there
                                     where a.attname = b.attname)
                        from pg_constraint c
                        where c.contype = 'f'
                        """)
                .query((row, _) ->
                        new Reference(
                                row.getString(1),
                                row.getString(2),
                                Set.of((String[]) row.getArray(3).getArray())))
                .list();
    }

    /** Something that a cluster refuses of a table that is not the coordinator's own. */
    private record Refused(String table, String what) {

        Stream<String> misfit(Map<String, Where> places) {
            Where place = places.get(table);
            return place == null || place instanceof Where.Coordinator
                    ? Stream.of()
                    : Stream.of(table + " has " + what);
        }
    }

    private List<Refused> refused() {
        return jdbc.sql(
                        """
                        select cast(cast(tgrelid as regclass) as text), 'a trigger'
                        from pg_trigger where not tgisinternal
                        union all
                        select cast(cast(conrelid as regclass) as text), 'an exclusion'
                        from pg_constraint where contype = 'x'
                        union all
                        select cast(cast(refobjid as regclass) as text), 'a sequence'
                        from pg_depend d
                        join pg_class s on s.oid = d.objid and s.relkind = 'S'
                        where d.classid = cast('pg_class' as regclass) and d.refobjsubid > 0
                        union all
                        select cast(cast(i.inhrelid as regclass) as text), 'a parent'
                        from pg_inherits i
                        join pg_class c on c.oid = i.inhrelid
                        where c.relkind = 'r' and not c.relispartition
                        """)
                .query((row, _) -> new Refused(row.getString(1), row.getString(2)))
                .list();
    }
}
