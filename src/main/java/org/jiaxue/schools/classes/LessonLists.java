package org.jiaxue.schools.classes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.schools.ChosenLesson;
import org.jiaxue.schools.ClassId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lessons that teachers choose for their classes. */
@Component
public class LessonLists {

    /** How many lessons a class's list holds. */
    public static final int MOST_LESSONS = 30;

    private final LessonListStore store;
    private final ClassStore classes;
    private final Times times;

    LessonLists(LessonListStore store, ClassStore classes, Times times) {
        this.store = store;
        this.classes = classes;
        this.times = times;
    }

    /** The list of a class in the teacher's order. */
    public List<ChosenLesson> of(ClassId id) {
        return store.of(id);
    }

    /** The lessons that stood on the list before a moment. */
    public List<LessonId> before(ClassId id, Instant moment) {
        return store.before(id, moment);
    }

    /**
     * Puts a lesson at the list's end, or gives one that is on it another week.
     *
     * @param week a Monday, or none
     * @return false when the list is full
     */
    @Transactional
    public boolean choose(ClassId id, LessonId lesson, @Nullable LocalDate week) {
        classes.lock(id);
        List<ChosenLesson> now = store.of(id);
        boolean there = now.stream().anyMatch(it -> it.lesson().equals(lesson));
        if (!there && now.size() >= MOST_LESSONS) {
            return false;
        }
        store.put(id, lesson, week, times.now());
        return true;
    }

    @Transactional
    public void remove(ClassId id, LessonId lesson) {
        classes.lock(id);
        store.remove(id, lesson);
    }

    /** Lets a lesson change places with the one before it; the first stays where it is. */
    @Transactional
    public void raise(ClassId id, LessonId lesson) {
        classes.lock(id);
        List<LessonId> order =
                new ArrayList<>(store.of(id).stream().map(ChosenLesson::lesson).toList());
        int at = order.indexOf(lesson);
        if (at > 0) {
            Collections.swap(order, at, at - 1);
            store.order(id, order);
        }
    }
}
