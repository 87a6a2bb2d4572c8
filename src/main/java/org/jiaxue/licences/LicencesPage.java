package org.jiaxue.licences;

import java.util.List;
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

/** A guardian's licences: the house, the way to the next level, and every level reached. */
@Controller
class LicencesPage {

    private final Licences licences;
    private final OpenToMe benefits;

    LicencesPage(Licences licences, OpenToMe benefits) {
        this.licences = licences;
        this.benefits = benefits;
    }

    /** What the page shows; without a scheme in the guardian's division there is no house. */
    record View(@Nullable HouseOfStars stars, List<Row> rows, OpenToMe.Section benefits) {}

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
                        licences.of(guardian).stream().map(it -> row(frame, it)).toList(),
                        benefits.of(frame, guardian));
        return Html.page("licences/licences", frame, "view", view);
    }

    private static Row row(Frame frame, Licences.Held held) {
        return new Row(
                frame.say(
                        "licences.held.name",
                        frame.say(held.schemeName()),
                        frame.say(held.layerName()),
                        frame.say(held.levelName())),
                frame.say("licences.held.when", frame.texts().day(held.at())));
    }
}
