package org.jiaxue.points.saying;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiaxue.points.rules.Caps;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** What is otherwise under some rules than under others, in plain words. Pure. */
public final class Differences {

    private final List<Words> found = new ArrayList<>();

    private Differences() {}

    /** One sentence a difference, rules first; empty where every event is credited alike. */
    public static List<Words> between(Effective before, Effective after) {
        Differences differences = new Differences();
        Map<String, Rule> earlier = byName(before);
        Map<String, Rule> later = byName(after);
        later.forEach((name, rule) -> differences.rule(earlier.get(name), rule));
        earlier.forEach((name, rule) -> {
            if (!later.containsKey(name)) {
                differences.gone(rule);
            }
        });
        differences.caps(new Words("各项合计", "All kinds together"), before.caps(), after.caps());
        return List.copyOf(differences.found);
    }

    private static Map<String, Rule> byName(Effective rules) {
        Map<String, Rule> names = new LinkedHashMap<>();
        rules.rules().forEach(rule -> names.put(rule.name(), rule));
        return names;
    }

    private void rule(@Nullable Rule before, Rule after) {
        if (before == null) {
            Words said = Saying.rule(after);
            say("新增：" + said.zh(), "New: " + Saying.small(said.en()));
            return;
        }
        Words what = Saying.what(after.kind());
        if (before.points() != after.points()) {
            say(
                    "%s：由 %d 分改为 %d 分。".formatted(what.zh(), before.points(), after.points()),
                    "%s: %d instead of %s."
                            .formatted(what.en(), after.points(), Saying.points(before.points())));
        }
        content(what, before, after);
        caps(what, before.caps(), after.caps());
        condition(what, before, after);
        if (!before.category().equals(after.category())) {
            say(what.zh() + "：换了类别。", what.en() + ": counted under another category.");
        }
    }

    private void gone(Rule rule) {
        Words what = Saying.what(rule.kind());
        say(
                "不再有：%s，记 %d 分。".formatted(what.zh(), rule.points()),
                "No longer: %s, %s."
                        .formatted(Saying.small(what.en()), Saying.points(rule.points())));
    }

    /** Only where it is a cap of its own and not just what the rule gives. */
    private void content(Words what, Rule before, Rule after) {
        boolean own = before.content() != before.points() || after.content() != after.points();
        if (own && before.content() != after.content()) {
            say(
                    "%s：同一项内容由最多 %d 分改为最多 %d 分。"
                            .formatted(what.zh(), before.content(), after.content()),
                    "%s: at most %d instead of %d for one item."
                            .formatted(what.en(), after.content(), before.content()));
        }
    }

    private void condition(Words what, Rule before, Rule after) {
        if (Objects.equals(before.when(), after.when())) {
            return;
        }
        if (after.when() == null) {
            say(what.zh() + "：不再有条件。", what.en() + ": no longer under a condition.");
            return;
        }
        Words said = after.when().words();
        say(
                "%s：%s。".formatted(what.zh(), "条件是" + said.zh()),
                "%s: under the condition that %s.".formatted(what.en(), said.en()));
    }

    private void caps(Words what, Caps before, Caps after) {
        for (Period period : Period.values()) {
            Integer earlier = before.of(period);
            Integer later = after.of(period);
            if (!Objects.equals(earlier, later)) {
                cap(what, Saying.every(period), earlier, later);
            }
        }
    }

    private void cap(Words what, Words every, @Nullable Integer earlier, @Nullable Integer later) {
        if (later == null) {
            say(
                    "%s：%s不再有上限。".formatted(what.zh(), every.zh()),
                    "%s: no cap %s any more.".formatted(what.en(), every.en()));
        } else if (earlier == null) {
            say(
                    "%s：%s最多 %d 分，原来没有上限。".formatted(what.zh(), every.zh(), later),
                    "%s: at most %d %s, where there was no cap."
                            .formatted(what.en(), later, every.en()));
        } else {
            say(
                    "%s：%s最多 %d 分，原来 %d 分。".formatted(what.zh(), every.zh(), later, earlier),
                    "%s: at most %d instead of %d %s."
                            .formatted(what.en(), later, earlier, every.en()));
        }
    }

    private void say(String zh, String en) {
        found.add(new Words(zh, en));
    }
}
