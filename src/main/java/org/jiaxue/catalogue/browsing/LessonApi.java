package org.jiaxue.catalogue.browsing;

import java.util.List;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.shelf.Shelves;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Slice;
import org.jiaxue.web.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lessons for programs, in the language that Accept-Language asks for. Open to anyone. */
@RestController
@RequestMapping("/api/v1/lessons")
@OpenTo(Audience.ANYONE)
class LessonApi {

    private final Catalogue catalogue;
    private final Shelves shelves;

    LessonApi(Catalogue catalogue, Shelves shelves) {
        this.catalogue = catalogue;
        this.shelves = shelves;
    }

    /** A page of a list: 20 lessons at most; {@code page} from 0. */
    record LessonList(List<LessonJson.Item> items, int page, int pages) {}

    @GetMapping
    LessonList lessons(
            Texts texts,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String page) {
        Asked asked = Asked.of(q, stage, "", "", page).bounded();
        Slice<LessonContent> slice =
                Slice.of(asked.in(shelves.current()), asked.page(), Catalogue.PAGE_SIZE);
        List<LessonJson.Item> items =
                slice.items().stream()
                        .map(content -> LessonJson.Item.of(content.lesson(), texts))
                        .toList();
        return new LessonList(items, slice.page(), slice.pages());
    }

    @GetMapping("/{id}")
    LessonJson lesson(Texts texts, @PathVariable String id) {
        LessonContent content =
                catalogue
                        .content(lessonId(id))
                        .orElseThrow(
                                () -> new Refusal(Problem.notFound("catalogue.problem.no-lesson")));
        return LessonJson.of(
                content, catalogue.courseOf(content.lesson().id()).orElse(null), texts);
    }

    private static LessonId lessonId(String id) {
        return Ids.parse(id)
                .map(LessonId::new)
                .orElseThrow(() -> new Refusal(Problem.badRequest("catalogue.problem.lesson-id")));
    }
}
