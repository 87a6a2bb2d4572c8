package org.jiaxue.points.saying;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiaxue.cel.Condition;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.rules.Caps;
import org.jiaxue.points.rules.Change;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Leeway;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.RuleWords;
import org.jiaxue.points.rules.Span;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** Rule sets in plain words, for officers and parents who never saw a file. Pure. */
public final class Saying {

    /** What stands above each part of a set. */
    public static final Words CHANGED = new Words("改动上级的", "Changed from above");

    public static final Words OWN = new Words("自己的规则", "Rules of its own");

    public static final Words CAPS = new Words("上限", "Caps");

    public static final Words LEEWAY = new Words("留给下级的余地", "What the levels below may change");

    public static final Words NOTHING =
            new Words("对上级的规则没有改动。", "It changes nothing of what comes from above.");

    private Saying() {}

    /**
     * A set as it is read.
     *
     * @param changes what it changes of rules from above
     * @param rules its own
     * @param caps of all kinds together
     * @param leeway what it leaves to the levels below
     */
    public record Told(
            List<Words> changes, List<Words> rules, List<Words> caps, List<Words> leeway) {}

    /** A set in plain words; what lies above says what its changes change. */
    public static Told told(RuleSet set, Effective above) {
        return new Told(
                set.changes().stream()
                        .filter(Change::forGuardians)
                        .map(it -> change(it, find(above, it.rule())))
                        .toList(),
                set.rules().stream().map(Saying::rule).toList(),
                set.caps().most().isEmpty()
                        ? List.of()
                        : List.of(ended(totals(set.caps()), "。", ".")),
                leeway(set, above));
    }

    /** The rules of a place on a day, those of all its levels together. */
    public static List<Words> inForce(Effective rules) {
        List<Words> said = new ArrayList<>(rules.rules().stream().map(Saying::rule).toList());
        if (!rules.caps().most().isEmpty()) {
            said.add(ended(totals(rules.caps()), "。", "."));
        }
        return List.copyOf(said);
    }

    private static @Nullable Rule find(Effective rules, String name) {
        return rules.rules().stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
    }

    /** A rule as a sentence or two. */
    public static Words rule(Rule rule) {
        Sentence sentence = new Sentence(what(rule.kind()));
        sentence.add("，记 %d 分".formatted(rule.points()), ": " + points(rule.points()));
        if (rule.content() != rule.points()) {
            sentence.add(content(rule.content()));
        }
        caps(rule.caps()).forEach(sentence::add);
        return condition(sentence, rule.when(), false);
    }

    /** What a set changes of a rule from above; null where nothing above bears its name. */
    public static Words change(Change change, @Nullable Rule above) {
        Sentence sentence =
                new Sentence(
                        above == null
                                ? new Words("规则“" + change.rule() + "”", "Rule " + change.rule())
                                : what(above.kind()));
        Integer points = change.points();
        if (points != null && above != null) {
            sentence.add(
                    "，改记 %d 分，上级是 %d 分".formatted(points, above.points()),
                    ": %s instead of %d".formatted(points(points), above.points()));
        } else if (points != null) {
            sentence.add("，改记 %d 分".formatted(points), ": " + points(points));
        }
        Integer content = change.content();
        if (content != null) {
            sentence.add(content(content));
        }
        caps(change.caps()).forEach(sentence::add);
        if (change.did() != null || change.why() != null) {
            sentence.add("；明细里换一种说法", "; entries say it in other words");
        }
        return condition(sentence, change.when(), true);
    }

    private static Words condition(Sentence sentence, @Nullable Condition when, boolean besides) {
        Words said = sentence.with("。", ".");
        if (when == null) {
            return said;
        }
        Words words = when.words();
        return new Words(
                said.zh() + (besides ? "还要满足：" : "只在这种情况下：") + words.zh() + "。",
                said.en() + (besides ? " It must also hold: " : " Only when: ") + words.en() + ".");
    }

    /** What a guardian did, at the beginning of a sentence. */
    public static Words what(EventKind kind) {
        return RuleWords.what(kind);
    }

    private static Words content(int most) {
        return new Words(
                "；同一项内容最多 %d 分".formatted(most), "; at most %d for one item".formatted(most));
    }

