package org.jiaxue.points.rules;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.rules.Crediting.Cut;
import org.jiaxue.points.rules.RuleSet.Cap;
import org.jiaxue.points.rules.RuleSet.Period;
import org.jiaxue.points.rules.RuleSet.Rule;
import org.jiaxue.web.DataFile;
import org.jiaxue.web.Words;

/** Reads a rule set from its file and refuses what is wrong, naming file and field. */
final class RuleFile {

    private static final int MOST_POINTS = 1000;
    private static final String KINDS =
            Arrays.stream(EventKind.values())
                    .map(EventKind::slug)
                    .collect(Collectors.joining(", "));

    private RuleFile() {}

    /** Reads the text of a file; the name is only for messages. */
    static RuleSet read(String file, String text) {
        DataFile root =
                DataFile.read(file, text)
                        .only(
                                "division",
                                "version",
                                "from",
                                "template",
                                "name",
                                "sources",
                                "rules",
                                "caps",
                                "sentences");
        for (DataFile source : root.at("sources").items()) {
            mark(source.only("mark", "zh", "en"));
            source.at("zh").text();
            source.at("en").text();
        }
        DataFile caps = root.at("caps").only("day", "week");
        int day = caps.at("day").number(1, MOST_POINTS);
        return new RuleSet(
                division(root.at("division")),
                root.at("version").number(1, Integer.MAX_VALUE),
                root.at("from").day(),
                root.at("name").words(),
                root.at("template").flag(),
                rules(root.at("rules")),
                day,
                caps.at("week").number(day, MOST_POINTS),
                sentences(root.at("sentences")));
    }

    private static String division(DataFile field) {
        String code = field.text();
        if (!code.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
            throw field.wrong("must be a division's code of 2, 4, 6, 9 or 12 digits");
        }
        return code;
    }

    private static void mark(DataFile field) {
        String mark = field.at("mark").text();
        if (!mark.equals("†") && !mark.equals("‡")) {
            throw field.at("mark").wrong("must be † (anchored) or ‡ (a default)");
        }
    }

    private static Map<EventKind, Rule> rules(DataFile list) {
        Map<EventKind, Rule> rules = new EnumMap<>(EventKind.class);
        for (DataFile item : list.items()) {
            if (item.find("when").isPresent()) {
                throw item.at("when").wrong("conditions are not evaluated yet; leave it out");
            }
            item.only("kind", "mark", "points", "once", "cap", "did", "why");
            mark(item);
            Rule rule = rule(item);
            if (rules.put(rule.kind(), rule) != null) {
                throw item.at("kind").wrong("has a rule already; one kind has one rule");
            }
        }
        return Map.copyOf(rules);
    }

    private static Rule rule(DataFile item) {
        EventKind kind =
                EventKind.ofSlug(item.at("kind").text())
                        .orElseThrow(() -> item.at("kind").wrong("must be one of " + KINDS));
        int points = item.at("points").number(1, MOST_POINTS);
        return new Rule(
                kind,
                points,
                item.find("once").map(DataFile::text).orElse(kind.slug()),
                item.find("cap").map(cap -> cap(cap, points)).orElse(null),
                with(item.at("did"), "{title}"),
                with(item.at("why"), "{points}"));
    }

    private static Cap cap(DataFile field, int points) {
        field.only("points", "per");
        Period period =
                switch (field.at("per").text()) {
                    case "week" -> Period.WEEK;
                    case "month" -> Period.MONTH;
                    default -> throw field.at("per").wrong("must be week or month");
                };
        return new Cap(field.at("points").number(points, MOST_POINTS), period);
    }

    private static Words with(DataFile field, String slot) {
        Words words = field.words();
        if (!words.zh().contains(slot) || !words.en().contains(slot)) {
            throw field.wrong("must contain " + slot + " in both languages");
        }
        return words;
    }

    private static Sentences sentences(DataFile field) {
        Map<Cut, Words> cut = new EnumMap<>(Cut.class);
        Map<Cut, Words> none = new EnumMap<>(Cut.class);
        String[] names =
                Arrays.stream(Cut.values())
                        .filter(it -> it != Cut.NONE)
                        .map(RuleFile::slug)
                        .toArray(String[]::new);
        String[] known = Arrays.copyOf(names, names.length + 1);
        known[names.length] = "corrected";
        field.only(known);
        for (Cut by : Cut.values()) {
            if (by != Cut.NONE) {
                DataFile pair = field.at(slug(by)).only("cut", "none");
                cut.put(by, pair.at("cut").words());
                none.put(by, pair.at("none").words());
            }
        }
        DataFile corrected = field.at("corrected").only("cut", "none");
        return new Sentences(
                Map.copyOf(cut),
                Map.copyOf(none),
                with(corrected.at("cut"), "{points}"),
                corrected.at("none").words());
    }

    private static String slug(Cut cut) {
        return cut.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
