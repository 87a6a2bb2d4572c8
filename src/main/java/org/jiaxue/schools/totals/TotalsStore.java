package org.jiaxue.schools.totals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
     * Keeps others from changing where these guardians and those of a class are counted, until the
     * transaction ends. Settlings of two classes that share guardians take them in the same order.
     */
    void lock(ClassId id, Collection<GuardianId> members) {
        jdbc.sql(
                        """
                        select guardian_id from schools.counted
                        where class_id = :class or guardian_id = any(:members)
                        order by guardian_id for update
                        """)
                .param("class", id.value())
                .param("members", ids(members))
                .query(UUID.class)
                .list();
    }

    /**
     * Forgets in which class they were counted of those who are in this class no more, and of some
     * who are.
     */
    void release(ClassId id, Collection<GuardianId> withdrawn) {
        jdbc.sql(
                        """
                        update schools.counted c set class_id = null
                        where c.class_id = :class
                          and (c.guardian_id = any(:withdrawn) or not exists (
                                select from schools.member m
                                where m.guardian_id = c.guardian_id and m.class_id = c.class_id))
                        """)
                .param("class", id.value())
                .param("withdrawn", ids(withdrawn))
                .update();
    }

    /** Forgets in which class a guardian was counted. */
    void release(GuardianId guardian) {
        jdbc.sql("update schools.counted set class_id = null where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
    }

    /**
     * Forgets those who are in no class any more and were last counted before a term began, at most
     * so many; answers how many. Whoever joins a class later is counted from that term on, so what
     * counted in another before it counts in no second one.
     */
    int forget(LocalDate term, int most) {
        return jdbc.sql(
                        """
                        delete from schools.counted where guardian_id in (
                            select c.guardian_id from schools.counted c
                            where c.class_id is null and c.last_on < :term
                              and not exists (
                                select from schools.member m where m.guardian_id = c.guardian_id)
                            order by c.guardian_id limit :most for update skip locked)
                        """)
                .param("term", term)
                .param("most", most)
                .update();
    }

    /**
     * Claims guardians for a class's totals. One who was counted in another class is counted in
     * none but that until they left it and a new term began; what they completed until they were
     * last counted there counts there alone. So no guardian and no completion is ever in the
     * figures of two classes.
     *
     * @param members with the moment from which their completions count, where nothing is known
     *     that says later
     * @param term the first day of the Monday's term
     * @return those who are counted in this class, with the moment from which their completions are
     */
    Map<GuardianId, Instant> claim(
            ClassId id,
            Map<GuardianId, Instant> members,
            LocalDate monday,
            LocalDate term,
            ZoneId zone) {
        Map<GuardianId, Instant> since = new HashMap<>();
        List<GuardianId> all = List.copyOf(members.keySet());
        jdbc.sql(
                        """
                        insert into schools.counted as c (guardian_id, class_id, since, last_on)
                        select told.guardian_id, :class, told.since, :monday
                        from unnest(cast(:members as uuid[]), cast(:since as timestamptz[]))
                            as told (guardian_id, since)
                        order by told.guardian_id
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
                .param("members", ids(all))
                .param("since", all.stream().map(it -> text(members, it)).toArray(String[]::new))
                .param("zone", zone.getId())
                .param("term", term)
                .query(row -> {
                    since.put(new GuardianId(row.getObject("guardian_id", UUID.class)), since(row));
                });
        return since;
    }

    private static Instant since(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    private static String text(Map<GuardianId, Instant> members, GuardianId one) {
        return String.valueOf(members.get(one));
    }

    private static UUID[] ids(Collection<GuardianId> guardians) {
        return guardians.stream().map(GuardianId::value).toArray(UUID[]::new);
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
