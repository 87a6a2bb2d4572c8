package org.jiaxue.points.rules;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.learning.EventKind;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a kind that come from above let another rule of that kind bring: no more than
 * the most generous of them may be made to. Otherwise a rule that is added would shadow theirs, and
 * their bounds with it.
 *
 * @param rules of that kind, none where it has none from above
 * @param sharing those of all kinds that count with it
 */
record KindBounds(List<Rule> rules, List<Rule> sharing) {

    static KindBounds of(Collection<Rule> above, EventKind kind) {
        return new KindBounds(
                above.stream().filter(rule -> rule.kind() == kind).toList(),
                above.stream()
                        .filter(rule -> Crediting.group(rule.kind()).equals(Crediting.group(kind)))
                        .toList());
    }

    /**
     * A rule that is added below, brought back to what is allowed.
     *
     * @param added the points that any added rule may bring
     * @param from what is said to allow it
     */
    Rule allowed(Rule rule, Span added, String field, Bounds bounds, Words from) {
        if (fixed()) {
            bounds.breach(
                    field,
                    "%s规定这一类的规则不能改，也不能加".formatted(from.zh()),
                    "%s lets nobody change or add rules of this kind".formatted(from.en()));
        }
        int most =
                fixed() ? 0 : bounds.within(field + ".points", rule.points(), points(added), from);
        return new Rule(
                rule.name(),
                rule.ref(),
                rule.kind(),
                most,
                rule.category(),
                rule.content() == rule.points() ? most : content(rule, most, field, bounds, from),
                caps(rule, field, bounds, from),
                rule.when(),
                leeway(rule, added, field + ".leeway", bounds, from),
                rule.did(),
                rule.why(),
                rule.mark());
    }

    private int content(Rule rule, int points, String field, Bounds bounds, Words from) {
        int most = sharing.stream().mapToInt(Rule::content).max().orElse(Rule.MOST_POINTS);
        Span allowed = new Span(0, Math.max(points, most));
        return bounds.within(field + ".caps.content", rule.content(), allowed, from);
    }

    /** Its caps; those of the kind where it has none of its own. */
    private Caps caps(Rule rule, String field, Bounds bounds, Words from) {
        Caps caps = rule.caps();
        for (Period period : Period.values()) {
            Integer now = now(period);
            if (now != null) {
                Integer own = rule.caps().of(period);
                Span allowed = new Span(0, most(period));
                String at = field + ".caps." + period.slug();
                caps = caps.with(period, own == null ? now : bounds.within(at, own, allowed, from));
            }
        }
        return caps;
    }

    /** What it leaves to those further down, who are bound by the kind as well. */
    private Leeway leeway(Rule rule, Span added, String field, Bounds bounds, Words from) {
        Leeway own = rule.leeway();
        Span points = own.points();
        if (points != null) {
            Span allowed = new Span(0, points(added).most());
            points = bounds.inside(field + ".points", points, allowed, from);
        }
        Map<Period, Span> caps = new EnumMap<>(Period.class);
        own.caps()
                .forEach((period, span) -> {
                    Span allowed =
                            new Span(0, now(period) == null ? Rule.MOST_POINTS : most(period));
                    String at = field + ".caps." + period.slug();
                    caps.put(period, bounds.inside(at, span, allowed, from));
                });
        return new Leeway(own.fixed(), points, caps);
    }

    private int most(Period period) {
        return rules.stream().mapToInt(rule -> mostOf(rule, period)).max().orElseThrow();
    }

    /** Whether one of them may not be changed at all. */
    private boolean fixed() {
        return rules.stream().anyMatch(rule -> rule.leeway().fixed());
    }

    /** The points that are allowed, of those that any added rule may bring. */
    private Span points(Span added) {
        int most = rules.stream().mapToInt(KindBounds::mostPoints).max().orElse(Rule.MOST_POINTS);
        return new Span(Math.min(added.least(), most), Math.min(added.most(), most));
    }

    private static int mostPoints(Rule rule) {
        Span span = rule.leeway().points();
        return span == null ? rule.points() : span.most();
    }

    private static int mostOf(Rule rule, Period period) {
        Span span = rule.leeway().caps().get(period);
        int now = rule.caps().most().getOrDefault(period, 0);
        return span == null ? now : Math.max(now, span.most());
    }

    /** The cap of the kind as it stands; null where one of its rules has none. */
    private @Nullable Integer now(Period period) {
        Integer most = null;
        for (Rule rule : rules) {
            Integer cap = rule.caps().of(period);
            if (cap == null) {
                return null;
            }
            most = most == null ? cap : Integer.valueOf(Math.max(most, cap));
        }
        return most;
    }
}
