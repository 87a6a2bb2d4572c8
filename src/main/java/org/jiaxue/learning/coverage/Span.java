package org.jiaxue.learning.coverage;

/** Whole seconds of a lesson that were played: from, inclusive, to, exclusive. */
public record Span(int from, int to) {}
