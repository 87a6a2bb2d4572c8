package org.jiaxue.catalogue;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** A lesson. */
public record LessonId(UUID value) {

    private static final UUID NAMES = UUID.fromString("5b0c3d1e-6a53-4f0e-9d35-1f2f8b0a7c11");

    /**
     * The id of the lesson that the library files call by this name: a UUID of version 5, so that
     * every house that reads the same file has the same lesson.
     */
    public static LessonId named(String slug) {
        return new LessonId(UuidCreator.getNameBasedSha1(NAMES, slug));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
