package org.jiaxue.schools;

import java.time.LocalDate;
import org.jiaxue.catalogue.LessonId;
import org.jspecify.annotations.Nullable;

/**
 * A lesson that a teacher chose for a class.
 *
 * @param week the Monday of the week it is meant for, if any
 */
public record ChosenLesson(LessonId lesson, @Nullable LocalDate week) {}