    static String points(int points) {
        return points == 1 ? "1 point" : points + " points";
    }

    private static List<Words> caps(Caps caps) {
        List<Words> said = new ArrayList<>();
        caps.most()
                .forEach((period, most) ->
                        said.add(
                                new Words(
                                        "；%s最多 %d 分".formatted(every(period).zh(), most),
                                        "; at most %d %s".formatted(most, every(period).en()))));
        return said;
    }

    private static Words totals(Caps caps) {
        Sentence sentence = new Sentence(new Words("各项合计", "All kinds together"));
        caps.most()
                .forEach((period, most) ->
                        sentence.add(
                                "，%s最多 %d 分".formatted(every(period).zh(), most),
                                ", at most %d %s".formatted(most, every(period).en())));
        return sentence.with("", "");
    }

    /** Within which period. */
    public static Words every(Period period) {
        return switch (period) {
            case DAY -> new Words("每天", "a day");
            case WEEK -> new Words("每周", "a week");
            case MONTH -> new Words("每月", "a month");
            case TERM -> new Words("每学期", "a term");
        };
    }

    private static List<Words> leeway(RuleSet set, Effective above) {
        List<Words> said = new ArrayList<>();
        for (Change change : set.changes()) {
            Rule rule = find(above, change.rule());
            if (rule != null) {
                said.addAll(leeway(what(rule.kind()), change.leeway()));
            }
        }
        set.rules().forEach(rule -> said.addAll(leeway(rule)));
        Leeway.OfSet leeway = set.leeway();
        spans(leeway.caps())
                .forEach(span ->
                        said.add(
                                new Words(
                                        "各项合计的上限：" + span.zh() + "。",
                                        "The cap on all kinds: " + span.en() + ".")));
        Span added = leeway.added();
        if (added != null) {
            said.add(
                    new Words(
                            "可以另加最多 %d 条规则，每条 %s 分。".formatted(leeway.mostAdded(), added),
                            leeway.mostAdded() == 1
                                    ? "One rule may be added, of %s points.".formatted(added)
                                    : "At most %d rules may be added, of %s points each."
                                            .formatted(leeway.mostAdded(), added)));
        }
        return said;
    }

    /** What may be changed of a rule by the levels below; nothing where nothing is said of it. */
    public static List<Words> leeway(Rule rule) {
        return leeway(what(rule.kind()), rule.leeway());
    }

    private static List<Words> leeway(Words what, Leeway leeway) {
        List<Words> said = new ArrayList<>();
        if (leeway.fixed()) {
            said.add(new Words(what.zh() + "：不能改。", what.en() + ": not to be changed."));
        }
        Span points = leeway.points();
        if (points != null) {
            said.add(
                    new Words(
                            "%s：可以记 %s 分。".formatted(what.zh(), points),
                            "%s: %s points.".formatted(what.en(), points)));
        }
        spans(leeway.caps())
                .forEach(span ->
                        said.add(
                                new Words(
                                        what.zh() + "的上限：" + span.zh() + "。",
                                        what.en() + ", the cap: " + span.en() + ".")));
        return said;
    }

    private static List<Words> spans(Map<Period, Span> spans) {
        List<Words> said = new ArrayList<>();
        for (Period period : Period.values()) {
            Span span = spans.get(period);
            if (span != null) {
                said.add(
                        new Words(
                                "%s %s 分".formatted(every(period).zh(), span),
                                "%s %s".formatted(span, every(period).en())));
            }
        }
        return said;
    }

    private static Words ended(Words words, String zh, String en) {
        return new Words(words.zh() + zh, words.en() + en);
    }

    /** Something in the middle of an English sentence. */
    static String small(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** Grows in both languages. */
    private static final class Sentence {

        private final StringBuilder zh;
        private final StringBuilder en;

        Sentence(Words begin) {
            zh = new StringBuilder(begin.zh());
            en = new StringBuilder(begin.en());
        }

        void add(Words words) {
            add(words.zh(), words.en());
        }

        void add(String moreZh, String moreEn) {
            zh.append(moreZh);
            en.append(moreEn);
        }

        Words with(String endZh, String endEn) {
            return new Words(zh + endZh, en + endEn);
        }
    }
}
