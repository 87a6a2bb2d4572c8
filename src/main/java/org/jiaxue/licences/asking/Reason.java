package org.jiaxue.licences.asking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a confirmation is declined. None of them judges what somebody learned. */
enum Reason {
    /** Whoever was asked cannot tell who it is. */
    NAME_UNKNOWN,
    /** The guardian does not belong to this class, school or county. */
    NOT_OURS,
    /** Whoever was asked would like to speak with the guardian first. */
    TALK_FIRST;

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String key() {
        return "licences.asking.reason." + slug();
    }

    static Optional<Reason> ofSlug(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
