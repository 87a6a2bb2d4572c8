package org.jiaxue.points.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiaxue.points.rules.Caps;
import org.jiaxue.points.rules.Change;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A draft as a form: its fields as text, with what is wrong with them in the reader's words.
 *
 * @param values by name: {@code name.zh}, {@code from}, {@code caps.day}, {@code changes.0.points}
 * @param errors by the field that has to be mended; {@link #WHOLE} for what belongs to none
 */
record RuleForm(Map<String, String> values, Map<String, String> errors) {

    /** Where the errors stand that belong to no field. */
    static final String WHOLE = "form";

    /** The most rules of its own that the form can hold; a larger set is written as a file. */
    static final int MOST_RULES = 12;

    /** The most rules from above that it can change. */
    static final int MOST_CHANGES = 40;

    /** As it was sent. */
    static RuleForm sent(Map<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, value) -> values.put(name, value.strip().replace("\r\n", "\n")));
        return new RuleForm(values, new LinkedHashMap<>());
    }

    /**
     * For writing the next set after one, or the first one.
     *
     * @param set the one before or the draft so far; null for neither
     * @param from its first day
     * @param above the rules that it may change
     */
    static RuleForm of(@Nullable RuleSet set, LocalDate from, Effective above) {
        RuleForm form = new RuleForm(new LinkedHashMap<>(), new LinkedHashMap<>());
        form.put("from", from.toString());
        int index = 0;
        for (Rule rule : above.rules()) {
            form.put("changes." + index + ".rule", rule.name());
            if (set != null) {
                form.putChange("changes." + index, set, rule.name());
            }
            index++;
        }
        if (set != null) {
            form.putWords("name", set.name());
            form.put("until", set.until() == null ? "" : set.until().toString());
            form.putCaps("caps", set.caps());
            LeewayForm.put(form, set.leeway());
            SaidForm.put(form, set);
            for (int own = 0; own < set.rules().size(); own++) {
                form.putRule("rules." + own, set.rules().get(own));
            }
        }
        return form;
    }

    private void putChange(String field, RuleSet set, String name) {
        for (Change change : set.changes()) {
            if (change.rule().equals(name)) {
                putNumber(field + ".points", change.points());
                putNumber(field + ".content", change.content());
                putCaps(field, change.caps());
                put(field + ".when", change.when() == null ? "" : change.when().source());
                LeewayForm.put(this, field + ".leeway", change.leeway());
                putWords(field + ".did", change.did());
                putWords(field + ".why", change.why());
            }
        }
    }

    private void putRule(String field, Rule rule) {
        put(field + ".rule", rule.name());
        put(field + ".kind", rule.kind().slug());
        put(field + ".points", Integer.toString(rule.points()));
        put(field + ".category", rule.category().slug());
        putNumber(field + ".content", rule.content() == rule.points() ? null : rule.content());
        putCaps(field, rule.caps());
        put(field + ".when", rule.when() == null ? "" : rule.when().source());
        LeewayForm.put(this, field + ".leeway", rule.leeway());
        putWords(field + ".did", rule.did());
        putWords(field + ".why", rule.why());
    }

    private void putCaps(String field, Caps caps) {
        for (Period period : Period.values()) {
            putNumber(field + "." + period.slug(), caps.of(period));
        }
    }

    private void putNumber(String field, @Nullable Integer number) {
        put(field, number == null ? "" : number.toString());
    }

    void putWords(String field, @Nullable Words words) {
        put(field + ".zh", words == null ? "" : words.zh());
        put(field + ".en", words == null ? "" : words.en());
    }

    void put(String field, String value) {
        if (!value.isEmpty()) {
            values.put(field, value);
        }
    }

    /** Whether it was sent, though it may be empty. */
    boolean sent(String field) {
        return values.containsKey(field);
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    @Nullable String error(String field) {
        return errors.get(field);
    }

    boolean good() {
        return errors.isEmpty();
    }

    /** Notes what is wrong with a field, unless something was noted before. */
    void wrong(String field, String words) {
        errors.putIfAbsent(field, words);
    }

    /** The first day where it can be read. */
    LocalDate from(LocalDate otherwise) {
        try {
            return LocalDate.parse(value("from"));
        } catch (DateTimeException unreadable) {
            return otherwise;
        }
    }

    /** How many rules of its own it holds, counted up to the last that has a kind. */
    int rules() {
        int count = 0;
        for (int i = 0; i < MOST_RULES; i++) {
            if (!value("rules." + i + ".kind").isEmpty()) {
                count = i + 1;
            }
        }
        return count;
    }

    /** Whether anything under a field has to be mended. */
    boolean faulty(String field) {
        return errors.keySet().stream().anyMatch(it -> it.startsWith(field + "."));
    }

    /** Whether anything under a field was filled in or has to be mended. */
    boolean touched(String field) {
        return values.entrySet().stream()
                        .anyMatch(it ->
                                it.getKey().startsWith(field + ".")
                                        && !it.getKey().equals(field + ".rule")
                                        && !it.getValue().isEmpty())
                || faulty(field);
    }
}
