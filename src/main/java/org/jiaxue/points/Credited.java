package org.jiaxue.points;

import java.util.UUID;
import org.jiaxue.learning.LearningEvent;

/**
 * An entry that was written for an event: the first one, or a correction of it.
 *
 * @param points what was credited, after caps; negative only in a correction
 * @param category what they are for, for instance {@code lesson}
 */
public record Credited(UUID entry, LearningEvent event, int points, String category) {}
