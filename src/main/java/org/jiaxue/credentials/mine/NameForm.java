package org.jiaxue.credentials.mine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiaxue.credentials.naming.Naming;
import org.jiaxue.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a person chooses a name, as filled in.
 *
 * @param form {@code full}, {@code surname} or {@code none}
 * @param error what is to be mended
 */
public record NameForm(
        String form, String full, String surname, String honorific, @Nullable Problem error) {

    NameForm with(Problem problem) {
        return new NameForm(form, full, surname, honorific, problem);
    }

    /** The honorifics to choose from; they are the same in every language. */
    public Map<String, String> honorifics() {
        Map<String, String> honorifics = new LinkedHashMap<>();
        Naming.HONORIFICS.forEach(each -> honorifics.put(each, each));
        return honorifics;
    }
}
