package org.jiaxue.licences.offer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.licences.benefit.Promise;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Words;

/**
 * An offer's words as an officer filled them in, with what is wrong with them.
 *
 * @param values the fields as they were sent, by name
 * @param errors what has to be mended, by field; of key and arguments
 */
record WordsForm(Map<String, String> values, Map<String, Problem> errors) {

    static final int TITLE = 40;
    static final int WHAT = 300;
    static final int PLACE = 80;

    static final List<String> FIELDS =
            List.of("title", "title-en", "what", "what-en", "place", "place-en");

    private static final String ENGLISH = "-en";

    static WordsForm blank(Map<String, String> values) {
        return new WordsForm(values, Map.of());
    }

    static WordsForm of(Promise promise) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "title", promise.title());
        put(values, "what", promise.what());
        put(values, "place", promise.place());
        return blank(values);
    }

    static WordsForm of(Map<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, value) -> values.put(name, value.strip()));
        WordsForm form = new WordsForm(values, new LinkedHashMap<>());
        form.text("title", TITLE);
        form.text("what", WHAT);
        form.text("place", PLACE);
        return form;
    }

    boolean good() {
        return errors.isEmpty();
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** The form with one more thing to mend. */
    WordsForm with(String field, String key, Object... args) {
        Map<String, Problem> more = new LinkedHashMap<>(errors);
        more.put(field, Problem.unprocessable(key, args));
        return new WordsForm(values, more);
    }

    Promise promise() {
        return new Promise(words("title"), words("what"), words("place"));
    }

    private Words words(String field) {
        return new Words(value(field), value(field + ENGLISH));
    }

    private void text(String field, int most) {
        length(field, most);
        length(field + ENGLISH, 2 * most);
    }

    private void length(String field, int most) {
        if (value(field).isEmpty()) {
            errors.put(field, Problem.unprocessable("licences.offer.form.missing"));
        } else if (value(field).length() > most) {
            errors.put(field, Problem.unprocessable("licences.offer.form.too-long", most));
        }
    }

    private static void put(Map<String, String> values, String field, Words words) {
        values.put(field, words.zh());
        values.put(field + ENGLISH, words.en());
    }
}
