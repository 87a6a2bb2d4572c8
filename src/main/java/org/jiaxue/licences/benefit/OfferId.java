package org.jiaxue.licences.benefit;

import java.util.Optional;
import java.util.UUID;
import org.jiaxue.web.Ids;

/** The id of an offer. */
public record OfferId(UUID value) {

    public static OfferId next() {
        return new OfferId(Ids.next());
    }

    /** Reads an id as pages write it; empty for anything else. */
    public static Optional<OfferId> read(String text) {
        return Ids.parse(text).map(OfferId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
