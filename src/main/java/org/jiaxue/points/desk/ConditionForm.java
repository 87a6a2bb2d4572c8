package org.jiaxue.points.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.cel.Condition;
import org.jiaxue.cel.Fault;
import org.jiaxue.identity.Stage;
import org.jiaxue.points.rules.RuleWords;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The part of a form that asks for a condition: the usual ones to choose from, and a line for one
 * that is written out. Whatever is filled in has to hold together.
 */
final class ConditionForm {

    /** What can be chosen of each kind of condition: the value that is sent to what it means. */
    private static final Map<String, Map<String, String>> CHOICES = choices();

    private ConditionForm() {}

    private static Map<String, Map<String, String>> choices() {
        Map<String, String> guardians = new LinkedHashMap<>();
        Map<String, String> contents = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            guardians.put(stage.slug(), "guardian.stage == \"%s\"".formatted(stage.slug()));
            contents.put(stage.slug(), "content.stage == \"%s\"".formatted(stage.slug()));
        }
        Map<String, String> days = new LinkedHashMap<>();
        days.put("weekend", "event.weekday in [6, 7]");
        days.put("workdays", "event.weekday <= 5");
        Map<String, String> minutes = new LinkedHashMap<>();
        for (int least : List.of(3, 5, 10, 20)) {
            minutes.put(Integer.toString(least), "content.minutes >= " + least);
        }
        Map<String, Map<String, String>> choices = new LinkedHashMap<>();
        choices.put("guardian", guardians);
        choices.put("content", contents);
        choices.put("days", days);
        choices.put("minutes", minutes);
        return choices;
    }

    /**
     * What the form's fields come to; empty where nothing is asked. What is written out and cannot
     * be read by itself stands alone, so that its fault is told and nothing escapes its brackets.
     */
    static String source(RuleForm form, String field) {
        List<String> parts = new ArrayList<>();
        CHOICES.forEach((name, values) -> {
            String chosen = values.get(form.value(field + ".if." + name));
            if (chosen != null) {
                parts.add(chosen);
            }
        });
        String written = form.value(field + ".when");
        if (parts.isEmpty() || (!written.isEmpty() && RuleWords.read(written) instanceof Fault)) {
            return written;
        }
        if (!written.isEmpty()) {
            parts.add(written.contains("//") ? "(" + written + "\n)" : "(" + written + ")");
        }
        return String.join(" && ", parts);
    }

    /** What can be chosen, by the field's last part: values to the reader's words, any first. */
    static Map<String, Map<String, String>> options(Frame frame) {
        Map<String, Map<String, String>> options = new LinkedHashMap<>();
        CHOICES.forEach((name, values) -> {
            Map<String, String> said = new LinkedHashMap<>();
            said.put("", frame.say("points.form.if.any"));
            values.keySet().forEach(value -> said.put(value, say(frame, name, value)));
            options.put(name, said);
        });
        return options;
    }

    private static String say(Frame frame, String name, String value) {
        return switch (name) {
            case "days" -> frame.say("points.form.if.days." + value);
            case "minutes" -> frame.say("points.form.if.minutes.least", value);
            default -> Stage.ofSlug(value).map(it -> frame.say(it.key())).orElse(value);
        };
    }

    /** The condition that is written out, in plain words; null where there is none to read. */
    static @Nullable Words written(RuleForm form, String field) {
        String written = form.value(field + ".when");
        return !written.isEmpty() && RuleWords.read(written) instanceof Condition condition
                ? condition.words()
                : null;
    }
}
