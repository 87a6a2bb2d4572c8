package org.jiaxue.catalogue;

import java.time.LocalDate;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer said of one edition of a lesson.
 *
 * @param by whose name is shown to other staff only
 * @param note what is to be changed, 1 to {@link #MOST_NOTE} characters; none if all is fine
 * @param on the day it was said
 */
public record Review(
        LessonId lesson,
        int edition,
        StaffId by,
        Outcome outcome,
        @Nullable String note,
        LocalDate on) {

    public static final int MOST_NOTE = 1000;

    /** What the reviewer found. */
    public enum Outcome {
        /** It may go to parents as it is. */
        FINE,
        /** Something is to be changed first; the note says what. */
        CHANGES
    }
}
