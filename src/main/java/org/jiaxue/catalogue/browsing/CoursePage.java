package org.jiaxue.catalogue.browsing;

import java.util.List;
import java.util.Map;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.CourseId;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A course with its lessons in order. */
@Controller
class CoursePage {

    private final Catalogue catalogue;

    CoursePage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/courses/{id}")
    @OpenTo(Audience.ANYONE)
    ModelAndView course(Frame frame, @PathVariable String id) {
        Course course =
                Ids.parse(id)
                        .map(CourseId::new)
                        .flatMap(catalogue::course)
                        .orElseThrow(
                                () -> new Refusal(Problem.notFound("catalogue.problem.no-course")));
        List<Lesson> lessons = catalogue.lessons(course.lessons());
        return new ModelAndView(
                "catalogue/browsing/course",
                Map.of("frame", frame, "course", course, "lessons", lessons));
    }
}
