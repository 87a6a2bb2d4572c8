package org.jiaxue.catalogue;

/** What became of a review that was sent in. */
public sealed interface Reviewing {

    /** It is written down and stands as the edition's last. */
    record Recorded() implements Reviewing {}

    /** The same reviewer's last word on this edition says just that; nothing was added. */
    record Already() implements Reviewing {}

    /** The lesson has changed since it was read; the review would speak of something else. */
    record ChangedMeanwhile() implements Reviewing {}

    /** There is no such lesson. */
    record NoSuchLesson() implements Reviewing {}
}
