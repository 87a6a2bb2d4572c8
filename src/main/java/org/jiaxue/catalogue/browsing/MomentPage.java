package org.jiaxue.catalogue.browsing;

import java.util.List;
import java.util.Map;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.Moment;
import org.jiaxue.catalogue.shelf.Shelves;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The lessons packed for one key moment of a family. */
@Controller
class MomentPage {

    private final Shelves shelves;

    MomentPage(Shelves shelves) {
        this.shelves = shelves;
    }

    @GetMapping("/moments/{slug}")
    @OpenTo(Audience.ANYONE)
    ModelAndView moment(Frame frame, @PathVariable String slug) {
        Moment moment =
                Moment.ofSlug(slug)
                        .orElseThrow(
                                () -> new Refusal(Problem.notFound("catalogue.problem.no-moment")));
        List<Lesson> lessons = shelves.current().lessonsFor(moment);
        return new ModelAndView(
                "catalogue/browsing/moment",
                Map.of("frame", frame, "moment", moment, "lessons", lessons));
    }
}
