package org.jiaxue.learning;

/** Whole seconds of a lesson that were played: from, inclusive, to, exclusive. */
record Span(int from, int to) {}
