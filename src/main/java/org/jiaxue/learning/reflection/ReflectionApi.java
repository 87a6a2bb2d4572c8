package org.jiaxue.learning.reflection;

import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.web.Audience;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Sender;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Viewer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Answers to reflection questions, for programs. */
@RestController
class ReflectionApi {

    private final Catalogue catalogue;
    private final Reflections reflections;

    ReflectionApi(Catalogue catalogue, Reflections reflections) {
        this.catalogue = catalogue;
        this.reflections = reflections;
    }

    @ReflectionBody.Answering
    @PutMapping("/api/v1/lessons/{id}/reflection")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ReflectionJson reflect(
            @PathVariable String id,
            @RequestBody JsonNode body,
            GuardianId guardian,
            Sender sender,
            Texts texts) {
        JsonNode answer = body.path("answer");
        if (!answer.isString()) {
            throw new Refusal(Problem.badRequest("learning.problem.answer"));
        }
        LessonId lesson =
                Ids.parse(id)
                        .map(LessonId::new)
                        .orElseThrow(() ->
                                new Refusal(Problem.badRequest("learning.problem.lesson-id")));
        ReflectionAnswer judged =
                reflections.answer(guardian, lesson, answer.stringValue(), sender);
        if (judged instanceof ReflectionAnswer.NoSuchQuestion
                && catalogue.lesson(lesson).isEmpty()) {
            throw new Refusal(Problem.notFound("learning.problem.lesson-gone"));
        }
        return ReflectionJson.of(judged, texts);
    }
}
