package org.jiaxue.web;

import java.util.UUID;

/** A program of another platform that may tell what guardians played. */
public record ClientId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
