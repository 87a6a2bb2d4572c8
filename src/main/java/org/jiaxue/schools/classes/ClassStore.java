package org.jiaxue.schools.classes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Stage;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.web.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Classes with what their invitation codes are known by. */
@Repository
class ClassStore {

    private final JdbcClient jdbc;

    ClassStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An invitation as it is kept: found by its keyed hash, shown from its seal. */
    record Kept(String hash, String sealed, LocalDate until) {}

    void add(SchoolClass made, Kept invitation, StaffId by, Instant at) {
        jdbc.sql(
                        """
                        insert into schools.school_class
                            (class_id, organisation, name, stage, entry_year, pupils, made_at,
                             made_by, invite_hash, invite_sealed, invite_until)
                        values (:id, :organisation, :name, :stage, :entry, :pupils, :at, :by,
                                :hash, :sealed, :until)
                        """)
                .param("id", made.id().value())
                .param("organisation", made.organisation())
                .param("name", made.name())
                .param("stage", made.stage().slug())
                .param("entry", made.entryYear())
                .param("pupils", made.pupils())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("hash", invitation.hash())
                .param("sealed", invitation.sealed())
                .param("until", invitation.until())
                .update();
    }

    Optional<SchoolClass> find(ClassId id) {
        return jdbc.sql("select * from schools.school_class where class_id = :id")
                .param("id", id.value())
                .query(ClassStore::map)
                .optional();
    }

    /** Keeps others from changing the class, its list or its members until the transaction ends. */
    Optional<SchoolClass> lock(ClassId id) {
        return jdbc.sql("select * from schools.school_class where class_id = :id for update")
                .param("id", id.value())
                .query(ClassStore::map)
                .optional();
    }

    /**
     * The open classes of a school first, then the others; by entry year, latest first, and name.
     */
    List<SchoolClass> of(UUID organisation, int most) {
        return jdbc.sql(
                        """
                        select * from schools.school_class
                        where organisation = :organisation
                        order by closed_on is not null, entry_year desc, name, class_id
                        limit :most
                        """)
                .param("organisation", organisation)
                .param("most", most)
                .query(ClassStore::map)
                .list();
    }

    /**
     * Lets nobody else make a class at a school until the transaction ends, so that the bound
     * holds. It is the first lock of its transactions.
     */
    void lock(UUID organisation) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(
                            hashtext('schools.school_class'), hashtext(:organisation))
                        """)
                .param("organisation", organisation.toString())
                .query((row, _) -> true)
                .single();
    }

    void correct(SchoolClass told) {
        jdbc.sql(
                        """
                        update schools.school_class
                        set name = :name, stage = :stage, entry_year = :entry
                        where class_id = :id
                        """)
                .param("id", told.id().value())
                .param("name", told.name())
                .param("stage", told.stage().slug())
                .param("entry", told.entryYear())
                .update();
    }

    /** How many open classes a school has. */
    int open(UUID organisation) {
        return jdbc.sql(
                        """
                        select count(*) from schools.school_class
                        where organisation = :organisation and closed_on is null
                        """)
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    /** The open class that a code invites to on a day. */
    Optional<SchoolClass> invitedBy(String hash, LocalDate day) {
        return jdbc.sql(
                        """
                        select * from schools.school_class
                        where invite_hash = :hash and invite_until >= :day and closed_on is null
                        """)
                .param("hash", hash)
                .param("day", day)
                .query(ClassStore::map)
                .optional();
    }

    Optional<Kept> invitation(ClassId id) {
        return jdbc.sql(
                        """
                        select invite_hash, invite_sealed, invite_until
                        from schools.school_class where class_id = :id
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new Kept(
                                row.getString("invite_hash"),
                                row.getString("invite_sealed"),
                                row.getObject("invite_until", LocalDate.class)))
                .optional();
    }

    void renew(ClassId id, Kept invitation) {
        jdbc.sql(
                        """
                        update schools.school_class
                        set invite_hash = :hash, invite_sealed = :sealed, invite_until = :until
                        where class_id = :id
                        """)
                .param("id", id.value())
                .param("hash", invitation.hash())
                .param("sealed", invitation.sealed())
                .param("until", invitation.until())
                .update();
    }

    /** Closes the class; false when it was closed before. */
    boolean close(ClassId id, LocalDate on) {
        return jdbc.sql(
                                """
                                update schools.school_class set closed_on = :day
                                where class_id = :id and closed_on is null
                                """)
                        .param("id", id.value())
                        .param("day", on)
                        .update()
                > 0;
    }

    /** Open classes that were not settled as of this Monday, the oldest first. */
    List<ClassId> unsettled(LocalDate monday, int most) {
        return jdbc
                .sql(
                        """
                        select class_id from schools.school_class
                        where closed_on is null and (settled_on is null or settled_on < :monday)
                        order by class_id limit :most
                        """)
                .param("monday", monday)
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(ClassId::new)
                .toList();
    }

    /**
     * Says that the class is settled as of this Monday; false when it is already, or was closed.
     */
    boolean settled(ClassId id, LocalDate monday) {
        return jdbc.sql(
                                """
                                update schools.school_class set settled_on = :monday
                                where class_id = :id and closed_on is null
                                  and (settled_on is null or settled_on < :monday)
                                """)
                        .param("id", id.value())
                        .param("monday", monday)
                        .update()
                > 0;
    }

    private static SchoolClass map(ResultSet row, int number) throws SQLException {
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
