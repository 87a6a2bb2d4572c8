package org.jiaxue.web;

import java.util.UUID;

/** A member of staff: an officer, teacher, editor or expert. */
public record StaffId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
