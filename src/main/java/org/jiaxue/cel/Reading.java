package org.jiaxue.cel;

/** What came of reading a condition. */
public sealed interface Reading permits Condition, Fault {}
