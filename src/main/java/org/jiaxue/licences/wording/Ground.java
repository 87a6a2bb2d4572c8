package org.jiaxue.licences.wording;

import java.util.Locale;

/** Why an expression is refused in the words of an offer; each has a sentence of its own. */
public enum Ground {
    /** A place at a school or kindergarten. */
    ADMISSION,
    /** Which class, teacher or seat a pupil gets. */
    PLACEMENT,
    /** A pupil's award, mark or assessment. */
    PUPIL,
    /** A teacher's appraisal. */
    TEACHER,
    /** Money in any direction. */
    PAYMENT,
    /** Somebody's trade. */
    ADVERTISING,
    /** Lessons and courses, which are open to everybody. */
    LEARNING;

    /** Its name in the file of expressions and in keys. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
