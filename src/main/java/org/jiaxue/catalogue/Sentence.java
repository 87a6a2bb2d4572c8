package org.jiaxue.catalogue;

import org.jiaxue.web.Words;

/**
 * A sentence of a lesson's text on the lesson's timeline.
 *
 * @param at the second at which it begins
 * @param until the second at which the next one begins, or the lesson's end
 */
public record Sentence(int at, int until, Words words) {}
