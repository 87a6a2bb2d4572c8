package org.jiaxue.schools.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in.
 *
 * @param values the fields as they were sent, by name
 * @param errors what is wrong, in the reader's words, by the field that has to be mended
 */
record Form(Map<String, String> values, Map<String, String> errors) {

    static final Form EMPTY = new Form(Map.of(), Map.of());

    static Form of(Map<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, value) -> values.put(name, value.strip()));
        return new Form(values, new LinkedHashMap<>());
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
}
