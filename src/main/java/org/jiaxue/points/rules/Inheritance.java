package org.jiaxue.points.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jiaxue.cel.Condition;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Lays the rule sets of a chain over each other, from the top down. What a lower one wants beyond
 * the bounds from above is brought back to the nearest that they allow; whoever checks a set before
 * it is in force is told of each such case and refuses it. So a bound that is narrowed later holds
 * at once, also for sets that were approved before.
 */
final class Inheritance {

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, RuleSet> bounding = new HashMap<>();
    private final List<RuleSet> above = new ArrayList<>();
    private Caps caps = Caps.NONE;
    private Leeway.OfSet leeway = Leeway.OfSet.NONE;
    private Sentences sentences = Sentences.NONE;
    private final Bounds bounds;

    private Inheritance(Consumer<Breach> breaches) {
        this.bounds = new Bounds(breaches);
    }

    /** What a chain comes to. */
    static Effective resolve(List<RuleSet> chain) {
        if (chain.isEmpty()) {
            return Effective.NONE;
        }
        Inheritance inheritance = new Inheritance(_ -> {});
        chain.forEach(inheritance::lay);
        return new Effective(
                chain,
                List.copyOf(inheritance.rules.values()),
                inheritance.caps,
                inheritance.leeway,
                inheritance.sentences);
    }

    /** Where a set goes beyond what those above it allow. */
    static List<Breach> breaches(List<RuleSet> above, RuleSet set) {
        List<Breach> found = new ArrayList<>();
        Inheritance inheritance = new Inheritance(found::add);
        above.forEach(inheritance::lay);
        found.clear();
        inheritance.lay(set);
        return found;
    }

    private void lay(RuleSet set) {
        set.changes().forEach(change -> lay(change, set));
        addRules(set);
        set.caps().most().forEach((period, points) -> lay(period, points));
        leeway = above.isEmpty() ? set.leeway() : narrowed(set.leeway());
        sentences = set.sentences().over(sentences);
        above.add(set);
    }

    private void lay(Change change, RuleSet set) {
        String field = "changes." + change.rule();
        Rule rule = rules.get(change.rule());
        if (rule == null) {
            bounds.breach(
                    field,
                    "上级没有叫“%s”的规则".formatted(change.rule()),
                    "there is no rule “%s” above".formatted(change.rule()));
        } else if (rule.leeway().fixed()) {
            bounds.breach(
                    field,
                    "%s规定这条不能改".formatted(said(rule).zh()),
                    "%s lets nobody change this rule".formatted(said(rule).en()));
        } else {
            rules.put(change.rule(), changed(rule, change, set, field));
        }
    }

    private Rule changed(Rule rule, Change change, RuleSet set, String field) {
        Caps changed = rule.caps();
        for (Map.Entry<Period, Integer> cap : change.caps().most().entrySet()) {
            Period period = cap.getKey();
            int points =
                    bounds.cap(
                            field + ".caps." + period.slug(),
                            cap.getValue(),
                            rule.caps().of(period),
                            rule.leeway().caps().get(period),
                            said(rule));
            changed = changed.with(period, points);
        }
        int points = points(rule, change, field);
        Leeway leeway = narrowed(rule, change.leeway(), field);
        if (!leeway.equals(rule.leeway())) {
            bounding.put(rule.name(), set);
        }
        return new Rule(
                rule.name(),
                set.ref(),
                rule.kind(),
                points,
                rule.category(),
                content(rule, change, points, field),
                changed,
                both(rule.when(), change.when()),
                leeway,
                change.did() == null ? rule.did() : change.did(),
                change.why() == null ? rule.why() : change.why(),
                rule.mark());
    }

    private int points(Rule rule, Change change, String field) {
        if (change.points() == null || change.points() == rule.points()) {
            return rule.points();
        }
        Span span = rule.leeway().points();
        return bounds.within(
                field + ".points",
                change.points(),
                span == null ? new Span(rule.points(), rule.points()) : span,
                said(rule));
    }

    private int content(Rule rule, Change change, int points, String field) {
        if (change.content() == null) {
            return rule.content() == rule.points() ? points : Math.max(points, rule.content());
        }
        int most = Math.max(points, rule.content());
        return bounds.within(
                field + ".caps.content", change.content(), new Span(0, most), said(rule));
    }

