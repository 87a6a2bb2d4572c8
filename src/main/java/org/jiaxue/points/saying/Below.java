package org.jiaxue.points.saying;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Leeway;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.points.rules.Span;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** What the levels below may change under some rules and under others, in plain words. Pure. */
public final class Below {

    private static final Words FIXED = new Words("不能改", "not to be changed");
    private static final Words NONE = new Words("一条也不能加", "none");

    private final List<Words> found = new ArrayList<>();

    private Below() {}

    /**
     * One sentence a difference, with what they may do now and before. Rules that are new, and all
     * where there were none before, are told by what is said of them, not here.
     */
    public static List<Words> between(Effective before, Effective after) {
        if (before.chain().isEmpty() || after.chain().isEmpty()) {
            return List.of();
        }
        Below below = new Below();
        Map<String, Rule> earlier = new LinkedHashMap<>();
        before.rules().forEach(rule -> earlier.put(rule.name(), rule));
        for (Rule rule : after.rules()) {
            Rule was = earlier.get(rule.name());
            if (was != null && !was.leeway().equals(rule.leeway())) {
                below.rule(was, rule);
            }
        }
        below.totals(before, after);
        return List.copyOf(below.found);
    }

    private void rule(Rule before, Rule after) {
        Words what = Saying.what(after.kind());
        Words given =
                new Words(
                        "下级给“%s”记的分".formatted(what.zh()),
                        "Points that the levels below may give for “%s”"
                                .formatted(Saying.small(what.en())));
        boolean turned = before.leeway().fixed() != after.leeway().fixed();
        if (turned || !Objects.equals(before.leeway().points(), after.leeway().points())) {
            say(given, points(after), points(before));
        }
        for (Period period : Period.values()) {
            Span now = after.leeway().caps().get(period);
            Span then = before.leeway().caps().get(period);
            if (!Objects.equals(now, then) || (turned && now != null)) {
                Words every = Saying.every(period);
                Words cap =
                        new Words(
                                "下级给“%s”定的%s上限".formatted(what.zh(), every.zh()),
                                "The cap %s that the levels below may set on “%s”"
                                        .formatted(every.en(), Saying.small(what.en())));
                say(cap, cap(after, period), cap(before, period));
            }
        }
    }

    private static Words points(Rule rule) {
        Span span = rule.leeway().points();
        if (rule.leeway().fixed()) {
            return FIXED;
        }
        return span == null
                ? new Words("只能是 %d 分".formatted(rule.points()), "only " + rule.points())
                : new Words("可以是 %s 分".formatted(span), span.toString());
    }

    private static Words cap(Rule rule, Period period) {
        return rule.leeway().fixed()
                ? FIXED
                : cap(rule.leeway().caps().get(period), rule.caps().of(period));
    }

    /** A cap of which nothing is said may only be lowered. */
    private static Words cap(@Nullable Span span, @Nullable Integer now) {
        if (span != null) {
            return new Words("可以在 %s 分之间".formatted(span), span + " points");
        }
        return now == null
                ? new Words("多少都可以", "any")
                : new Words("不能高于 %d 分".formatted(now), "at most %d points".formatted(now));
    }

    private void totals(Effective before, Effective after) {
        for (Period period : Period.values()) {
            Span now = after.leeway().caps().get(period);
            Span then = before.leeway().caps().get(period);
            if (!Objects.equals(now, then)) {
                Words every = Saying.every(period);
                Words cap =
                        new Words(
                                "下级定的各项合计%s上限".formatted(every.zh()),
                                "The cap %s that the levels below may set on all kinds together"
                                        .formatted(every.en()));
                say(cap, cap(now, after.caps().of(period)), cap(then, before.caps().of(period)));
            }
        }
        Words now = added(after.leeway());
        Words then = added(before.leeway());
        if (!now.equals(then)) {
            say(new Words("下级可以另加的规则", "Rules that the levels below may add"), now, then);
        }
    }

    private static Words added(Leeway.OfSet leeway) {
        Span added = leeway.added();
        return added == null
                ? NONE
                : new Words(
                        "最多 %d 条、每条 %s 分".formatted(leeway.mostAdded(), added),
                        leeway.mostAdded() == 1
                                ? "one, of %s points".formatted(added)
                                : "at most %d, of %s points each"
                                        .formatted(leeway.mostAdded(), added));
    }

    private void say(Words what, Words now, Words then) {
        found.add(
                new Words(
                        "%s：现在%s，原来%s。".formatted(what.zh(), now.zh(), then.zh()),
                        "%s: %s now, %s before.".formatted(what.en(), now.en(), then.en())));
    }
}
