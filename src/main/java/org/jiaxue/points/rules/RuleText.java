package org.jiaxue.points.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jiaxue.web.DataText;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** Writes a rule set as a file that {@link RuleFile} reads as the same set again. */
public final class RuleText {

    private RuleText() {}

    /** The text of a file. */
    public static String write(RuleSet set) {
        return DataText.write(fields(set));
    }

    /** The file's fields, which the caller may change and write by {@link DataText}. */
    public static Map<String, Object> fields(RuleSet set) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("division", set.owner().division());
        if (set.owner().school() != null) {
            fields.put("school", set.owner().school().toString());
        }
        if (set.version() > 0) {
            fields.put("version", set.version());
        }
        fields.put("from", set.from().toString());
        if (set.until() != null) {
            fields.put("until", set.until().toString());
        }
        if (set.template()) {
            fields.put("template", true);
        }
        fields.put("name", words(set.name()));
        put(fields, "sources", set.sources().stream().map(RuleText::source).toList());
        put(fields, "leeway", leeway(set.leeway()));
        put(fields, "rules", set.rules().stream().map(RuleText::rule).toList());
        put(fields, "changes", set.changes().stream().map(RuleText::change).toList());
        put(fields, "caps", caps(set.caps(), null));
        put(fields, "sentences", sentences(set.sentences()));
        return fields;
    }

    private static Map<String, Object> source(RuleSet.Source source) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mark", source.mark());
        fields.putAll(words(source.words()));
        return fields;
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", rule.name());
        fields.put("kind", rule.kind().slug());
        if (!rule.mark().isEmpty()) {
            fields.put("mark", rule.mark());
        }
        fields.put("points", rule.points());
        fields.put("category", rule.category().slug());
        put(
                fields,
                "caps",
                caps(rule.caps(), rule.content() == rule.points() ? null : rule.content()));
        if (rule.when() != null) {
            fields.put("when", rule.when().source());
        }
        put(fields, "leeway", leeway(rule.leeway()));
        fields.put("did", words(rule.did()));
        fields.put("why", words(rule.why()));
        return fields;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", change.rule());
        if (change.points() != null) {
            fields.put("points", change.points());
        }
        put(fields, "caps", caps(change.caps(), change.content()));
        if (change.when() != null) {
            fields.put("when", change.when().source());
        }
        put(fields, "leeway", leeway(change.leeway()));
        if (change.did() != null) {
            fields.put("did", words(change.did()));
        }
        if (change.why() != null) {
            fields.put("why", words(change.why()));
        }
        return fields;
    }

    private static Map<String, Object> caps(Caps caps, @Nullable Integer content) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (content != null) {
            fields.put("content", content);
        }
        caps.most().forEach((period, points) -> fields.put(period.slug(), points));
        return fields;
    }

    private static Map<String, Object> leeway(Leeway leeway) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (leeway.fixed()) {
            fields.put("fixed", true);
        }
        if (leeway.points() != null) {
            fields.put("points", span(leeway.points()));
        }
        put(fields, "caps", spans(leeway.caps()));
        return fields;
    }

    private static Map<String, Object> leeway(Leeway.OfSet leeway) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "caps", spans(leeway.caps()));
        if (leeway.added() != null) {
            Map<String, Object> rules = new LinkedHashMap<>();
            rules.put("points", span(leeway.added()));
            rules.put("most", leeway.mostAdded());
            fields.put("rules", rules);
        }
        return fields;
    }

    private static Map<String, Object> spans(Map<Period, Span> spans) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Period period : Period.values()) {
            Span span = spans.get(period);
            if (span != null) {
                fields.put(period.slug(), span(span));
            }
        }
        return fields;
    }

    private static List<Object> span(Span span) {
        return new ArrayList<>(List.of(span.least(), span.most()));
    }

    private static Map<String, Object> sentences(Sentences sentences) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name : new TreeSet<>(sentences.cut().keySet())) {
            Map<String, Object> pair = new LinkedHashMap<>();
            pair.put("cut", words(sentences.cut().getOrDefault(name, new Words("", ""))));
            pair.put("none", words(sentences.none().getOrDefault(name, new Words("", ""))));
            fields.put(name, pair);
        }
        return fields;
    }

    /** Words as a file of rules holds them: {@code zh} and {@code en}. */
    public static Map<String, Object> words(Words words) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("zh", words.zh());
        fields.put("en", words.en());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Map<String, Object> more) {
        if (!more.isEmpty()) {
            fields.put(name, more);
        }
    }

    private static void put(Map<String, Object> fields, String name, List<?> items) {
        if (!items.isEmpty()) {
            fields.put(name, items);
        }
    }
}
