package org.jiaxue.activities.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiaxue.activities.Activity;
import org.jiaxue.activities.ActivityId;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser filled in to announce an activity, as text, with what is wrong with it.
 *
 * @param values the fields as they were sent, by name
 * @param errors message keys by the field that has to be mended
 */
record ActivityForm(Map<String, String> values, Map<String, String> errors) implements Filled {

    private static final Pattern DIVISION =
            Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}");
    private static final int OLDEST = 25;
    private static final int MONTHS = 12;
    private static final String ENGLISH = "-en";

    static ActivityForm blank(String division) {
        return new ActivityForm(Map.of("division", division), Map.of());
    }

    static ActivityForm of(Map<String, String> sent, LocalDate today) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, value) -> values.put(name, value.strip()));
        ActivityForm form = new ActivityForm(values, new LinkedHashMap<>());
        form.length("title", 60, true);
        form.length("about", 600, false);
        form.length("place", 80, true);
        form.length("organiser", 60, true);
        form.check("division", DIVISION.matcher(form.value("division")).matches(), "division");
        form.check("stage", Stage.ofSlug(form.value("stage")).isPresent(), "choose");
        form.checkAges();
        SessionForm.check(values, form.errors(), today);
        return form;
    }

    /** The form with one more thing to mend. */
    ActivityForm with(String field, String key) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.put(field, "activities.form." + key);
        return new ActivityForm(values, more);
    }

    /** Whether anything was filled in in English, or has to be mended there. */
    boolean english() {
        return values.entrySet().stream()
                        .anyMatch(it -> it.getKey().endsWith(ENGLISH) && !it.getValue().isEmpty())
                || errors.keySet().stream().anyMatch(it -> it.endsWith(ENGLISH));
    }

    /** The activity that a good form announces. */
    Activity activity(ActivityId id) {
        return new Activity(
                id,
                words("title"),
                words("about"),
                words("place"),
                words("organiser"),
                value("division"),
                Stage.ofSlug(value("stage")).orElseThrow(),
                ages());
    }

    private Words words(String field) {
        String english = value(field + ENGLISH);
        return new Words(value(field), english.isEmpty() ? value(field) : english);
    }

    private @Nullable Ages ages() {
        return value("from").isEmpty()
                ? null
                : new Ages(
                        Integer.parseInt(value("from")) * MONTHS,
                        (Integer.parseInt(value("to")) + 1) * MONTHS);
    }

    private void length(String field, int most, boolean required) {
        if (required) {
            check(field, !value(field).isEmpty(), "missing");
        }
        check(field, value(field).length() <= most, "too-long");
        check(field + ENGLISH, value(field + ENGLISH).length() <= 2 * most, "too-long");
    }

    private void checkAges() {
        if (value("from").isEmpty() && value("to").isEmpty()) {
            return;
        }
        Optional<Integer> from = age("from");
        Optional<Integer> to = age("to");
        check("from", from.isPresent(), "age");
        check("to", to.isPresent(), "age");
        if (from.isPresent() && to.isPresent()) {
            check("to", to.get() >= from.get(), "ages-backwards");
        }
    }

    private Optional<Integer> age(String field) {
        return value(field).matches("[0-9]{1,2}")
                ? Optional.of(Integer.parseInt(value(field))).filter(years -> years < OLDEST)
                : Optional.empty();
    }

    private void check(String field, boolean holds, String key) {
        if (!holds) {
            errors.putIfAbsent(field, "activities.form." + key);
        }
    }
}