    private void addRules(RuleSet set) {
        List<Rule> fromAbove = List.copyOf(rules.values());
        int added = 0;
        for (Rule rule : set.rules()) {
            String field = "rules." + rule.name();
            if (rules.containsKey(rule.name())) {
                bounds.breach(
                        field,
                        "上级已有叫“%s”的规则；要改它请写在 changes 里".formatted(rule.name()),
                        "a rule “%s” comes from above; to change it, write it under changes"
                                .formatted(rule.name()));
            } else if (above.isEmpty()) {
                add(rule, set);
            } else if (leeway.added() == null || added == leeway.mostAdded()) {
                noRoom(field);
            } else {
                added++;
                KindBounds kind = KindBounds.of(fromAbove, rule.kind());
                add(kind.allowed(rule, leeway.added(), field, bounds, Bounds.said(above())), set);
            }
        }
    }

    private void add(Rule rule, RuleSet set) {
        rules.put(rule.name(), rule);
        bounding.put(rule.name(), set);
    }

    private void noRoom(String field) {
        Words from = Bounds.said(above());
        if (leeway.added() == null) {
            bounds.breach(
                    field,
                    "%s没有允许下级增加规则".formatted(from.zh()),
                    "%s lets no rules be added".formatted(from.en()));
        } else {
            bounds.breach(
                    field,
                    "%s允许下级最多增加 %d 条规则".formatted(from.zh(), leeway.mostAdded()),
                    "%s lets at most %d rules be added".formatted(from.en(), leeway.mostAdded()));
        }
    }

    private void lay(Period period, int points) {
        caps =
                above.isEmpty()
                        ? caps.with(period, points)
                        : caps.with(
                                period,
                                bounds.cap(
                                        "caps." + period.slug(),
                                        points,
                                        caps.of(period),
                                        leeway.caps().get(period),
                                        Bounds.said(above())));
    }

    /** The leeway for those further down: what this set gives, within what it was given. */
    private Leeway.OfSet narrowed(Leeway.OfSet own) {
        Map<Period, Span> spans = new EnumMap<>(Period.class);
        spans.putAll(leeway.caps());
        own.caps()
                .forEach((period, span) -> {
                    Span outer = leeway.caps().get(period);
                    int most = caps.most().getOrDefault(period, Rule.MOST_POINTS);
                    spans.put(
                            period,
                            bounds.inside(
                                    "leeway.caps." + period.slug(),
                                    span,
                                    outer,
                                    new Span(0, most),
                                    above()));
                });
        if (own.added() == null) {
            return new Leeway.OfSet(spans, leeway.added(), leeway.mostAdded());
        }
        Span added =
                bounds.inside(
                        "leeway.rules.points",
                        own.added(),
                        leeway.added(),
                        new Span(0, 0),
                        above());
        return new Leeway.OfSet(spans, added, Math.min(own.mostAdded(), leeway.mostAdded()));
    }

    /** The leeway of a rule for those further down, no wider than it came from above. */
    private Leeway narrowed(Rule rule, Leeway own, String field) {
        Leeway outer = rule.leeway();
        RuleSet by = bounding.getOrDefault(rule.name(), above());
        Map<Period, Span> caps = new EnumMap<>(Period.class);
        caps.putAll(outer.caps());
        own.caps()
                .forEach((period, span) -> {
                    Integer now = rule.caps().of(period);
                    Span without = new Span(0, now == null ? Rule.MOST_POINTS : now);
                    caps.put(
                            period,
                            bounds.inside(
                                    field + ".leeway.caps." + period.slug(),
                                    span,
                                    outer.caps().get(period),
                                    without,
                                    by));
                });
        Span points = outer.points();
        if (own.points() != null) {
            Span fixed = new Span(rule.points(), rule.points());
            points = bounds.inside(field + ".leeway.points", own.points(), points, fixed, by);
        }
        return new Leeway(outer.fixed() || own.fixed(), points, caps);
    }

    private RuleSet above() {
        return above.getLast();
    }

    private Words said(Rule rule) {
        return Bounds.said(bounding.getOrDefault(rule.name(), above()));
    }

    static @Nullable Condition both(@Nullable Condition one, @Nullable Condition other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.and(other);
    }
}
