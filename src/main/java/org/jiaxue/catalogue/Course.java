package org.jiaxue.catalogue;

import java.util.List;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** A course and its lessons in order. */
public record Course(
        CourseId id,
        String slug,
        Words title,
        Words summary,
        Stage stage,
        @Nullable Ages ages,
        List<LessonId> lessons) {}
