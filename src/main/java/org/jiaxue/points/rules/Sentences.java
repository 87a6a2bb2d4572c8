package org.jiaxue.points.rules;

import java.util.Map;
import java.util.Objects;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.rules.Crediting.Change;
import org.jiaxue.points.rules.Crediting.Cut;
import org.jiaxue.points.rules.Crediting.Outcome;
import org.jiaxue.web.Words;

/**
 * Says what was credited and why, in a rule set's own sentences.
 *
 * @param cut by what cut it, when something is left
 * @param empty by what cut it, when nothing is left
 * @param corrected when an earlier fact arrived later and the order changed the outcome
 */
record Sentences(Map<Cut, Words> cut, Map<Cut, Words> empty, Words corrected, Words emptied) {

    static Sentences none() {
        Words unruled =
                new Words(
                        "这里还没有积分规则，这次学的算数。",
                        "There are no points rules here yet; it counts as learned.");
        Map<Cut, Words> only = Map.of(Cut.UNRULED, unruled);
        return new Sentences(only, only, unruled, unruled);
    }

    /** What the guardian did. */
    Words did(RuleSet rules, EventKind kind, Words title) {
        Words did =
                rules.rule(kind)
                        .map(RuleSet.Rule::did)
                        .orElse(new Words("学过《{title}》", "Learned “{title}”"));
        return new Words(
                did.zh().replace("{title}", title.zh()), did.en().replace("{title}", title.en()));
    }

    /** Why so many points. */
    Words why(Outcome outcome) {
        RuleSet rules = outcome.claim().rules();
        Words sentence =
                switch (outcome.cut()) {
                    case NONE -> rules.rule(outcome.claim().kind()).orElseThrow().why();
                    case UNRULED, ONCE, KIND_WEEK, KIND_MONTH, DAY, WEEK ->
                            Objects.requireNonNull(
                                    (outcome.points() == 0 ? empty : cut).get(outcome.cut()));
                };
        return fill(sentence, outcome.points(), outcome.full(), outcome.cap());
    }

    /** Why an entry changed after an earlier fact arrived later. */
    Words corrected(Change change) {
        if (change.outcome().cut() == Cut.ONCE) {
            return why(change.outcome());
        }
        return fill(change.points() == 0 ? emptied : corrected, change.points(), 0, 0);
    }

    private static Words fill(Words sentence, int points, int full, int cap) {
        return new Words(
                fill(sentence.zh(), points, full, cap), fill(sentence.en(), points, full, cap));
    }

    private static String fill(String sentence, int points, int full, int cap) {
        return sentence.replace("{points}", Integer.toString(points))
                .replace("{full}", Integer.toString(full))
                .replace("{cap}", Integer.toString(cap));
    }
}
