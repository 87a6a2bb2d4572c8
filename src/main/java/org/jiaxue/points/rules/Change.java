package org.jiaxue.points.rules;

import org.jiaxue.cel.Condition;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set changes of a rule that comes down from above; null where it changes nothing.
 *
 * @param rule the rule's name
 * @param when holds besides the condition from above
 * @param leeway what the levels below may still change, within what the level above lets
 */
public record Change(
        String rule,
        @Nullable Integer points,
        @Nullable Integer content,
        Caps caps,
        @Nullable Condition when,
        Leeway leeway,
        @Nullable Words did,
        @Nullable Words why) {

    private static final Words UNSAID = new Words("", "");

    /** Whether it changes anything for guardians, and not only what the levels below may do. */
    public boolean forGuardians() {
        return points != null
                || content != null
                || !caps.equals(Caps.NONE)
                || when != null
                || did != null
                || why != null;
    }

    Change silent() {
        return new Change(rule, points, content, caps, when, Leeway.NONE, UNSAID, UNSAID);
    }
}
