package org.jiaxue.catalogue.library;

import java.util.List;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A course as its file says it.
 *
 * @param lessons the lessons' slugs in order
 * @param hash of the file
 */
record CourseDraft(
        String slug,
        Stage stage,
        @Nullable Ages ages,
        Words title,
        Words summary,
        List<String> lessons,
        String hash) {}
