package org.jiaxue.licences.benefit;

import org.jiaxue.licences.Ladders;
import org.jiaxue.licences.Ladders.Ladder;
import org.jiaxue.licences.Ladders.Step;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;

/** Offers in words: which licence opens one, whose it is, when. */
@Component
public class BenefitWords {

    private final Ladders ladders;
    private final Regions regions;

    BenefitWords(Ladders ladders, Regions regions) {
        this.ladders = ladders;
        this.regions = regions;
    }

    /** Which licence gives access, for instance {@code 星级家长执照 · 二星}. */
    public String gate(Texts texts, Gate gate) {
        Ladder ladder = ladders.named(gate.scheme()).orElse(null);
        if (ladder == null || gate.level() > ladder.levels().size()) {
            return gate.scheme() + " " + gate.level();
        }
        String level = texts.say(ladder.levels().get(gate.level() - 1));
        Words layer =
                gate.layer() == null
                        ? null
                        : ladder.layer(gate.layer()).map(Step::title).orElse(null);
        return layer == null
                ? texts.say("licences.benefit.gate", texts.say(ladder.name()), level)
                : texts.say(
                        "licences.benefit.gate-layer",
                        texts.say(ladder.name()),
                        texts.say(layer),
                        level);
    }

    /** Its kind and whose it is. */
    public String about(Texts texts, Offer offer) {
        return texts.say(
                "licences.benefit.about",
                texts.say(offer.kind().key()),
                texts.say(regions.nameOf(offer.division())));
    }

    public String days(Texts texts, Offer offer) {
        return texts.say(
                "licences.benefit.days", texts.day(offer.from()), texts.day(offer.until()));
    }
}
