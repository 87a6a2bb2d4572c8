package org.jiaxue.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jiaxue.web.Texts;

/** What a lesson is about: few words, so that two lessons on one thing are called alike. */
public enum Topic {
    PARTNERS,
    PREGNANCY,
    NEWBORN,
    RESPONSIVE_CARE,
    FOOD,
    SLEEP,
    HEALTH,
    GROWTH,
    SAFETY,
    PLAY,
    READING,
    TALKING,
    FEELINGS,
    MENTAL_HEALTH,
    BEGINNINGS,
    ROUTINES,
    TIME,
    LEARNING,
    HOMEWORK,
    EXAMS,
    INDEPENDENCE,
    AGREEMENTS,
    MONEY,
    SCREENS,
    SIBLINGS,
    FRIENDS,
    QUARRELS,
    BULLYING,
    TRUST,
    FUTURE;

    /** The topic's name in data files, for instance {@code mental-health}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In the reader's language. */
    public String say(Texts texts) {
        return texts.say("catalogue.topic." + slug());
    }

    /** The topic with this name; empty if there is none. */
    public static Optional<Topic> ofSlug(String slug) {
        return Arrays.stream(values()).filter(topic -> topic.slug().equals(slug)).findFirst();
    }
}
