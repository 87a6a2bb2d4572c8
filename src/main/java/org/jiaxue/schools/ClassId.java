package org.jiaxue.schools;

import java.util.UUID;
import org.jiaxue.web.Ids;

/** A class of a school. */
public record ClassId(UUID value) {

    /** A new one. */
    public static ClassId next() {
        return new ClassId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
