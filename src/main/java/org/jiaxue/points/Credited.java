package org.jiaxue.points;

import java.util.UUID;
import org.jiaxue.learning.LearningEvent;

/**
 * An entry that was written for an event.
 *
 * @param points what was credited, after caps
 */
public record Credited(UUID entry, LearningEvent event, int points) {}
