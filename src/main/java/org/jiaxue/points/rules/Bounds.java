package org.jiaxue.points.rules;

import java.util.function.Consumer;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a rule set wants back to the nearest that the levels above allow.
 *
 * @param breaches is told of each such case
 */
record Bounds(Consumer<Breach> breaches) {

    /** A cap within what is allowed: the span, or without one nothing above the present cap. */
    int cap(String field, int points, @Nullable Integer now, @Nullable Span span, Words from) {
        int most = now == null ? Rule.MOST_POINTS : now;
        return within(field, points, span == null ? new Span(0, most) : span, from);
    }

    int within(String field, int points, Span span, Words from) {
        int nearest = span.nearest(points);
        if (nearest != points) {
            breach(
                    field,
                    "%s规定在 %s 之间，这里是 %d".formatted(from.zh(), span, points),
                    "%s allows %s, this is %d".formatted(from.en(), span, points));
        }
        return nearest;
    }

    Span inside(String field, Span span, @Nullable Span outer, Span without, RuleSet by) {
        return inside(field, span, outer == null ? without : outer, said(by));
    }

    Span inside(String field, Span span, Span bound, Words from) {
        if (bound.holds(span)) {
            return span;
        }
        breach(
                field,
                "%s规定在 %s 之间，这里放宽到了 %s".formatted(from.zh(), bound, span),
                "%s allows %s, this would allow %s".formatted(from.en(), bound, span));
        return new Span(bound.nearest(span.least()), bound.nearest(span.most()));
    }

    static Words said(RuleSet set) {
        return new Words(
                "《%s》第 %d 版".formatted(set.name().zh(), set.version()),
                "“%s”, version %d,".formatted(set.name().en(), set.version()));
    }

    void breach(String field, String zh, String en) {
        breaches.accept(new Breach(field, new Words(zh, en)));
    }
}
