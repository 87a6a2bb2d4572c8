package org.jiaxue.cel;

import org.jiaxue.web.Words;

/**
 * Why a condition cannot be read.
 *
 * @param line within the condition, from 1
 * @param column within the line, from 1
 * @param what is wrong there
 */
public record Fault(int line, int column, Words what) implements Reading {}
