package org.jiaxue.schools.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.regions.Organisation;
import org.jiaxue.schools.ParentSchool;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of parent schools; nothing is ever taken back, and a day may be corrected. */
@Repository
class ParentSchoolStore {

    private final JdbcClient jdbc;

    ParentSchoolStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was said of a school's parent school.
     *
     * @param platform null where it was closed
     * @param corrected whether another step put another day in the place of this one's
     */
    record Step(UUID id, @Nullable PlatformKind platform, LocalDate on, boolean corrected) {}

    /**
     * Lets nobody else say anything of a school's parent school until the transaction ends, so that
     * what is said is held against what was said before. It is the first lock of its transactions.
     */
    void lock(UUID organisation) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(
                            hashtext('schools.parent_school'), hashtext(:organisation))
                        """)
                .param("organisation", organisation.toString())
                .query((row, _) -> true)
                .single();
    }

    /**
     * Adds what is said.
     *
     * @param by empty where it follows from the county's list
     * @param corrects the step whose day was wrong, if this one puts another in its place
     */
    void add(
            Organisation school,
            @Nullable PlatformKind platform,
            LocalDate on,
            @Nullable StaffId by,
            Instant at,
            @Nullable UUID corrects) {
        jdbc.sql(
                        """
                        insert into schools.parent_school
                            (step_id, organisation, county, platform, on_day, staff_id, noted_at,
                             corrects)
                        values (:id, :organisation, :county, :platform, :day,
                                cast(:staff as uuid), :at, cast(:corrects as uuid))
                        """)
                .param("id", Ids.next())
                .param("organisation", school.id())
                .param("county", school.county())
                .param("platform", platform == null ? null : platform.slug())
                .param("day", on)
                .param("staff", by == null ? null : by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("corrects", corrects)
                .update();
    }

    /** How each of these stands; one that was never opened is left out. */
    List<ParentSchool> find(Collection<UUID> organisations) {
        return jdbc.sql(
                        """
                        select distinct on (step.organisation)
                               step.organisation, step.platform, step.on_day
                        from schools.parent_school step
                        where step.organisation = any(:organisations) and not exists (
                            select from schools.parent_school later
                            where later.corrects = step.step_id)
                        order by step.organisation, step.on_day desc, step.step_id desc
                        """)
                .param("organisations", organisations.toArray(UUID[]::new))
                .query((row, _) ->
                        new ParentSchool(
                                row.getObject("organisation", UUID.class),
                                platform(row),
                                row.getObject("on_day", LocalDate.class)))
                .list();
    }

    /** Everything that was said of a school's parent school, by day and then as it was said. */
    List<Step> steps(UUID organisation) {
        return jdbc.sql(
                        """
                        select step.step_id, step.platform, step.on_day,
                               exists (
                                   select from schools.parent_school later
                                   where later.corrects = step.step_id) as corrected
                        from schools.parent_school step
                        where step.organisation = :organisation
                        order by step.on_day, step.step_id
                        """)
                .param("organisation", organisation)
                .query((row, _) ->
                        new Step(
                                row.getObject("step_id", UUID.class),
                                platform(row),
                                row.getObject("on_day", LocalDate.class),
                                row.getBoolean("corrected")))
                .list();
    }

    /** Schools of which anything was said, in order of id, those after one and at most so many. */
    List<UUID> told(UUID after, int most) {
        return jdbc.sql(
                        """
                        select distinct organisation from schools.parent_school
                        where organisation > :after order by organisation limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private static @Nullable PlatformKind platform(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("platform"))
                .flatMap(PlatformKind::ofSlug)
                .orElse(null);
    }
}
