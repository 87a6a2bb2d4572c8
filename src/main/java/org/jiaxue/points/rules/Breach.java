package org.jiaxue.points.rules;

import org.jiaxue.web.Words;

/**
 * Where a rule set goes beyond what the levels above allow, or what should be thought over.
 *
 * @param field its path in the file, for instance {@code changes.lesson.points}
 * @param what is wrong and what would do, without a full stop
 */
public record Breach(String field, Words what) {}
