package org.jiaxue.licences.asking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jiaxue.web.Texts;

/** Why a confirmation is declined. None of them judges what somebody learned. */
public enum Reason {
    /** Whoever was asked cannot tell who it is. */
    NAME_UNKNOWN,
    /** The guardian does not belong to this class, school or county. */
    NOT_OURS,
    /** Whoever was asked would like to speak with the guardian first. */
    TALK_FIRST;

    /** As it is kept with the request. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String key() {
        return "licences.ask.reason." + slug();
    }

    /** What is kept as a request's reason, in words. */
    public static String words(Texts texts, String kept) {
        return ofSlug(kept).map(it -> texts.say(it.key())).orElse(kept);
    }

    static Optional<Reason> ofSlug(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
