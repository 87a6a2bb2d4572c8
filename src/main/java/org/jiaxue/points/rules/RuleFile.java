package org.jiaxue.points.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.DataFile;
import org.jiaxue.web.Words;

/**
 * Reads a rule set from its file and refuses what is wrong, naming file, line and field.
 *
 * <p>{@code changes} speak of rules from above; {@code rules} are the set's own. Whether a set
 * keeps within the bounds from above is not for its file to say: see {@link Rules#judge}.
 */
public final class RuleFile {

    /** The most rules of one set. */
    static final int MOST_RULES = 40;

    /** The most sources of one set. */
    public static final int MOST_SOURCES = 12;

    /** The most characters of a source, in each language. */
    private static final int MOST_OF_A_SOURCE = 500;

    private static final String[] FIELDS = {
        "division",
        "school",
        "version",
        "from",
        "until",
        "template",
        "name",
        "sources",
        "rules",
        "changes",
        "caps",
        "leeway",
        "sentences"
    };
    private static final Words UNNAMED = new Words("?", "?");

    private RuleFile() {}

    /**
     * Reads the text of a file.
     *
     * @param file only for messages
     * @throws DataFaults what is wrong, in the order of the fields
     */
    public static RuleSet read(String file, String text) {
        try {
            return read(DataFile.read(file, text));
        } catch (DataFault unreadable) {
            throw new DataFaults(List.of(unreadable));
        }
    }

    private static RuleSet read(DataFile root) {
        RuleFaults faults = new RuleFaults();
        faults.check(() -> root.only(FIELDS));
        Owner owner = faults.or(Owner.NOBODY, () -> owner(root));
        int version = faults.or(0, () -> version(root));
        LocalDate from = faults.or(LocalDate.EPOCH, () -> root.at("from").day());
        RuleSet set =
                new RuleSet(
                        owner,
                        version,
                        from,
                        faults.or(Optional.<LocalDate>empty(), () -> until(root, from))
                                .orElse(null),
                        faults.or(UNNAMED, () -> root.at("name").words()),
                        faults.or(false, () -> template(root)),
                        sources(root, faults),
                        rules(root, new Rule.Ref(owner, version), faults),
                        changes(root, faults),
                        faults.or(Caps.NONE, () -> totals(root)),
                        faults.or(Leeway.OfSet.NONE, () -> leeway(root)),
                        faults.or(Sentences.NONE, () -> sentences(root)));
        faults.refuse();
        return set;
    }

    private static boolean template(DataFile root) {
        return root.find("template").map(DataFile::flag).orElse(false);
    }

    private static Owner owner(DataFile root) {
        DataFile field = root.at("division");
        String code = field.text();
        Owner division =
                Owner.ofKey(code)
                        .filter(it -> it.school() == null)
                        .orElseThrow(() ->
                                field.wrong(
                                        "应当是 2、4、6、9 或 12 位的区划代码",
                                        "must be a division's code of 2, 4, 6, 9 or 12 digits"));
        if (root.find("school").isEmpty()) {
            return division;
        }
        DataFile school = root.at("school");
        return Owner.ofKey(code + "/" + school.text())
                .orElseThrow(() ->
                        school.wrong(
                                "应当是学校的编号，division 写它所在的县（市、区）",
                                "must be a school's id, with its county as division"));
    }

    /** A draft has none. */
    private static int version(DataFile root) {
        return root.find("version").map(it -> it.number(1, Integer.MAX_VALUE)).orElse(0);
    }

    private static Optional<LocalDate> until(DataFile root, LocalDate from) {
        return root.find("until")
                .map(field -> {
                    LocalDate until = field.day();
                    if (until.isBefore(from)) {
                        throw field.wrong("早于 from", "lies before from");
                    }
                    return until;
                });
    }

    private static List<RuleSet.Source> sources(DataFile root, RuleFaults faults) {
        List<DataFile> items =
                faults.or(
                        List.of(),
                        () -> root.find("sources").map(DataFile::items).orElse(List.of()));
        if (items.size() > MOST_SOURCES) {
            faults.check(() -> {
                throw root.at("sources")
                        .wrong(
                                "最多 %d 条依据".formatted(MOST_SOURCES),
                                "has more than %d sources".formatted(MOST_SOURCES));
            });
        }
        List<RuleSet.Source> sources = new ArrayList<>();
        items.forEach(item -> faults.check(() -> sources.add(source(item))));
        return sources;
    }

    private static RuleSet.Source source(DataFile item) {
        String mark = RuleFields.mark(item.only("mark", "zh", "en"));
        return new RuleSet.Source(mark, RuleFields.words(item, MOST_OF_A_SOURCE));
    }

    private static List<Rule> rules(DataFile root, Rule.Ref ref, RuleFaults faults) {
        List<DataFile> items =
                faults.or(
                        List.of(), () -> root.find("rules").map(DataFile::items).orElse(List.of()));
        faults.check(() -> atMost(root, items));
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (DataFile item : items) {
            faults.check(() -> rules.add(once(item, RuleFields.rule(item, ref), names)));
        }
        return rules;
    }

    private static Rule once(DataFile item, Rule rule, Set<String> names) {
        if (!names.add(rule.name())) {
            throw item.find("rule")
                    .orElseGet(() -> item.at("kind"))
                    .wrong(
                            "前面已有叫“%s”的规则；请用 rule 另起名".formatted(rule.name()),
                            "there is a rule “%s” before; name this one by rule"
                                    .formatted(rule.name()));
        }
        return rule;
    }

    private static List<Change> changes(DataFile root, RuleFaults faults) {
        List<DataFile> items =
                faults.or(
                        List.of(),
                        () -> root.find("changes").map(DataFile::items).orElse(List.of()));
        faults.check(() -> atMost(root, items));
        List<Change> changes = new ArrayList<>();
        items.forEach(item -> faults.check(() -> changes.add(RuleFields.change(item))));
        return changes;
    }

    private static void atMost(DataFile root, List<DataFile> items) {
        if (items.size() > MOST_RULES) {
            throw root.wrong(
                    "规则太多，最多 %d 条".formatted(MOST_RULES),
                    "has more than %d rules".formatted(MOST_RULES));
        }
    }

    private static Caps totals(DataFile root) {
        return root.find("caps")
                .map(field -> RuleFields.caps(field.only(RuleFields.PERIODS)))
                .orElse(Caps.NONE);
    }

    private static Leeway.OfSet leeway(DataFile root) {
        if (root.find("leeway").isEmpty()) {
            return Leeway.OfSet.NONE;
        }
        DataFile field = root.at("leeway").only("caps", "rules");
        Map<Period, Span> caps = RuleFields.spans(field);
        if (field.find("rules").isEmpty()) {
            return new Leeway.OfSet(caps, null, 0);
        }
        DataFile added = field.at("rules").only("points", "most");
        return new Leeway.OfSet(
                caps, RuleFields.span(added.at("points")), added.at("most").number(1, MOST_RULES));
    }

    private static Sentences sentences(DataFile root) {
        return root.find("sentences").map(Sentences::read).orElse(Sentences.NONE);
    }
}
