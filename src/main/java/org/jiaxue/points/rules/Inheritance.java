package org.jiaxue.points.rules;

import java.util.ArrayList;
import java.util.EnumMap;
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
    private final List<RuleSet> above = new ArrayList<>();
    private Caps caps = Caps.NONE;
    private Leeway.OfSet leeway = Leeway.OfSet.NONE;
    private Sentences sentences = Sentences.NONE;
    private Consumer<Breach> breaches = _ -> {};

    private Inheritance() {}

    /** What a chain comes to. */
    static Effective resolve(List<RuleSet> chain) {
        if (chain.isEmpty()) {
            return Effective.NONE;
        }
        Inheritance inheritance = new Inheritance();
        chain.forEach(inheritance::lay);
        return new Effective(
                chain,
                List.copyOf(inheritance.rules.values()),
                inheritance.caps,
                inheritance.sentences);
    }

    /** Where a set goes beyond what those above it allow. */
    static List<Breach> breaches(List<RuleSet> above, RuleSet set) {
        Inheritance inheritance = new Inheritance();
        above.forEach(inheritance::lay);
        List<Breach> found = new ArrayList<>();
        inheritance.breaches = found::add;
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
            breach(
                    field,
                    "上级没有叫“%s”的规则".formatted(change.rule()),
                    "there is no rule “%s” above".formatted(change.rule()));
        } else if (rule.leeway().fixed()) {
            breach(
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
                    cap(
                            field + ".caps." + period.slug(),
                            cap.getValue(),
                            rule.caps().of(period),
                            rule.leeway().caps().get(period),
                            said(rule));
            changed = changed.with(period, points);
        }
        int points = points(rule, change, field);
        return new Rule(
                rule.name(),
                set.ref(),
                rule.kind(),
                points,
                rule.category(),
                content(rule, change, points, field),
                changed,
                both(rule.when(), change.when()),
                rule.leeway(),
                change.did() == null ? rule.did() : change.did(),
                change.why() == null ? rule.why() : change.why());
    }

    private int points(Rule rule, Change change, String field) {
        if (change.points() == null || change.points() == rule.points()) {
            return rule.points();
        }
        Span span = rule.leeway().points();
        return within(
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
        return within(field + ".caps.content", change.content(), new Span(0, most), said(rule));
    }

    private void addRules(RuleSet set) {
        int added = 0;
        for (Rule rule : set.rules()) {
            String field = "rules." + rule.name();
            if (rules.containsKey(rule.name())) {
                breach(
                        field,
                        "上级已有叫“%s”的规则；要改它请写在 changes 里".formatted(rule.name()),
                        "a rule “%s” comes from above; to change it, write it under changes"
                                .formatted(rule.name()));
            } else if (above.isEmpty()) {
                rules.put(rule.name(), rule);
            } else if (leeway.added() == null || added == leeway.mostAdded()) {
                noRoom(field);
            } else {
                added++;
                int points =
                        within(field + ".points", rule.points(), leeway.added(), said(above()));
                rules.put(rule.name(), withPoints(rule, points));
            }
        }
    }

    private void noRoom(String field) {
        Words from = said(above());
        if (leeway.added() == null) {
            breach(
                    field,
                    "%s没有允许下级增加规则".formatted(from.zh()),
                    "%s lets no rules be added".formatted(from.en()));
        } else {
            breach(
                    field,
                    "%s允许下级最多增加 %d 条规则".formatted(from.zh(), leeway.mostAdded()),
                    "%s lets at most %d rules be added".formatted(from.en(), leeway.mostAdded()));
        }
    }

    private static Rule withPoints(Rule rule, int points) {
        return new Rule(
                rule.name(),
                rule.ref(),
                rule.kind(),
                points,
                rule.category(),
                rule.content() == rule.points() ? points : rule.content(),
                rule.caps(),
                rule.when(),
                rule.leeway(),
                rule.did(),
                rule.why());
    }

    private void lay(Period period, int points) {
        caps =
                above.isEmpty()
                        ? caps.with(period, points)
                        : caps.with(
                                period,
                                cap(
                                        "caps." + period.slug(),
                                        points,
                                        caps.of(period),
                                        leeway.caps().get(period),
                                        said(above())));
    }

    /** A cap within what is allowed: the span, or without one nothing above the present cap. */
    private int cap(
            String field, int points, @Nullable Integer now, @Nullable Span span, Words from) {
        int most = now == null ? Rule.MOST_POINTS : now;
        return within(field, points, span == null ? new Span(0, most) : span, from);
    }

    private int within(String field, int points, Span span, Words from) {
        int nearest = span.nearest(points);
        if (nearest != points) {
            breach(
                    field,
                    "%s规定在 %s 之间，这里是 %d".formatted(from.zh(), span, points),
                    "%s allows %s, this is %d".formatted(from.en(), span, points));
        }
        return nearest;
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
                            inside("leeway.caps." + period.slug(), span, outer, new Span(0, most)));
                });
        if (own.added() == null) {
            return new Leeway.OfSet(spans, leeway.added(), leeway.mostAdded());
        }
        Span added = inside("leeway.rules.points", own.added(), leeway.added(), new Span(0, 0));
        return new Leeway.OfSet(spans, added, Math.min(own.mostAdded(), leeway.mostAdded()));
    }

    private Span inside(String field, Span span, @Nullable Span outer, Span without) {
        Span bound = outer == null ? without : outer;
        if (bound.holds(span)) {
            return span;
        }
        Words from = said(above());
        breach(
                field,
                "%s规定在 %s 之间，这里放宽到了 %s".formatted(from.zh(), bound, span),
                "%s allows %s, this would allow %s".formatted(from.en(), bound, span));
        return new Span(bound.nearest(span.least()), bound.nearest(span.most()));
    }

    private RuleSet above() {
        return above.getLast();
    }

    private Words said(Rule rule) {
        return above.stream()
                .filter(set -> set.ref().equals(rule.ref()))
                .findFirst()
                .map(Inheritance::said)
                .orElseGet(() -> said(above()));
    }

    private static Words said(RuleSet set) {
        return new Words(
                "《%s》第 %d 版".formatted(set.name().zh(), set.version()),
                "“%s”, version %d,".formatted(set.name().en(), set.version()));
    }

    static @Nullable Condition both(@Nullable Condition one, @Nullable Condition other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return RuleWords.condition("(" + one.source() + ") && (" + other.source() + ")");
    }

    private void breach(String field, String zh, String en) {
        breaches.accept(new Breach(field, new Words(zh, en)));
    }
}
