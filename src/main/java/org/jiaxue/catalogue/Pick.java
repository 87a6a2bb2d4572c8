package org.jiaxue.catalogue;

/** A lesson that was picked for somebody, and why. */
public record Pick(Lesson lesson, Reason reason) {

    /** Why it was picked. */
    public enum Reason {
        /** The next lesson of a course that was begun. */
        NEXT_IN_COURSE,
        /** It fits a child's age. */
        FITS_AGE,
        /** It is about the stage that a child is in. */
        FITS_STAGE,
        /** Nothing is known of the children; a course begins here. */
        TO_BEGIN_WITH
    }
}
