package org.jiaxue.points.rules;

import org.jiaxue.cel.Condition;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set changes of a rule that comes down from above; null where it changes nothing.
 *
 * @param rule the rule's name
 * @param when holds besides the condition from above
 */
public record Change(
        String rule,
        @Nullable Integer points,
        @Nullable Integer content,
        Caps caps,
        @Nullable Condition when,
        @Nullable Words did,
        @Nullable Words why) {

    private static final Words UNSAID = new Words("", "");

    Change silent() {
        return new Change(rule, points, content, caps, when, UNSAID, UNSAID);
    }
}
