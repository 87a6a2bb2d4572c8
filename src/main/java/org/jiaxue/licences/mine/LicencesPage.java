package org.jiaxue.licences.mine;

import java.util.List;
import org.jiaxue.licences.HouseOfStars;
import org.jiaxue.licences.Licences;
import org.jiaxue.licences.asking.WaitingForMe;
import org.jiaxue.licences.benefit.OpenToMe;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A guardian's licences: the house, the other schemes, the way to what comes next, what is lit. */
@Controller
class LicencesPage {

    private final Licences licences;
    private final OpenToMe benefits;
    private final WaitingForMe asking;

    LicencesPage(Licences licences, OpenToMe benefits, WaitingForMe asking) {
        this.asking = asking;
        this.licences = licences;
        this.benefits = benefits;
    }

    /**
     * What the page shows.
     *
     * @param stars null where the guardian's division has no scheme by ages
     * @param paths the other schemes in force
     */
    record View(
            @Nullable HouseOfStars stars,
            List<PathCard> paths,
            List<Row> rows,
            OpenToMe.Section benefits,
            WaitingForMe.Section asking) {}

    /** A level reached, in words. */
    record Row(String name, String when) {}

    @GetMapping("/me/licences")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView mine(Frame frame, GuardianId guardian) {
        View view =
                new View(
                        licences.standings(guardian)
                                .map(it -> HouseOfStars.of(frame, it))
                                .orElse(null),
                        licences.paths(guardian).stream()
                                .map(it -> PathCard.of(frame, it))
                                .toList(),
                        licences.of(guardian).stream().map(it -> row(frame, it)).toList(),
                        benefits.of(frame, guardian),
                        asking.of(frame, guardian));
        return Html.page("licences/mine/licences", frame, "view", view);
    }

    private static Row row(Frame frame, Licences.Held held) {
        return new Row(
                name(frame, held), frame.say("licences.held.when", frame.texts().day(held.at())));
    }

    private static String name(Frame frame, Licences.Held held) {
        String scheme = frame.say(held.schemeName());
        if (held.periodName() == null) {
            return frame.say(
                    "licences.held.name",
                    scheme,
                    frame.say(held.layerName()),
                    frame.say(held.levelName()));
        }
        String period = frame.say(held.periodName());
        return held.layers() == 1
                ? frame.say("licences.held.name-once", scheme, period)
                : frame.say(
                        "licences.held.name-period",
                        scheme,
                        frame.say(held.layerName()),
                        frame.say(held.levelName()),
                        period);
    }
}
