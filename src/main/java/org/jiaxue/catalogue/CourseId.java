package org.jiaxue.catalogue;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** A course: a sequence of lessons. */
public record CourseId(UUID value) {

    private static final UUID NAMES = UUID.fromString("c27c6a4e-0f0b-4c55-8a36-7b9d2ad9e402");

    /** The id of the course that the library files call by this name, as for a lesson. */
    public static CourseId named(String slug) {
        return new CourseId(UuidCreator.getNameBasedSha1(NAMES, slug));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
