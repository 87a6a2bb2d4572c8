package org.jiaxue.regions;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
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

    /** Whether this changed anything: the same organisation told again does not. */
    boolean put(Organisation told, @Nullable UUID partOf, Source source, LocalDate day) {
        Organisation.Place place = told.place();
        return jdbc.sql(
                                """
                                insert into regions.organisation as kept
                                    (organisation_id, kind, name, county, part_of, longitude,
                                     latitude, source, source_key, valid_from)
                                values (:id, :kind, :name, :county, cast(:partOf as uuid),
                                        :longitude, :latitude, :source, :key, :day)
                                on conflict (source, source_key) do update
                                set kind = excluded.kind, name = excluded.name,
                                    county = excluded.county, part_of = excluded.part_of,
                                    longitude = excluded.longitude, latitude = excluded.latitude
                                where (kept.kind, kept.name, kept.county, kept.part_of,
                                       kept.longitude, kept.latitude)
                                    is distinct from
                                      (excluded.kind, excluded.name, excluded.county,
                                       excluded.part_of, excluded.longitude, excluded.latitude)
                                """)
                        .param("id", told.id())
                        .param("kind", told.kind().name())
                        .param("name", told.name())
                        .param("county", told.county())
                        .param("partOf", partOf)
                        .param("longitude", place == null ? null : place.longitude())
                        .param("latitude", place == null ? null : place.latitude())
                        .param("source", source.name())
                        .param("key", source.key())
                        .param("day", day)
                        .update()
                > 0;
    }

    List<Organisation> schools(String county) {
        return jdbc.sql(
                        """
                        select one.organisation_id, one.kind, one.name, one.county, one.longitude,
                               one.latitude, whole.name as group_name
                        from regions.organisation one
                        left join regions.organisation whole
                            on whole.organisation_id = one.part_of
                        where one.county = :county and one.kind in ('SCHOOL', 'KINDERGARTEN')
                          and one.valid_from <= :today
                          and (one.valid_to is null or one.valid_to > :today)
                        order by whole.name, one.name, one.organisation_id
                        limit 2000
                        """)
                .param("county", county)
                .param("today", times.today())
                .query(OrganisationStore::organisation)
                .list();
    }

    /** Schools and kindergartens that existed on a day, by the first digits of their county. */
    SortedMap<String, Long> count(String division, int digits, LocalDate on) {
        SortedMap<String, Long> counts = new TreeMap<>();
        jdbc.sql(
                        """
                        select left(county, :digits) as part, count(*) as schools
                        from regions.organisation
                        where county >= :division and county < :beyond
                          and kind in ('SCHOOL', 'KINDERGARTEN')
                          and valid_from <= :day and (valid_to is null or valid_to > :day)
                        group by 1
                        """)
                .param("digits", digits)
                .param("division", division)
                .param("beyond", division + "~")
                .param("day", on)
                .query(row -> {
                    counts.put(row.getString("part"), row.getLong("schools"));
                });
        return counts;
    }

    Optional<Organisation> find(UUID id) {
        return jdbc.sql(
                        """
                        select one.organisation_id, one.kind, one.name, one.county, one.longitude,
                               one.latitude, whole.name as group_name
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
                row.getString("county"),
                row.getString("group_name"),
                longitude == null || latitude == null
                        ? null
                        : new Organisation.Place(longitude, latitude));
    }
}
