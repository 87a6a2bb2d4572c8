package org.jiaxue.points.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.RuleText;
import org.jiaxue.web.DataText;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes a form as the file of a rule set. What was not sent with the form stays as in the set that
 * it began from.
 */
final class FormFile {

    private static final Words ANYTHING = new Words("学过《{title}》", "Learned “{title}”");
    private static final Words POINTS = new Words("记 {points} 分。", "{points} points.");
    private static final int LONGEST_NAME = 40;

    private final RuleForm form;
    private final Owner owner;
    private final Effective above;
    private final @Nullable RuleSet set;
    private final Map<String, Object> base;

    /** The form's index of each item in the file, by list. */
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();

    /** The form's index of each item in the file, by list and the rule's name. */
    private final Map<String, Integer> named = new HashMap<>();

    FormFile(RuleForm form, Owner owner, @Nullable RuleSet base, Effective above) {
        this.form = form;
        this.owner = owner;
        this.above = above;
        this.set = base;
        this.base = base == null ? Map.of() : RuleText.fields(base);
        places.put("changes", new ArrayList<>());
        places.put("rules", new ArrayList<>());
    }

    String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("division", owner.division());
        if (owner.school() != null) {
            fields.put("school", owner.school().toString());
        }
        put(fields, "from", form.value("from"));
        put(fields, "until", form.value("until"));
        fields.put("name", words("name"));
        sources(fields);
        put(fields, "leeway", LeewayForm.ofSet(form));
        List<Object> rules = rules();
        if (!rules.isEmpty()) {
            fields.put("rules", rules);
        }
        List<Object> changes = changes();
        if (!changes.isEmpty()) {
            fields.put("changes", changes);
        }
        put(fields, "caps", caps("caps"));
        if (form.sent(SaidForm.SHOWN)) {
            put(fields, "sentences", SaidForm.sentences(form, above));
        } else {
            keep(fields, "sentences");
        }
        return DataText.write(fields);
    }

    private void sources(Map<String, Object> fields) {
        if (!form.sent(SaidForm.SHOWN)) {
            keep(fields, "sources");
            return;
        }
        List<Integer> indexes = new ArrayList<>();
        List<Object> sources = SaidForm.sources(form, indexes::add);
        places.put("sources", indexes);
        if (!sources.isEmpty()) {
            fields.put("sources", sources);
        }
    }

    /** The form's index of an item of the file. */
    int place(String list, int item) {
        return places.getOrDefault(list, List.of()).get(item);
    }

    /** The form's index of the item of this rule; empty where the form does not show it. */
    Optional<Integer> named(String list, String rule) {
        return Optional.ofNullable(named.get(list + "." + rule));
    }

    private void keep(Map<String, Object> fields, String name) {
        Object kept = base.get(name);
        if (kept != null) {
            fields.put(name, kept);
        }
    }

    private List<Object> changes() {
        List<Object> changes = new ArrayList<>();
        for (int i = 0; i < RuleForm.MOST_CHANGES; i++) {
            String field = "changes." + i;
            String rule = form.value(field + ".rule");
            Map<String, Object> change = item(field);
            put(change, "leeway", LeewayForm.ofRule(form, field + ".leeway"));
            if (!rule.isEmpty() && !change.isEmpty()) {
                Map<String, Object> whole = new LinkedHashMap<>();
                whole.put("rule", rule);
                whole.putAll(change);
                changes.add(whole);
                place("changes", rule, i);
            }
        }
        return changes;
    }

    private List<Object> rules() {
        List<Object> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        above.rules().forEach(it -> names.add(it.name()));
        for (int i = 0; i < RuleForm.MOST_RULES; i++) {
            String field = "rules." + i;
            names.add(form.value(field + ".rule"));
        }
        for (int i = 0; i < RuleForm.MOST_RULES; i++) {
            String field = "rules." + i;
            String kind = form.value(field + ".kind");
            if (!kind.isEmpty()) {
                Map<String, Object> rule = rule(field, kind, names);
                rules.add(rule);
                place("rules", String.valueOf(rule.get("rule")), i);
            }
        }
        return rules;
    }

    private void place(String list, String rule, int index) {
        places.getOrDefault(list, new ArrayList<>()).add(index);
        named.put(list + "." + rule, index);
    }

    private Map<String, Object> rule(String field, String kind, Set<String> names) {
        Map<String, Object> rule = new LinkedHashMap<>();
        String given = form.value(field + ".rule");
        String name = given.isEmpty() ? name(kind, names) : given;
        rule.put("rule", name);
        rule.put("kind", kind);
        put(rule, "mark", mark(name, form.value(field + ".points")));
        Map<String, Object> item = item(field);
        rule.putAll(item);
        put(rule, "category", form.value(field + ".category"));
        put(rule, "leeway", LeewayForm.ofRule(form, field + ".leeway"));
        rule.put("did", or(field + ".did", usual(kind, true)));
        rule.put("why", or(field + ".why", usual(kind, false)));
        if (!rule.containsKey("points")) {
            rule.put("points", "");
        }
        return rule;
    }

    /** Where its points come from, as long as they are those. */
    private String mark(String name, String points) {
        return set == null
                ? ""
                : set.rules().stream()
                        .filter(it -> it.name().equals(name))
                        .filter(it -> Integer.toString(it.points()).equals(points))
                        .map(Rule::mark)
                        .findFirst()
                        .orElse("");
    }

    /** A name that no other rule bears; it is never shown to a parent. */
    private String name(String kind, Set<String> names) {
        String tail = owner.school() == null ? owner.division() : owner.division() + "-school";
        String first = kind + "-" + tail;
        String stem = first.substring(0, Math.min(first.length(), LONGEST_NAME - 3));
        String name = stem;
        for (int i = 2; !names.add(name); i++) {
            name = stem + "-" + i;
        }
        return name;
    }

    private Words usual(String kind, boolean did) {
        return EventKind.ofSlug(kind)
                .flatMap(above::always)
                .map((Rule rule) -> did ? rule.did() : rule.why())
                .orElse(did ? ANYTHING : POINTS);
    }

    private Map<String, Object> or(String field, Words usual) {
        if (blank(field)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("zh", usual.zh());
            fields.put("en", usual.en());
            return fields;
        }
        return words(field);
    }

    private boolean blank(String field) {
        return form.value(field + ".zh").isEmpty() && form.value(field + ".en").isEmpty();
    }

    /** What rules and changes have in common, as far as it was filled in. */
    private Map<String, Object> item(String field) {
        Map<String, Object> item = new LinkedHashMap<>();
        put(item, "points", form.value(field + ".points"));
        Map<String, Object> caps = new LinkedHashMap<>();
        put(caps, "content", form.value(field + ".content"));
        caps.putAll(caps(field));
        put(item, "caps", caps);
        put(item, "when", ConditionForm.source(form, field));
        if (!blank(field + ".did")) {
            item.put("did", words(field + ".did"));
        }
        if (!blank(field + ".why")) {
            item.put("why", words(field + ".why"));
        }
        return item;
    }

    private Map<String, Object> caps(String field) {
        Map<String, Object> caps = new LinkedHashMap<>();
        for (Period period : Period.values()) {
            put(caps, period.slug(), form.value(field + "." + period.slug()));
        }
        return caps;
    }

    private Map<String, Object> words(String field) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "zh", form.value(field + ".zh"));
        put(fields, "en", form.value(field + ".en"));
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Map<String, Object> more) {
        if (!more.isEmpty()) {
            fields.put(name, more);
        }
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (value.matches("[0-9]{1,9}") && !name.equals("zh") && !name.equals("en")) {
            fields.put(name, Integer.valueOf(value));
        } else if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }
}
