package org.jiaxue.learning.reflection;

import java.util.List;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Sender;
import org.springframework.context.ApplicationContext;

/** Judges an answer within the transaction of a test, as a group of one. */
public final class Answering {

    private final Catalogue catalogue;
    private final Reflections reflections;

    public Answering(ApplicationContext house) {
        this.catalogue = house.getBean(Catalogue.class);
        this.reflections = house.getBean(Reflections.class);
    }

    public ReflectionAnswer answer(GuardianId guardian, LessonId lesson, String letter) {
        return reflections.judge(List.of(of(guardian, lesson, letter))).getFirst();
    }

    Answer of(GuardianId guardian, LessonId lesson, String letter) {
        return new Answer(
                guardian,
                catalogue.lesson(lesson).orElseThrow(),
                catalogue.question(lesson).orElseThrow().choice(letter).orElseThrow(),
                Sender.UNKNOWN);
    }
}
