package org.jiaxue.catalogue.browsing;

import java.util.List;
import java.util.Map;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.Moment;
import org.jiaxue.catalogue.shelf.Shelves;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The courses and lessons of one stage. */
@Controller
class StagePage {

    private final Catalogue catalogue;
    private final Shelves shelves;

    StagePage(Catalogue catalogue, Shelves shelves) {
        this.catalogue = catalogue;
        this.shelves = shelves;
    }

    @GetMapping("/stages/{slug}")
    @OpenTo(Audience.ANYONE)
    ModelAndView stage(
            Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String page) {
        Stage stage =
                Stage.ofSlug(slug)
                        .orElseThrow(
                                () -> new Refusal(Problem.notFound("catalogue.problem.no-stage")));
        Slice<Lesson> lessons = catalogue.page(stage, Asked.page(page));
        List<Course> courses =
                catalogue.courses().stream().filter(course -> course.stage() == stage).toList();
        List<Moment> moments =
                shelves.current().moments().stream()
                        .filter(moment -> moment.stage() == stage)
                        .toList();
        return new ModelAndView(
                "catalogue/browsing/stage",
                Map.of(
                        "frame", frame, "stage", stage, "courses", courses, "lessons", lessons,
                        "moments", moments));
    }
}
