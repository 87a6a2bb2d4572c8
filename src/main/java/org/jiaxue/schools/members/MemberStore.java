package org.jiaxue.schools.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.identity.Stage;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who joined which class. */
@Repository
class MemberStore {

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a guardian, or only changes the stage for one who is there. */
    void join(GuardianId guardian, ClassId id, Stage stage, Instant at) {
        jdbc.sql(
                        """
                        insert into schools.member as m (guardian_id, class_id, stage, joined_at)
                        values (:guardian, :class, :stage, :at)
                        on conflict (guardian_id, class_id) do update
                        set stage = excluded.stage, left_at = null,
                            joined_at = case when m.left_at is null then m.joined_at
                                             else excluded.joined_at end
                        """)
                .param("guardian", guardian.value())
                .param("class", id.value())
                .param("stage", stage.slug())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Marks that a guardian left; false for one who was not there. */
    boolean leave(GuardianId guardian, ClassId id, Instant at) {
        return jdbc.sql(
                                """
                                update schools.member set left_at = :at
                                where guardian_id = :guardian and class_id = :class
                                  and left_at is null
                                """)
                        .param("guardian", guardian.value())
                        .param("class", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** A guardian's open classes, in the order of joining. */
    List<Membership> of(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select c.class_id, c.organisation, c.name, c.stage, c.entry_year, c.pupils,
                               c.closed_on, m.stage as for_stage
                        from schools.member m
                        join schools.school_class c on c.class_id = m.class_id
                        where m.guardian_id = :guardian and m.left_at is null
                          and c.closed_on is null
                        order by m.joined_at, m.class_id
                        """)
                .param("guardian", guardian.value())
                .query(MemberStore::map)
                .list();
    }

    /** Of each guardian's open classes the one that was joined first; none for who is in none. */
    Map<GuardianId, SchoolClass> first(Collection<GuardianId> guardians) {
        Map<GuardianId, SchoolClass> first = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (m.guardian_id)
                               m.guardian_id, c.class_id, c.organisation, c.name, c.stage,
                               c.entry_year, c.pupils, c.closed_on
                        from schools.member m
                        join schools.school_class c on c.class_id = m.class_id
                        where m.guardian_id = any(:guardians) and m.left_at is null
                          and c.closed_on is null
                        order by m.guardian_id, m.joined_at, m.class_id
                        """)
                .param("guardians", guardians.stream().map(GuardianId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    first.put(
                            new GuardianId(row.getObject("guardian_id", UUID.class)),
                            schoolClass(row));
                });
        return first;
    }

    /** How many are in a class now. */
    int count(ClassId id) {
        return jdbc.sql(
                        """
                        select count(*) from schools.member
                        where class_id = :class and left_at is null
                        """)
                .param("class", id.value())
                .query(Integer.class)
                .single();
    }

    /** Who was in a class at a moment, with when they joined it. */
    Map<GuardianId, Instant> at(ClassId id, Instant moment) {
        Map<GuardianId, Instant> joined = new HashMap<>();
        jdbc.sql(
                        """
                        select guardian_id, joined_at from schools.member
                        where class_id = :class and joined_at < :moment
                          and (left_at is null or left_at >= :moment)
                        """)
                .param("class", id.value())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    joined.put(
                            new GuardianId(row.getObject("guardian_id", UUID.class)),
                            row.getTimestamp("joined_at").toInstant());
                });
        return joined;
    }

    /** Forgets who had left a class before a moment. */
    void forgetLeft(ClassId id, Instant moment) {
        jdbc.sql("delete from schools.member where class_id = :class and left_at < :moment")
                .param("class", id.value())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets everybody of a class. */
    void forget(ClassId id) {
        jdbc.sql("delete from schools.member where class_id = :class")
                .param("class", id.value())
                .update();
    }

    private static Membership map(ResultSet row, int number) throws SQLException {
        return new Membership(
                schoolClass(row), Stage.ofSlug(row.getString("for_stage")).orElseThrow());
    }

    private static SchoolClass schoolClass(ResultSet row) throws SQLException {
        return new SchoolClass(
                new ClassId(row.getObject("class_id", UUID.class)),
                row.getObject("organisation", UUID.class),
                row.getString("name"),
                Stage.ofSlug(row.getString("stage")).orElseThrow(),
                row.getInt("entry_year"),
                row.getInt("pupils"),
                row.getObject("closed_on", LocalDate.class));
    }
}
