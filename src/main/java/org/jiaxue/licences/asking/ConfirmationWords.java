package org.jiaxue.licences.asking;

import org.jiaxue.licences.Confirmations.Names;
import org.jiaxue.licences.Confirmations.Place;
import org.jiaxue.licences.Confirmer;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Confirmations in words: what is confirmed, and by whom. */
@Component
class ConfirmationWords {

    private final Regions regions;

    ConfirmationWords(Regions regions) {
        this.regions = regions;
    }

    /** What is confirmed, with its period where there is one. */
    String what(Texts texts, Names names) {
        return names.period() == null
                ? texts.say(
                        "licences.ask.what",
                        texts.say(names.scheme()),
                        texts.say(names.layer()),
                        texts.say(names.level()))
                : texts.say(
                        "licences.ask.what-period",
                        texts.say(names.scheme()),
                        texts.say(names.layer()),
                        texts.say(names.level()),
                        texts.say(names.period()));
    }

    /** Who is asked. A class is called one's own, for its name is for those who teach it. */
    String asked(Texts texts, Confirmer confirmer, @Nullable Place place) {
        return switch (confirmer) {
            case SELF -> texts.say("licences.ask.who.self");
            case CLASS -> texts.say("licences.ask.who.class");
            case SCHOOL ->
                    texts.say(
                            "licences.ask.who.school", place == null ? "" : schoolOf(texts, place));
            case COUNTY ->
                    texts.say(
                            "licences.ask.who.county",
                            place == null ? "" : texts.say(regions.nameOf(place.node())));
        };
    }

    private String schoolOf(Texts texts, Place place) {
        return Ids.parse(place.node())
                .flatMap(regions::organisation)
                .map(Organisation::title)
                .map(texts::say)
                .orElse("");
    }
}
