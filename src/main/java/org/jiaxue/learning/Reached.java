package org.jiaxue.learning;

import java.util.UUID;
import org.jiaxue.web.Words;

/**
 * A level of a scheme that an event brought.
 *
 * @param news a sentence that a parent understands
 */
public record Reached(UUID event, String scheme, String layer, int level, Words news) {}
