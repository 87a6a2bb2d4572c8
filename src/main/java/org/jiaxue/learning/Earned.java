package org.jiaxue.learning;

import java.util.UUID;
import org.jiaxue.web.Words;

/**
 * What one rule made of one event.
 *
 * @param points 0 or more; 0 where a cap left nothing, and where it is held
 * @param rule the rule's name, for instance {@code lesson-completed}
 * @param version the rule set's version
 * @param why a sentence that a parent understands
 * @param held how many points wait for a person, in no balance until then; 0 for most
 */
public record Earned(UUID event, int points, String rule, int version, Words why, int held) {

    /** Of which nothing is held. */
    public Earned(UUID event, int points, String rule, int version, Words why) {
        this(event, points, rule, version, why, 0);
    }
}
