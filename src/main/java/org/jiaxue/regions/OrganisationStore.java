package org.jiaxue.regions;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OrganisationStore {

    /** How an organisation is known where it came from. */
    record Source(String name, String key) {}

    private final JdbcClient jdbc;
    private final Times times;

    OrganisationStore(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /**
     * Whether this changed anything: the same organisation told again does not, nor does another
     * source change what a county's list tells of a school.
     */
    boolean put(Organisation told, @Nullable UUID partOf, Source source, LocalDate day) {
        Organisation.Place place = told.place();
        return jdbc.sql(
                                """
                                insert into regions.organisation as kept
                                    (organisation_id, kind, name, name_en, county, part_of,
                                     stages, longitude, latitude, source, source_key, valid_from)
                                values (:id, :kind, :name, cast(:english as text), :county,
                                        cast(:partOf as uuid), cast(:stages as text[]),
                                        :longitude, :latitude, :source, :key, :day)
                                on conflict (source, source_key) do update
                                set kind = excluded.kind, name = excluded.name,
                                    name_en = excluded.name_en, county = excluded.county,
                                    part_of = excluded.part_of, stages = excluded.stages,
                                    longitude = excluded.longitude, latitude = excluded.latitude
                                where (kept.kind, kept.name, kept.name_en, kept.county,
                                       kept.part_of, kept.stages, kept.longitude, kept.latitude)
                                    is distinct from
                                      (excluded.kind, excluded.name, excluded.name_en,
                                       excluded.county, excluded.part_of, excluded.stages,
                                       excluded.longitude, excluded.latitude)
                                  and not exists (
                                    select from regions.listed_school listed
                                    where listed.organisation_id = kept.organisation_id)
                                """)
                        .param("id", told.id())
                        .param("kind", told.kind().name())
                        .param("name", told.name())
                        .param("english", told.english())
                        .param("county", told.county())
                        .param("partOf", partOf)
                        .param("stages", stages(told.stages()))
                        .param("longitude", place == null ? null : place.longitude())
                        .param("latitude", place == null ? null : place.latitude())
                        .param("source", source.name())
                        .param("key", source.key())
                        .param("day", day)
                        .update()
                > 0;
    }

    /** Those whose names, Chinese or English, hold each of the words; without words, all. */
    Regions.Found schools(String county, List<String> words, int most) {
        AtomicInteger all = new AtomicInteger();
        List<Organisation> schools =
                jdbc.sql(
                                """
                                select one.organisation_id, one.kind, one.name, one.name_en,
                                       one.county, one.stages, one.longitude, one.latitude,
                                       whole.name as group_name, count(*) over () as found
                                from regions.organisation one
                                left join regions.organisation whole
                                    on whole.organisation_id = one.part_of
                                where one.county = :county and one.kind <> 'EDUCATION_GROUP'
                                  and one.valid_from <= :today
                                  and (one.valid_to is null or one.valid_to > :today)
                                  and not exists (
                                    select from unnest(cast(:words as text[])) word
                                    where strpos(
                                        lower(concat_ws(' ', whole.name, one.name, one.name_en)),
                                        lower(word)) = 0)
                                order by whole.name, one.name, one.organisation_id
                                limit :most
                                """)
                        .param("county", county)
                        .param("today", times.today())
                        .param("words", words.toArray(String[]::new))
                        .param("most", most)
                        .query((row, number) -> {
                            all.set(row.getInt("found"));
                            return organisation(row, number);
                        })
                        .list();
        return new Regions.Found(schools, all.get());
    }

    /**
     * How many schools and kindergartens existed on a day, by the first digits of their county;
     * none stands for zero.
     */
    Map<String, Long> count(String division, int digits, LocalDate on) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(
                        """
                        select left(county, :digits) as code, count(*) as schools
                        from regions.organisation
                        where county >= :division and county < :beyond
                          and kind <> 'EDUCATION_GROUP'
                          and valid_from <= :on and (valid_to is null or valid_to > :on)
                        group by 1
                        """)
                .param("digits", digits)
                .param("division", division)
                .param("beyond", division + "~")
                .param("on", on)
                .query(
                        (RowCallbackHandler)
                                row -> counts.put(row.getString("code"), row.getLong("schools")));
        return counts;
    }

    /** The counties of those of these schools that existed on a day. */
    Map<UUID, String> existing(Collection<UUID> ids, LocalDate on) {
        Map<UUID, String> counties = new HashMap<>();
        jdbc.sql(
                        """
                        select organisation_id, county from regions.organisation
                        where organisation_id = any (:ids) and kind <> 'EDUCATION_GROUP'
                          and valid_from <= :on and (valid_to is null or valid_to > :on)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("on", on)
                .query(
                        (RowCallbackHandler)
                                row ->
                                        counties.put(
                                                row.getObject("organisation_id", UUID.class),
                                                row.getString("county")));
        return counties;
    }

    /** From which day on those of these organisations are no more that had ended on a day. */
    Map<UUID, LocalDate> ended(Collection<UUID> ids, LocalDate on) {
        Map<UUID, LocalDate> ended = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select organisation_id, valid_to from regions.organisation
                        where organisation_id = any (:ids) and valid_to <= :on
                        order by organisation_id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("on", on)
                .query(
                        (RowCallbackHandler)
                                row ->
                                        ended.put(
                                                row.getObject("organisation_id", UUID.class),
                                                row.getObject("valid_to", LocalDate.class)));
        return ended;
    }

    Optional<Organisation> find(UUID id) {
        return jdbc.sql(
                        """
                        select one.organisation_id, one.kind, one.name, one.name_en, one.county,
                               one.stages, one.longitude, one.latitude, whole.name as group_name
                        from regions.organisation one
                        left join regions.organisation whole
                            on whole.organisation_id = one.part_of
                        where one.organisation_id = :id
                        """)
                .param("id", id)
                .query(OrganisationStore::organisation)
                .optional();
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        @Nullable BigDecimal longitude = row.getBigDecimal("longitude");
        @Nullable BigDecimal latitude = row.getBigDecimal("latitude");
        return new Organisation(
                row.getObject("organisation_id", UUID.class),
                Organisation.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("county"),
                row.getString("group_name"),
                stages(row.getArray("stages")),
                longitude == null || latitude == null
                        ? null
                        : new Organisation.Place(longitude, latitude));
    }

    private static Set<SchoolStage> stages(Array told) throws SQLException {
        return Arrays.stream((String[]) told.getArray())
                .map(SchoolStage::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** In the order of the enum, so that equal sets are equal arrays. */
    private static String[] stages(Set<SchoolStage> told) {
        return told.stream().sorted().map(SchoolStage::name).toArray(String[]::new);
    }
}
