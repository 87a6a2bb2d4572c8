package org.jiaxue.activities.desk;

import java.util.Map;

/** A form as it was filled in, with message keys by the field that has to be mended. */
sealed interface Filled permits ActivityForm, SessionForm {

    Map<String, String> values();

    Map<String, String> errors();

    default String value(String field) {
        return values().getOrDefault(field, "");
    }

    default boolean good() {
        return errors().isEmpty();
    }
}
