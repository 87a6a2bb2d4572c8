package org.jiaxue.identity.client;

import java.time.Instant;
import java.time.LocalDate;
import org.jiaxue.web.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * A trusted client that was not withdrawn.
 *
 * @param name what it is, as an officer wrote it; 1 to {@value #LONGEST_NAME} characters
 * @param division the code of the division whose guardians it may name
 * @param endsAt when its token ends
 * @param lastOn the last day on which it told anything; null before the first
 * @param beats how many beats it has told, those that were refused included
 */
public record Client(
        ClientId id,
        String name,
        String division,
        Instant madeAt,
        Instant endsAt,
        @Nullable LocalDate lastOn,
        long beats) {

    public static final int LONGEST_NAME = 50;
}
