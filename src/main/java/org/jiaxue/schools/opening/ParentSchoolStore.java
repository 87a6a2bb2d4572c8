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

/** What was said of parent schools; nothing is ever taken back. */
@Repository
class ParentSchoolStore {

    private final JdbcClient jdbc;

    ParentSchoolStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            Organisation school,
            @Nullable PlatformKind platform,
            LocalDate on,
            StaffId by,
            Instant at) {
        jdbc.sql(
                        """
                        insert into schools.parent_school
                            (step_id, organisation, county, platform, on_day, staff_id, noted_at)
                        values (:id, :organisation, :county, :platform, :day, :staff, :at)
                        """)
                .param("id", Ids.next())
                .param("organisation", school.id())
                .param("county", school.county())
                .param("platform", platform == null ? null : platform.slug())
                .param("day", on)
                .param("staff", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How each of these stands; one that was never opened is left out. */
    List<ParentSchool> find(Collection<UUID> organisations) {
        return jdbc.sql(
                        """
                        select distinct on (organisation) organisation, platform, on_day
                        from schools.parent_school
                        where organisation = any(:organisations)
                        order by organisation, on_day desc, step_id desc
                        """)
                .param("organisations", organisations.toArray(UUID[]::new))
                .query(ParentSchoolStore::map)
                .list();
    }

    private static ParentSchool map(ResultSet row, int number) throws SQLException {
        @Nullable String platform = row.getString("platform");
        return new ParentSchool(
                row.getObject("organisation", UUID.class),
                Optional.ofNullable(platform).flatMap(PlatformKind::ofSlug).orElse(null),
                row.getObject("on_day", LocalDate.class));
    }
}
