package org.jiaxue.schools.classes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.identity.Teaching;
import org.jiaxue.schools.ClassId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who teaches which class. */
@Repository
class TeacherStore {

    private final JdbcClient jdbc;

    TeacherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ClassId id, StaffId teacher, Instant at) {
        jdbc.sql(
                        """
                        insert into schools.class_teacher (class_id, staff_id, since)
                        values (:class, :staff, :at)
                        on conflict do nothing
                        """)
                .param("class", id.value())
                .param("staff", teacher.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(ClassId id, StaffId teacher) {
        jdbc.sql(
                        """
                        delete from schools.class_teacher
                        where class_id = :class and staff_id = :staff
                        """)
                .param("class", id.value())
                .param("staff", teacher.value())
                .update();
    }

    /** The class's teachers, in the order in which they came. */
    List<StaffId> of(ClassId id) {
        return jdbc
                .sql(
                        """
                        select staff_id from schools.class_teacher
                        where class_id = :class order by since, staff_id
                        """)
                .param("class", id.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(StaffId::new)
                .toList();
    }

    /** The classes of a school that somebody teaches. */
    Set<ClassId> taughtBy(StaffId teacher, UUID organisation) {
        return jdbc
                .sql(
                        """
                        select t.class_id from schools.class_teacher t
                        join schools.school_class c on c.class_id = t.class_id
                        where t.staff_id = :staff and c.organisation = :organisation
                        """)
                .param("staff", teacher.value())
                .param("organisation", organisation)
                .query(UUID.class)
                .list()
                .stream()
                .map(ClassId::new)
                .collect(Collectors.toSet());
    }

    /** The open classes that somebody teaches, in order of school and name. */
    List<Teaching.Taught> taughtBy(StaffId teacher) {
        return jdbc.sql(
                        """
                        select c.class_id, c.organisation, c.name from schools.class_teacher t
                        join schools.school_class c on c.class_id = t.class_id
                        where t.staff_id = :staff and c.closed_on is null
                        order by c.organisation, c.name, c.class_id
                        """)
                .param("staff", teacher.value())
                .query((row, _) ->
                        new Teaching.Taught(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                new Words(row.getString(3), row.getString(3))))
                .list();
    }
}
