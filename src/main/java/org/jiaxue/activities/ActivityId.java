package org.jiaxue.activities;

import java.util.UUID;
import org.jiaxue.web.Ids;

/** An activity that families go to. */
public record ActivityId(UUID value) {

    public static ActivityId next() {
        return new ActivityId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
