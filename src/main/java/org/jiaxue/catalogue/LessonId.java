package org.jiaxue.catalogue;

import java.util.UUID;

/** A lesson. */
public record LessonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
