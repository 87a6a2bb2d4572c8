package org.jiaxue.learning.lesson;

import java.util.List;
import java.util.stream.Stream;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.learning.Earned;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.Reached;
import org.jiaxue.learning.reflection.ReflectionAnswer;
import org.jiaxue.learning.reflection.Reflections;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Sender;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A lesson: its player, its text and its question. */
@Controller
class LessonPage {

    private static final int MOST_DIGITS_OF_A_SECOND = 6;

    private final LessonViews views;
    private final Reflections reflections;

    LessonPage(LessonViews views, Reflections reflections) {
        this.views = views;
        this.reflections = reflections;
    }

    /** The sender is asked for so that the browser has a number before anything is played. */
    @GetMapping("/lessons/{id}")
    @OpenTo(Audience.ANYONE)
    ModelAndView show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String at,
            Frame frame,
            Sender sender) {
        return page(lessonId(id), frame, second(at), null);
    }

    /** The answer from a form, for those without script; the page comes back with what was said. */
    @PostMapping("/lessons/{id}/reflection")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView reflect(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            GuardianId guardian,
            Frame frame,
            Sender sender) {
        LessonId lesson = lessonId(id);
        return switch (reflections.answer(guardian, lesson, answer, sender)) {
            case ReflectionAnswer.Right right ->
                    answered(lesson, frame, true, right.reply(), news(right.earnings(), frame));
            case ReflectionAnswer.RightUnseen unseen ->
                    answered(
                            lesson,
                            frame,
                            true,
                            unseen.reply(),
                            List.of(unseen.later(frame.texts())));
            case ReflectionAnswer.NotYet notYet ->
                    answered(lesson, frame, false, notYet.reply(), List.of());
            case ReflectionAnswer.NoSuchChoice _ ->
                    Html.with(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            page(
                                    lesson,
                                    frame,
                                    null,
                                    new LessonView.Outcome(
                                            false,
                                            frame.say("learning.problem.answer-missing"),
                                            List.of())));
            case ReflectionAnswer.NoSuchQuestion _ ->
                    throw new Refusal(Problem.notFound("learning.problem.no-such-question"));
            case ReflectionAnswer.NotAgreed _ ->
                    throw new Refusal(Problem.forbidden("learning.problem.not-agreed"));
        };
    }

    private ModelAndView answered(
            LessonId lesson, Frame frame, boolean right, Words reply, List<String> news) {
        return page(lesson, frame, null, new LessonView.Outcome(right, frame.say(reply), news));
    }

    private ModelAndView page(
            LessonId id,
            Frame frame,
            @Nullable Integer second,
            LessonView.@Nullable Outcome outcome) {
        LessonView view =
                views.of(id, frame, second, outcome)
                        .orElseThrow(() ->
                                new Refusal(Problem.notFound("learning.problem.no-such-lesson")));
        return Html.page("learning/lesson/page", frame, "view", view);
    }

    private static List<String> news(Earner.Earnings earnings, Frame frame) {
        return Stream.concat(
                        earnings.earned().stream().map(Earned::why),
                        earnings.reached().stream().map(Reached::news))
                .map(frame::say)
                .toList();
    }

    private static @Nullable Integer second(String at) {
        return at.matches("[0-9]{1," + MOST_DIGITS_OF_A_SECOND + "}") ? Integer.valueOf(at) : null;
    }

    private static LessonId lessonId(String id) {
        return Ids.parse(id)
                .map(LessonId::new)
                .orElseThrow(
                        () -> new Refusal(Problem.notFound("learning.problem.no-such-lesson")));
    }
}
