package org.jiaxue.identity.family;

import java.util.Map;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a guardian is called: given, corrected, or taken away again. */
@Controller
class NamePage {

    private static final String HERE = "/me/data/name";

    /** The name as it stands in the form. */
    record Named(String name, int longest, Map<String, String> errors) {}

    private final Guardians guardians;

    NamePage(Guardians guardians) {
        this.guardians = guardians;
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping(HERE)
    ModelAndView show(Frame frame, GuardianId guardian) {
        return page(frame, guardians.nameOf(guardian).orElse(""), Map.of());
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE)
    ModelAndView save(
            Frame frame, GuardianId guardian, @RequestParam(defaultValue = "") String name) {
        try {
            guardians.rename(guardian, name);
        } catch (Refusal refused) {
            return Html.with(
                    refused.problem().status(),
                    page(frame, name, Map.of("name", frame.say(refused.problem()))));
        }
        return Html.seeOther("/me/data");
    }

    private static ModelAndView page(Frame frame, String name, Map<String, String> errors) {
        return Html.page(
                "identity/family/name",
                frame,
                "named",
                new Named(name, Guardians.LONGEST_NAME, errors));
    }
}
