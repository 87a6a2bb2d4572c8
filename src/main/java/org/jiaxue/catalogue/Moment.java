package org.jiaxue.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jiaxue.identity.Stage;

/**
 * The key moments of a family, for which lessons are packed together: expecting a child, and the
 * days in which a child starts childcare, kindergarten, primary, junior and senior high school.
 */
public enum Moment {
    PREGNANCY(Stage.MARRIAGE),
    CHILDCARE(Stage.INFANT),
    KINDERGARTEN(Stage.KINDERGARTEN),
    PRIMARY(Stage.PRIMARY),
    JUNIOR(Stage.JUNIOR),
    SENIOR(Stage.SENIOR);

    private final Stage stage;

    Moment(Stage stage) {
        this.stage = stage;
    }

    /** The moment's name in addresses and data files, for instance {@code childcare}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage that begins with it. */
    public Stage stage() {
        return stage;
    }

    /** The moment with this name; empty if there is none. */
    public static Optional<Moment> ofSlug(String slug) {
        return Arrays.stream(values()).filter(moment -> moment.slug().equals(slug)).findFirst();
    }
}
