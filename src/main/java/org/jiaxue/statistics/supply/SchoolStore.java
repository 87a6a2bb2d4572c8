package org.jiaxue.statistics.supply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.statistics.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which schools have a parent school, and how many there were when a week was closed. */
@Component
class SchoolStore {

    /** The kind under which all schools of a county are kept; the others are kinds of platforms. */
    static final String ALL = "all";

    private final JdbcClient jdbc;

    SchoolStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What holds of a school from a day on.
     *
     * @param platform null from the day on which it has no parent school
     */
    record Standing(UUID organisation, LocalDate since, String county, @Nullable String platform) {}

    /** Schools of a kind at the end of a week, by the first digits of their county. */
    record Count(String part, LocalDate week, String kind, long schools) {}

    /** Keeps what holds of a school; of two that name one day the one that is told last counts. */
    void keep(Standing standing, LocalDate today) {
        jdbc.sql(
                        """
                        insert into statistics.parent_school
                            (organisation_id, since, county, platform, told_on)
                        values (:organisation, :since, :county, :platform, :today)
                        on conflict (organisation_id, since)
                        do update set county = excluded.county, platform = excluded.platform
                        """)
                .param("organisation", standing.organisation())
                .param("since", standing.since())
                .param("county", standing.county())
                .param("platform", standing.platform())
                .param("today", today)
                .update();
    }

    /** The week of the earliest day on which anything was told. */
    Optional<LocalDate> firstWeek() {
        return jdbc.sql("select min(told_on) from statistics.parent_school")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(day -> Period.weekOf(day).from());
    }

    /** The schools that had a parent school at the end of a day. */
    List<UUID> open(LocalDate day) {
        return jdbc.sql(
                        """
                        select last.organisation_id
                        from (select distinct on (organisation_id) organisation_id, platform
                              from statistics.parent_school where since <= :day
                              order by organisation_id, since desc) last
                        where last.platform is not null
                        """)
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    /**
     * Settles how many schools there were at a week's end.
     *
     * @param existing the schools that may be counted for their parent school, with the county to
     *     count them in: those that are counted there among all, so that no share is past the whole
     */
    void settle(Period week, Map<String, Long> schoolsByCounty, Map<UUID, String> existing) {
        List<String> counties = new ArrayList<>();
        List<Long> schools = new ArrayList<>();
        schoolsByCounty.forEach((county, number) -> {
            counties.add(county);
            schools.add(number);
        });
        List<UUID> open = List.copyOf(existing.keySet());
        jdbc.sql(
                        """
                        insert into statistics.school_count (week, county, kind, schools)
                        select :week, told.county, :all, told.schools
                        from unnest(cast(:counties as text[]), cast(:schools as bigint[]))
                            as told (county, schools)
                        where told.schools > 0
                        union all
                        select :week, open.county, last.platform, count(*)
                        from (select distinct on (organisation_id) organisation_id, platform
                              from statistics.parent_school where since <= :day
                              order by organisation_id, since desc) last
                        join unnest(cast(:open as uuid[]), cast(:places as text[]))
                            as open (organisation_id, county)
                            on open.organisation_id = last.organisation_id
                        where last.platform is not null
                        group by open.county, last.platform
                        """)
                .param("week", week.from())
                .param("day", week.to())
                .param("all", ALL)
                .param("counties", counties.toArray(String[]::new))
                .param("schools", schools.toArray(Long[]::new))
                .param("open", open.toArray(UUID[]::new))
                .param("places", open.stream().map(existing::get).toArray(String[]::new))
                .update();
    }

    /** What was counted in a division at the end of these weeks. */
    List<Count> counts(String division, int digits, List<LocalDate> weeks) {
        return jdbc.sql(
                        """
                        select left(county, :digits) as part, week, kind, sum(schools) as schools
                        from statistics.school_count
                        where county >= :division and county < :beyond
                          and week = any (cast(:weeks as date[]))
                        group by 1, 2, 3
                        """)
                .param("digits", digits)
                .param("division", division)
                .param("beyond", division + "~")
                .param("weeks", weeks.stream().map(LocalDate::toString).toArray(String[]::new))
                .query((row, _) ->
                        new Count(
                                row.getString("part"),
                                row.getObject("week", LocalDate.class),
                                row.getString("kind"),
                                row.getLong("schools")))
                .list();
    }
}
