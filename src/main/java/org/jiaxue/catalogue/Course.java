package org.jiaxue.catalogue;

import java.util.List;
import java.util.Optional;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;

/** A course and its lessons in order. */
public record Course(
        CourseId id,
        String slug,
        Words title,
        Words summary,
        Stage stage,
        Optional<Ages> ages,
        List<LessonId> lessons) {}
