package org.jiaxue.regions;

import java.util.List;

/**
 * What a list of schools would change, or has changed. With a single fault nothing is taken.
 *
 * @param lines how many schools the list names
 * @param added schools that were not known
 * @param changed schools of which it tells something else than was known
 * @param unchanged how many schools are as they were
 * @param missing schools that the county's last list named and this one does not; they stay as they
 *     are until a list says when they closed
 * @param faults what is wrong, in the order of the file; at most {@value #MOST_FAULTS}
 * @param moreFaults how many more there are
 * @param unread headings of columns that are not read
 * @param state what the list was compared with, as a hash
 */
public record SchoolListReport(
        int lines,
        List<Named> added,
        List<Changed> changed,
        int unchanged,
        List<Named> missing,
        List<Fault> faults,
        int moreFaults,
        List<String> unread,
        String state) {

    /** So many faults are told one by one. */
    public static final int MOST_FAULTS = 500;

    /** A school by its code and name, and its row; 0 where it has none. */
    public record Named(int row, String code, String name) {}

    /**
     * A school of which something changes.
     *
     * @param adopted whether it was known from elsewhere, or under another code, by its full name
     */
    public record Changed(Named school, boolean adopted, List<Field> fields) {}

    /**
     * One thing that changes.
     *
     * @param column what it is, for instance {@code name}; its words are under {@link #key()}
     * @param before empty where nothing was known
     */
    public record Field(String column, String before, String after) {

        public String key() {
            return "regions.list.column." + column;
        }
    }

    /**
     * What is wrong at a place of the file.
     *
     * @param row the row's number as a spreadsheet shows it
     * @param column the column's heading as it stands in the file
     * @param key the message's key
     * @param args the message's arguments
     */
    public record Fault(int row, String column, String key, List<Object> args) {}

    /** Whether the list can be taken. */
    public boolean good() {
        return faults.isEmpty();
    }
}
