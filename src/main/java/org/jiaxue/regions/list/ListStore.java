package org.jiaxue.regions.list;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.SchoolStage;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ListStore {

    private final JdbcClient jdbc;
    private final Times times;

    ListStore(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /** A list that was taken. */
    record Taken(UUID id, String sha256, int lines, int added, int changed, int missing) {}

    /** What became of a list that was taken. */
    record Last(Instant at, int lines, int added, int changed, int unchanged, int missing) {}

    /** Lists of one county are taken one after the other, until the transaction ends. */
    void lock(String county) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('regions.school_list'), :county)")
                .param("county", Integer.parseInt(county))
                .query((row, _) -> true)
                .single();
    }

    /** Everything that is known of a county's organisations, in order of id. */
    List<Kept> known(String county) {
        return jdbc.sql(
                        """
                        select one.organisation_id, one.kind, one.name, one.name_en, one.stages,
                               one.longitude, one.latitude, one.valid_from, one.valid_to,
                               whole.name as group_name, listed.code
                        from regions.organisation one
                        left join regions.organisation whole
                            on whole.organisation_id = one.part_of
                        left join regions.listed_school listed
                            on listed.organisation_id = one.organisation_id
                        where one.county = :county
                        order by one.organisation_id
                        """)
                .param("county", county)
                .query(ListStore::kept)
                .list();
    }

    void add(String county, Taken list, @Nullable StaffId by) {
        jdbc.sql(
                        """
                        insert into regions.school_list
                            (school_list_id, county, sha256, lines, added, changed, unchanged,
                             missing, taken_at, taken_by)
                        values (:id, :county, :sha256, :lines, :added, :changed, :unchanged,
                                :missing, :at, cast(:by as uuid))
                        """)
                .param("id", list.id())
                .param("county", county)
                .param("sha256", list.sha256())
                .param("lines", list.lines())
                .param("added", list.added())
                .param("changed", list.changed())
                .param("unchanged", list.lines() - list.added() - list.changed())
                .param("missing", list.missing())
                .param("at", times.now().atOffset(ZoneOffset.UTC))
                .param("by", by == null ? null : by.value())
                .update();
    }

    /** The ids of the groups that schools name, made where there is none of the name yet. */
    Map<String, UUID> groups(String county, List<String> names) {
        jdbc.sql(
                        """
                        insert into regions.organisation
                            (organisation_id, kind, name, county, source, source_key, valid_from)
                        select told.id, 'EDUCATION_GROUP', told.name, :county, :source, told.id,
                               :today
                        from unnest(cast(:ids as uuid[]), cast(:names as text[]))
                            as told (id, name)
                        where not exists (
                            select from regions.organisation known
                            where known.county = :county and known.kind = 'EDUCATION_GROUP'
                              and known.name = told.name)
                        """)
                .param("county", county)
                .param("source", source(county))
                .param("today", times.today())
                .param("ids", names.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .param("names", names.toArray(String[]::new))
                .update();
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql(
                        """
                        select organisation_id, name from regions.organisation
                        where county = :county and kind = 'EDUCATION_GROUP'
                        order by organisation_id desc
                        """)
                .param("county", county)
                .query(
                        (RowCallbackHandler)
                                row ->
                                        ids.put(
                                                row.getString("name"),
                                                row.getObject("organisation_id", UUID.class)));
        return ids;
    }

    /** Keeps schools as they are told. */
    void put(String county, List<Kept> schools, Map<String, UUID> groups) {
        jdbc.sql(
                        """
                        insert into regions.organisation as kept
                            (organisation_id, kind, name, name_en, county, part_of, stages,
                             longitude, latitude, source, source_key, valid_from, valid_to)
                        select told.id, told.kind, told.name, told.english, :county, told.part_of,
                               string_to_array(told.stages, ','), told.longitude, told.latitude,
                               :source, told.id, told.opened, told.closed
                        from unnest(
                            cast(:ids as uuid[]), cast(:kinds as text[]), cast(:names as text[]),
                            cast(:english as text[]), cast(:groups as uuid[]),
                            cast(:stages as text[]), cast(:longitudes as numeric[]),
                            cast(:latitudes as numeric[]), cast(:opened as date[]),
                            cast(:closed as date[]))
                            as told (id, kind, name, english, part_of, stages, longitude,
                                     latitude, opened, closed)
                        on conflict (organisation_id) do update
                        set kind = excluded.kind, name = excluded.name,
                            name_en = excluded.name_en, part_of = excluded.part_of,
                            stages = excluded.stages, longitude = excluded.longitude,
                            latitude = excluded.latitude, valid_from = excluded.valid_from,
                            valid_to = excluded.valid_to
                        """)
                .param("county", county)
                .param("source", source(county))
                .param("ids", ids(schools))
                .param("kinds", column(schools, it -> it.kind().name()))
                .param("names", column(schools, Kept::name))
                .param("english", column(schools, Kept::english))
                .param("groups", groups(schools, groups))
                .param("stages", column(schools, ListStore::stages))
                .param("longitudes", column(schools, it -> half(it.place(), true)))
                .param("latitudes", column(schools, it -> half(it.place(), false)))
                .param("opened", column(schools, it -> it.opened().toString()))
                .param("closed", column(schools, it -> day(it.closed())))
                .update();
    }

    /** Keeps under which code a list names schools. */
    void name(String county, List<Kept> schools, UUID list) {
        jdbc.sql(
                        """
                        delete from regions.listed_school
                        where organisation_id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", ids(schools))
                .update();
        jdbc.sql(
                        """
                        insert into regions.listed_school
                            (county, code, organisation_id, school_list_id)
                        select :county, told.code, told.id, :list
                        from unnest(cast(:ids as uuid[]), cast(:codes as text[]))
                            as told (id, code)
                        """)
                .param("county", county)
                .param("list", list)
                .param("ids", ids(schools))
                .param("codes", column(schools, Kept::code))
                .update();
    }

    private static String source(String county) {
        return "list-" + county;
    }

    private static UUID[] ids(List<Kept> schools) {
        return schools.stream().map(Kept::id).toArray(UUID[]::new);
    }

    private static @Nullable UUID[] groups(List<Kept> schools, Map<String, UUID> groups) {
        return schools.stream()
                .map(it -> it.group() == null ? null : groups.get(it.group()))
                .toArray(UUID[]::new);
    }

    private static String stages(Kept kept) {
        return kept.stages().stream().map(SchoolStage::name).collect(Collectors.joining(","));
    }

    private static @Nullable String half(Organisation.@Nullable Place place, boolean longitude) {
        if (place == null) {
            return null;
        }
        return (longitude ? place.longitude() : place.latitude()).toPlainString();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String[] column(
            List<Kept> schools, Function<Kept, @Nullable String> cell) {
        return schools.stream().map(cell).toArray(String[]::new);
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        @Nullable BigDecimal longitude = row.getBigDecimal("longitude");
        @Nullable BigDecimal latitude = row.getBigDecimal("latitude");
        return new Kept(
                row.getObject("organisation_id", UUID.class),
                row.getString("code"),
                Organisation.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("group_name"),
                Arrays.stream((String[]) row.getArray("stages").getArray())
                        .map(SchoolStage::valueOf)
                        .sorted()
                        .toList(),
                longitude == null || latitude == null
                        ? null
                        : new Organisation.Place(longitude, latitude),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    /** The list of a county that was taken last. */
    Optional<Last> last(String county) {
        return jdbc.sql(
                        """
                        select taken_at, lines, added, changed, unchanged, missing
                        from regions.school_list where county = :county
                        order by taken_at desc, school_list_id desc limit 1
                        """)
                .param("county", county)
                .query((row, _) ->
                        new Last(
                                row.getTimestamp("taken_at").toInstant(),
                                row.getInt("lines"),
                                row.getInt("added"),
                                row.getInt("changed"),
                                row.getInt("unchanged"),
                                row.getInt("missing")))
                .optional();
    }
}
