package org.jiaxue.cel;

import org.jiaxue.web.Words;

/**
 * One of the things that a condition asks for, all of which must be.
 *
 * @param label what it is, in plain words
 * @param counts the words for what is counted, without the number asked for; the label where
 *     nothing is counted
 * @param have how much of it is there; 0 or 1 where it is no number
 * @param need how much is asked for
 */
public record Goal(Words label, Words counts, long have, long need, boolean met) {}
