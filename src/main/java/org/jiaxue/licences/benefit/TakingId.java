package org.jiaxue.licences.benefit;

import java.util.UUID;
import org.jiaxue.web.Ids;

/** The id of something that a guardian took. */
public record TakingId(UUID value) {

    static TakingId next() {
        return new TakingId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
