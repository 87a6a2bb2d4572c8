package org.jiaxue.points.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiaxue.points.rules.Crediting.Correction;
import org.jiaxue.points.rules.Crediting.Outcome;
import org.jiaxue.web.DataFile;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Says what was credited and why. A rule set may bring sentences of its own; for the others the
 * house has some.
 *
 * @param cut by what cut it, when something is left
 * @param none by what cut it, when nothing is left
 */
record Sentences(Map<String, Words> cut, Map<String, Words> none) {

    static final Sentences NONE = new Sentences(Map.of(), Map.of());

    /** Where an earlier fact arrived later, and where the rules have changed since. */
    private static final String CORRECTED = "corrected";

    private static final String RULES_CHANGED = "rules-changed";

    /** What a sentence can be said of, in the order of a form. */
    static final List<String> NAMES =
            Stream.concat(
                            Arrays.stream(Cut.values()).filter(it -> it != Cut.NONE).map(Cut::slug),
                            Stream.of(CORRECTED, RULES_CHANGED))
                    .toList();

    /** The most characters of a sentence, in each language. */
    private static final int MOST_CHARACTERS = 300;

    private static final String FILE = "rules/words/cuts.yaml";
    private static final Sentences HOUSE = house();

    /** Where there are no rules at all. */
    static final Sentences NOWHERE = nowhere();

    private static Sentences nowhere() {
        Words unruled =
                new Words(
                        "这里还没有积分规则，这次学的算数。",
                        "There are no points rules here yet; it counts as learned.");
        Map<String, Words> only = Map.of(Cut.UNRULED.slug(), unruled);
        return new Sentences(only, only);
    }

    private static Sentences house() {
        try (var in = Objects.requireNonNull(Sentences.class.getResourceAsStream("/" + FILE))) {
            return read(DataFile.read(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    /** Reads sentences: {@code cut} and {@code none} under the name of what cut. */
    static Sentences read(DataFile field) {
        field.only(NAMES.toArray(String[]::new));
        Map<String, Words> cut = new HashMap<>();
        Map<String, Words> none = new HashMap<>();
        for (String name : field.names()) {
            DataFile pair = field.at(name).only("cut", "none");
            cut.put(name, words(pair.at("cut")));
            none.put(name, words(pair.at("none")));
        }
        return new Sentences(Map.copyOf(cut), Map.copyOf(none));
    }

    private static Words words(DataFile field) {
        return RuleFields.words(field.only("zh", "en"), MOST_CHARACTERS);
    }

    /** These, and the other's where there are none. */
    Sentences over(Sentences other) {
        Map<String, Words> cuts = new HashMap<>(other.cut);
        cuts.putAll(cut);
        Map<String, Words> nones = new HashMap<>(other.none);
        nones.putAll(none);
        return new Sentences(Map.copyOf(cuts), Map.copyOf(nones));
    }

    /** What the guardian did. */
    static Words did(@Nullable Rule rule, Words title) {
        Words did = rule == null ? new Words("学过《{title}》", "Learned “{title}”") : rule.did();
        return new Words(
                did.zh().replace("{title}", title.zh()), did.en().replace("{title}", title.en()));
    }

    /** Why so many points. */
    Words why(Outcome outcome) {
        Rule rule = outcome.claim().rule();
        Words sentence =
                outcome.cut() == Cut.NONE && rule != null
                        ? rule.why()
                        : find(outcome.cut().slug(), outcome.points() == 0);
        return fill(sentence, outcome.points(), outcome.full(), outcome.cap());
    }

    /** Why an entry changed. */
    Words corrected(Correction correction) {
        Outcome outcome = correction.outcome();
        int points = correction.points();
        if (outcome.cut() == Cut.ONCE) {
            return why(outcome);
        }
        String name = correction.rulesChanged() ? RULES_CHANGED : CORRECTED;
        return fill(find(name, points == 0), points, 0, 0);
    }

    /** As it is written, with its slots; the house's where these have none. */
    Words find(String name, boolean nothing) {
        Map<String, Words> own = nothing ? none : cut;
        Map<String, Words> house = nothing ? HOUSE.none : HOUSE.cut;
        return Objects.requireNonNull(own.getOrDefault(name, house.get(name)), name);
    }

    private static Words fill(Words sentence, int points, int full, int cap) {
        return sentence.with("points", points).with("full", full).with("cap", cap);
    }
}
