package org.jiaxue.licences.benefit;

import java.util.UUID;
import org.jiaxue.web.Ids;

/** The id of an offer. */
public record OfferId(UUID value) {

    public static OfferId next() {
        return new OfferId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
