package org.jiaxue.activities;

import java.util.UUID;
import org.jiaxue.web.Ids;

/** One time at which an activity is held; the cause of the learning events it brings. */
public record SessionId(UUID value) {

    public static SessionId next() {
        return new SessionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
