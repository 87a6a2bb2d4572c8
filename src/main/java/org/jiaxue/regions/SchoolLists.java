package org.jiaxue.regions;

import org.jiaxue.regions.list.Listing;
import org.jiaxue.web.Refusal;
import org.springframework.stereotype.Component;

/**
 * The door to the lists by which counties keep their schools: a CSV file in UTF-8 or an XLSX
 * workbook with a heading row, one school a row, at most 4 MiB and 5,000 schools. A list is taken
 * whole or not at all.
 */
@Component
public class SchoolLists {

    private final Listing listing;

    SchoolLists(Listing listing) {
        this.listing = listing;
    }

    /**
     * What a list would change; changes nothing.
     *
     * @throws Refusal when the file as a whole cannot be read or is past a bound, or no such county
     *     is known
     */
    public SchoolListReport look(byte[] file, String county) {
        return listing.look(file, county);
    }

    /**
     * Takes a list for the operator. With a fault in it nothing is taken, and the report names
     * each.
     *
     * @throws Refusal when the file as a whole cannot be read or is past a bound, or no such county
     *     is known
     */
    public SchoolListReport take(byte[] file, String county) {
        return listing.take(file, county);
    }
}
