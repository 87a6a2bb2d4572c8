package org.jiaxue.identity;

import java.util.Locale;

/** What a guardian consents to, separately. The words are under {@link #key(int)}. */
public enum Purpose {
    /** That lessons, activities, points, licences and certificates are recorded. */
    RECORDS(1),
    /** That the children's birth months and stages are kept; given as their guardian. */
    CHILDREN(1);

    private final int version;

    Purpose(int version) {
        this.version = version;
    }

    /** The version of the words in force; every consent is kept with the one it was given to. */
    public int version() {
        return version;
    }

    /** The message key of the words in a version. */
    public String key(int version) {
        return "identity.consent." + slug() + "." + version;
    }

    /** The purpose's name in forms. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
