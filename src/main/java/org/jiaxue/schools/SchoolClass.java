package org.jiaxue.schools;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaxue.identity.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A class of a school.
 *
 * @param organisation the school's id among the organisations
 * @param name at most 20 characters, for instance 三（2）班
 * @param entryYear the year in which its pupils entered the stage
 * @param pupils how many pupils it has, 1 to 60; never changed, since how many guardians are
 *     missing is reckoned from it
 * @param closedOn the first day on which it is no more; empty while it is
 */
public record SchoolClass(
        ClassId id,
        UUID organisation,
        String name,
        Stage stage,
        int entryYear,
        int pupils,
        @Nullable LocalDate closedOn) {

    /** How long a name may be, in characters. */
    public static final int LONGEST_NAME = 20;

    /** How many pupils a class may have. */
    public static final int MOST_PUPILS = 60;

    public boolean open() {
        return closedOn == null;
    }
}
