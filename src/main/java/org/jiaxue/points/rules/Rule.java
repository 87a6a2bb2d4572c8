package org.jiaxue.points.rules;

import java.util.Objects;
import org.jiaxue.cel.Condition;
import org.jiaxue.cel.Facts;
import org.jiaxue.learning.EventKind;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of event is worth, where a condition holds.
 *
 * @param name unique within a chain of rule sets
 * @param ref the rule set that says so, and that an entry names
 * @param content the most points that one lesson, course or session brings; a live session and its
 *     replay together
 * @param caps the most points that all events of the kind bring
 * @param when null where it always holds
 * @param did what the guardian did, with {@code {title}}
 * @param why the reason when all is credited, with {@code {points}}
 * @param mark † where a public report says so, ‡ where it is a default; else empty
 */
public record Rule(
        String name,
        Ref ref,
        EventKind kind,
        int points,
        Category category,
        int content,
        Caps caps,
        @Nullable Condition when,
        Leeway leeway,
        Words did,
        Words why,
        String mark) {

    /** A version of a rule set. */
    public record Ref(Owner owner, int version) {

        /** Where no rule held. */
        public static final Ref NONE = new Ref(Owner.NOBODY, 0);
    }

    /** The most points that any rule gives or any cap allows. */
    public static final int MOST_POINTS = 1000;

    private static final Words UNSAID = new Words("", "");

    boolean holds(Facts facts) {
        return when == null || when.holds(facts);
    }

    /** Whether an event is credited alike under both, once it goes by one of them. */
    public boolean paysAs(Rule other) {
        return kind == other.kind
                && points == other.points
                && category == other.category
                && content == other.content
                && caps.equals(other.caps);
    }

    /** Whether it pays alike and holds for the same events. */
    boolean worksAs(Rule other) {
        return paysAs(other) && Objects.equals(when, other.when);
    }

    /** The same without words and without what others may change. */
    Rule silent() {
        return new Rule(
                name,
                ref,
                kind,
                points,
                category,
                content,
                caps,
                when,
                Leeway.NONE,
                UNSAID,
                UNSAID,
                "");
    }
}
