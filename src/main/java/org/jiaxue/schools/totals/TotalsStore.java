package org.jiaxue.schools.totals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.schools.ClassId;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures of classes, and in which one class each guardian is counted. */
@Repository
class TotalsStore {

    private final JdbcClient jdbc;

    TotalsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims guardians for a class's totals. One who is counted in another class stays there until
     * they left it and a new term began; what they completed until they were last counted there
     * counts there alone. So no guardian and no completion is ever in the figures of two classes.
     *
     * @param term the first day of the Monday's term
     * @return those who are counted in this class, with the moment from which their completions are
     */
    Map<GuardianId, Instant> claim(
            ClassId id,
            Collection<GuardianId> members,
            LocalDate monday,
            LocalDate term,
            ZoneId zone) {
        Map<GuardianId, Instant> since = new HashMap<>();
        jdbc.sql(
                        """
                        insert into schools.counted as c (guardian_id, class_id, last_on)
                        select u.guardian_id, :class, :monday
                        from unnest(:members::uuid[]) as u(guardian_id)
                        order by u.guardian_id
                        on conflict (guardian_id) do update
                        set class_id = excluded.class_id,
                            last_on = excluded.last_on,
                            since = case
                                when c.class_id = excluded.class_id then c.since
                                else cast(c.last_on as timestamp) at time zone :zone end
                        where c.class_id = excluded.class_id
                           or (c.last_on < :term and not exists (
                                select 1 from schools.member m
                                where m.guardian_id = c.guardian_id
                                  and m.class_id = c.class_id and m.left_at is null))
                        returning c.guardian_id, c.since
                        """)
                .param("class", id.value())
                .param("monday", monday)
                .param("members", members.stream().map(GuardianId::value).toArray(UUID[]::new))
                .param("zone", zone.getId())
                .param("term", term)
                .query(row -> {
                    since.put(
                            new GuardianId(row.getObject("guardian_id", UUID.class)),
                            Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)
                                    .orElse(Instant.EPOCH));
                });
        return since;
    }

    /** A class's figures by what they are about. */
    Map<UUID, Figure> of(ClassId id) {
        Map<UUID, Figure> figures = new HashMap<>();
        jdbc.sql(
                        """
                        select about, shown, missing, as_of from schools.figure
                        where class_id = :class
                        """)
                .param("class", id.value())
                .query(row -> {
                    figures.put(
                            row.getObject("about", UUID.class),
                            new Figure(
                                    row.getInt("shown"),
                                    row.getInt("missing"),
                                    row.getObject("as_of", LocalDate.class)));
                });
        return figures;
    }

    void put(ClassId id, UUID about, Figure figure) {
        jdbc.sql(
                        """
                        insert into schools.figure (class_id, about, shown, missing, as_of)
                        values (:class, :about, :shown, :missing, :day)
                        on conflict (class_id, about) do update
                        set shown = excluded.shown, missing = excluded.missing,
                            as_of = excluded.as_of
                        """)
                .param("class", id.value())
                .param("about", about)
                .param("shown", figure.shown())
                .param("missing", figure.missing())
                .param("day", figure.asOf())
                .update();
    }
}
