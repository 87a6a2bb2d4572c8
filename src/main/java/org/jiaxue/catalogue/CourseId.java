package org.jiaxue.catalogue;

import java.util.UUID;

/** A course: a sequence of lessons. */
public record CourseId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
