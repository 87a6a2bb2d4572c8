package org.jiaxue.catalogue.browsing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.Moment;
import org.jiaxue.catalogue.shelf.Picks;
import org.jiaxue.catalogue.shelf.Shelf;
import org.jiaxue.catalogue.shelf.Shelves;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.OpenTo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The answer to a question, and the library when nothing was asked. */
@Controller
class SearchPage {

    private static final int EXAMPLES = 4;

    private final Shelves shelves;

    SearchPage(Shelves shelves) {
        this.shelves = shelves;
    }

    @GetMapping("/search")
    @OpenTo(Audience.ANYONE)
    ModelAndView search(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String page) {
        Asked asked = Asked.of(q, stage, kind, minutes, page);
        Shelf shelf = shelves.current();
        Found found = asked.tooLong() ? Found.NOTHING : Found.of(asked, shelf, frame.texts());
        ModelAndView view = new ModelAndView(template(asked), model(frame, asked, shelf, found));
        if (asked.tooLong()) {
            view.setStatus(HttpStatus.BAD_REQUEST);
        }
        return view;
    }

    private static String template(Asked asked) {
        return asked.q().isEmpty() && !asked.filtered() && asked.page() == 0
                ? "catalogue/browsing/library"
                : "catalogue/browsing/search";
    }

    private static Map<String, Object> model(Frame frame, Asked asked, Shelf shelf, Found found) {
        return Map.of(
                "frame",
                frame,
                "asked",
                asked,
                "found",
                found,
                "choices",
                Choices.in(shelf),
                "examples",
                examples(shelf, frame),
                "courses",
                List.copyOf(shelf.courses().values()));
    }

    /**
     * What there is to choose from.
     *
     * @param stages those that have a lesson
     * @param kinds those that have a lesson
     * @param moments those that have a lesson
     */
    record Choices(List<Stage> stages, List<Lesson.Kind> kinds, List<Moment> moments) {

        static Choices in(Shelf shelf) {
            List<Lesson> all = shelf.all();
            return new Choices(
                    all.stream().map(Lesson::stage).distinct().sorted().toList(),
                    all.stream().map(Lesson::kind).distinct().sorted().toList(),
                    shelf.moments());
        }
    }

    /** The first question of some lessons over the stages, as one might put it. */
    private static List<String> examples(Shelf shelf, Frame frame) {
        return Picks.from(shelf, List.of(), List.of(), Set.of())
                .flatMap(pick -> shelf.content(pick.lesson().id()).stream())
                .map(it -> frame.texts().english() ? it.asksEn() : it.asksZh())
                .map(List::getFirst)
                .limit(EXAMPLES)
                .toList();
    }
}
