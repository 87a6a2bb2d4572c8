package org.jiaxue.web;

/**
 * What one schema keeps of people: which columns, what of it is told to a guardian who asks for
 * everything, and how it goes when they erase their account. Every schema has one bean of this
 * type, in the room that owns it; {@code docs/personal-data.md} shows them all together, and a test
 * finds each column of the database that none of them names.
 */
public interface PersonalData {

    /** Every column of the schema, but numbers of a whole kind, times and truth values. */
    Keeps keeps();

    /**
     * Tells everything that is kept of a guardian, in a transaction that sees one moment and is
     * rolled back. It is called more than once for one archive and must tell the same in the same
     * order.
     */
    default void tell(GuardianId guardian, Teller teller) {}

    /**
     * Removes everything that {@link #keeps} says goes, in a transaction of its own. The guardian's
     * own row is gone by then, so nobody who asked {@code People} in their transaction ({@code
     * mayRecordUntilCommit} or {@code hereUntilCommit}) can write anything after this; everybody
     * who writes about a guardian asks. Called again, it does no harm.
     */
    default void erase(GuardianId guardian) {}
}
