package org.jiaxue.schools.classes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.schools.ChosenLesson;
import org.jiaxue.schools.ClassId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lessons chosen for classes, in the teacher's order. */
@Repository
class LessonListStore {

    private final JdbcClient jdbc;

    LessonListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ChosenLesson> of(ClassId id) {
        return jdbc.sql(
                        """
                        select lesson_id, week from schools.class_lesson
                        where class_id = :class order by place, lesson_id
                        """)
                .param("class", id.value())
                .query((row, _) ->
                        new ChosenLesson(
                                new LessonId(row.getObject("lesson_id", UUID.class)),
                                row.getObject("week", LocalDate.class)))
                .list();
    }

    /** The lessons that stood on the list before a moment. */
    List<LessonId> before(ClassId id, Instant moment) {
        return jdbc
                .sql(
                        """
                        select lesson_id from schools.class_lesson
                        where class_id = :class and added_at < :moment
                        order by place, lesson_id
                        """)
                .param("class", id.value())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .stream()
                .map(LessonId::new)
                .toList();
    }

    /** Puts a lesson at the list's end; for one that is there already only its week changes. */
    void put(ClassId id, LessonId lesson, @Nullable LocalDate week, Instant at) {
        jdbc.sql(
                        """
                        insert into schools.class_lesson
                            (class_id, lesson_id, place, week, added_at)
                        select :class, :lesson, coalesce(max(place), 0) + 1,
                               cast(:week as date), :at
                        from schools.class_lesson where class_id = :class
                        on conflict (class_id, lesson_id) do update set week = excluded.week
                        """)
                .param("class", id.value())
                .param("lesson", lesson.value())
                .param("week", week)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(ClassId id, LessonId lesson) {
        jdbc.sql(
                        """
                        delete from schools.class_lesson
                        where class_id = :class and lesson_id = :lesson
                        """)
                .param("class", id.value())
                .param("lesson", lesson.value())
                .update();
    }

    /** Lets the lessons stand in this order. */
    void order(ClassId id, List<LessonId> lessons) {
        jdbc.sql(
                        """
                        update schools.class_lesson c set place = u.place
                        from unnest(:lessons::uuid[]) with ordinality as u(lesson_id, place)
                        where c.class_id = :class and c.lesson_id = u.lesson_id
                        """)
                .param("class", id.value())
                .param("lessons", lessons.stream().map(LessonId::value).toArray(UUID[]::new))
                .update();
    }
}
