package org.jiaxue.points.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiaxue.cel.Condition;
import org.jiaxue.web.Words;

/**
 * What is to be said of a rule set before it is in force.
 *
 * @param breaches what the levels above do not allow; with one it cannot be approved
 * @param warnings what can hardly be meant, or what it does to sets of the levels below
 */
public record Judgement(List<Breach> breaches, List<Breach> warnings) {

    public boolean allowed() {
        return breaches.isEmpty();
    }

    /** Judges a set as if it were in the book, at every turn of what stands above it. */
    static Judgement of(Rulebook book, RuleSet set) {
        Set<Breach> breaches = new LinkedHashSet<>();
        Set<Breach> warnings = new LinkedHashSet<>(endings(book, set));
        Map<Condition, Boolean> tried = new HashMap<>();
        for (LocalDate day : days(book, set)) {
            List<RuleSet> above = book.above(set.owner(), day);
            breaches.addAll(Inheritance.breaches(above, set));
            List<RuleSet> chain = new ArrayList<>(above);
            chain.add(set);
            warnings.addAll(doubts(Inheritance.resolve(chain), set, tried));
        }
        warnings.addAll(below(book, set));
        return new Judgement(List.copyOf(breaches), List.copyOf(warnings));
    }

    /** Its first day, and every day of its time on which something above it turns. */
    private static Set<LocalDate> days(Rulebook book, RuleSet set) {
        Set<LocalDate> days = new TreeSet<>();
        days.add(set.from());
        Rulebook.turns(book.sets().stream().filter(it -> it.owner().above(set.owner())).toList())
                .stream()
                .filter(day -> day.isAfter(set.from()))
                .filter(day -> set.until() == null || !day.isAfter(set.until()))
                .forEach(days::add);
        return days;
    }

    /** Its own rules, and those it changed, that can never give anything. */
    private static List<Breach> doubts(
            Effective rules, RuleSet set, Map<Condition, Boolean> tried) {
        List<Breach> doubts = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (rule.ref().equals(set.ref())) {
                doubt(rule, rules, set, tried, doubts);
            }
        }
        return doubts;
    }

    private static void doubt(
            Rule rule,
            Effective rules,
            RuleSet set,
            Map<Condition, Boolean> tried,
            List<Breach> doubts) {
        boolean own = set.rules().stream().anyMatch(it -> it.name().equals(rule.name()));
        String field = (own ? "rules." : "changes.") + rule.name();
        Words what = RuleWords.what(rule.kind());
        int points = rule.points();
        if (rule.when() != null && !tried.computeIfAbsent(rule.when(), it -> canHold(it, set))) {
            doubts.add(never(field, what, points));
        }
        rules.always(rule.kind())
                .filter(it -> !it.name().equals(rule.name()))
                .filter(it ->
                        it.points() > points || (it.points() == points && rule.when() != null))
                .ifPresent(it -> doubts.add(noBetter(field, what, points, it.points())));
        rules.caps()
                .most()
                .forEach((period, cap) -> {
                    if (cap < points) {
                        doubts.add(cut(field, what, points, cap));
                    }
                });
    }

    private static boolean canHold(Condition when, RuleSet set) {
        return when.canHold(set.from(), set.until() == null ? LocalDate.MAX : set.until());
    }

    /** What its days do to other versions of its owner's rules, which is easily overlooked. */
    private static List<Breach> endings(Rulebook book, RuleSet set) {
        List<Breach> endings = new ArrayList<>();
        List<RuleSet> others =
                book.of(set.owner()).stream().filter(it -> it.version() != set.version()).toList();
        if (set.until() != null) {
            endings.add(
                    breach(
                            "until",
                            "%s之后，这一级不再有自己的规则：以前的版本不会恢复".formatted(set.until()),
                            "after %s there are no rules of this level: no earlier version returns"
                                    .formatted(set.until())));
        }
        others.stream()
                .filter(it -> it.from().isAfter(set.from()))
                .filter(it -> set.until() == null || !it.from().isAfter(set.until()))
                .min(Comparator.comparing(RuleSet::from))
                .ifPresent(later ->
                        endings.add(
                                breach(
                                        "from",
                                        "到 %s 为止：从那天起是已批准的第 %d 版"
                                                .formatted(later.from(), later.version()),
                                        "holds until %s only: version %d, approved before, holds"
                                                        .formatted(later.from(), later.version())
                                                + " from then on")));
        return endings;
    }

    private static Breach never(String field, Words what, int points) {
        return breach(
                field + ".when",
                "“%s，记 %d 分”的条件不可能成立，这条规则永远用不上".formatted(what.zh(), points),
                "%s, %d points: this condition can never hold, so it would never fire"
                        .formatted(what.en(), points));
    }

    private static Breach noBetter(String field, Words what, int points, int always) {
        return breach(
                field,
                "“%s”总是记 %d 分，记 %d 分的这条不比它多，永远用不上".formatted(what.zh(), always, points),
                "%s: another rule always gives %d, this one of %d would never fire"
                        .formatted(what.en(), always, points));
    }

    private static Breach cut(String field, Words what, int points, int cap) {
        return breach(
                field + ".points",
                "“%s，记 %d 分”比合计的上限 %d 分还多，总会被截去".formatted(what.zh(), points, cap),
                "%s, %d points: more than the cap of %d on all kinds, so always cut"
                        .formatted(what.en(), points, cap));
    }

    /** What it would bring back to its bounds of sets below. */
    private static List<Breach> below(Rulebook book, RuleSet set) {
        Rulebook after = book.with(set);
        Set<Breach> found = new LinkedHashSet<>();
        for (RuleSet lower : book.below(set.owner(), set.from())) {
            Set<LocalDate> days = days(after, lower);
            days.removeIf(day -> day.isBefore(set.from()));
            if (lower.from().isBefore(set.from())) {
                days.add(set.from());
            }
            for (LocalDate day : days) {
                Inheritance.breaches(after.above(lower.owner(), day), lower).stream()
                        .map(it -> broughtBack(lower, it))
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Breach broughtBack(RuleSet lower, Breach by) {
        return breach(
                lower.owner().key() + " " + by.field(),
                "下级《%s》会被拉回：%s".formatted(lower.name().zh(), by.what().zh()),
                "“%s” below would be brought back: %s"
                        .formatted(lower.name().en(), by.what().en()));
    }

    private static Breach breach(String field, String zh, String en) {
        return new Breach(field, new Words(zh, en));
    }
}
