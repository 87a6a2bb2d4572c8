package org.jiaxue.learning;

import java.util.UUID;
import org.jiaxue.web.Words;

/**
 * What one rule made of one event.
 *
 * @param points 0 or more; 0 where a cap left nothing
 * @param rule the rule's name, for instance {@code lesson-completed}
 * @param version the rule set's version
 * @param why a sentence that a parent understands
 */
public record Earned(UUID event, int points, String rule, int version, Words why) {}
