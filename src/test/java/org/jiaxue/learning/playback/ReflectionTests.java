package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jiaxue.Caller;
import org.jiaxue.Overlapping;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.coverage.Span;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.learning.reflection.Answering;
import org.jiaxue.learning.reflection.ReflectionAnswer;
import org.jiaxue.learning.reflection.ReflectionStore;
import org.jiaxue.learning.reflection.Reflections;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

class ReflectionTests extends AtThePlayer {

    @Autowired Beats beats;
    @Autowired PlaybackStore playbacks;
    @Autowired CoverageStore coverage;
    @Autowired ReflectionStore answers;
    @Autowired Reflections reflections;
    @Autowired Recorder recorder;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationContext house;

    private String right = "";
    private Answering answering;

    @BeforeEach
    void readTheQuestion() {
        answering = new Answering(house);
        right = rightOf(lesson);
    }

    @Test
    void nothing_is_earned_where_nothing_was_played() {
        for (Lesson each : catalogue.lessons()) {
            for (String letter : List.of("a", "b", "c")) {
                Device.Answer answer = reflect(each, letter);
                assertThat(answer.points()).isZero();
                assertThat(answer.body().path("right").booleanValue())
                        .isEqualTo(letter.equals(rightOf(each)));
            }
        }
        assertThat(events()).isZero();
        assertThat(reflect(lesson, right).body().path("later").stringValue())
                .contains("看满八成", "1 分");
    }

    @Test
    void a_lesson_that_was_hardly_played_brings_no_point_for_its_question() {
        phone.play(playback, lesson.id().value());
        later(10);
        phone.beat(playback, "[[0,10]]");

        assertThat(reflect(lesson, right).points()).isZero();
        assertThat(events()).isZero();
    }

    @Test
    void after_a_lesson_its_question_is_answered_until_it_is_right_and_paid_once() {
        playThrough();
        Device.Answer first = reflect(lesson, "a".equals(right) ? "b" : "a");
        Device.Answer second = reflect(lesson, right);
        Device.Answer third = reflect(lesson, right);

        assertThat(first.body().path("right").booleanValue()).isFalse();
        assertThat(first.points()).isZero();
        assertThat(second.points()).isEqualTo(1);
        assertThat(second.body().has("later")).isFalse();
        assertThat(third.points()).isEqualTo(1);
        assertThat(events()).isEqualTo(2);
        assertThat(reflect(lesson, "z").code()).isEqualTo("learning.problem.no-such-choice");
    }

    @Test
    void a_question_answered_before_is_paid_by_the_beat_that_completes_its_lesson() {
        reflect(lesson, right);
        reflect(lesson, "a".equals(right) ? "b" : "a");

        Device.Answer crossing = playThrough();

        assertThat(crossing.points()).isEqualTo(3);
        assertThat(crossing.body().path("earned").size()).isEqualTo(2);
        assertThat(phone.beat(playback, "[[0,5]]").points()).isEqualTo(3);
        assertThat(phone.play(playback, lesson.id().value()).points()).isEqualTo(3);
        assertThat(reflect(lesson, right).points()).isEqualTo(1);
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void an_answer_given_while_the_lesson_is_being_completed_waits_and_is_paid() throws Exception {
        Beat beat = lastBeat();

        ReflectionAnswer answer =
                overlapping(
                        () -> assertThat(crossing(beat).write()).isTrue(),
                        () -> reflections.answer(guardian, lesson.id(), right));

        assertThat(((ReflectionAnswer.Right) answer).earnings().earned()).hasSize(1);
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void a_lesson_completed_while_its_question_is_being_answered_waits_and_pays_both()
            throws Exception {
        Beat beat = lastBeat();

        BeatAnswer answer =
                overlapping(
                        () ->
                                assertThat(answering.answer(guardian, lesson.id(), right))
                                        .isInstanceOf(ReflectionAnswer.RightUnseen.class),
                        () -> beats.hear(beat).orElseThrow().get());

        assertThat(((BeatAnswer.Taken) answer).earnings().earned()).hasSize(2);
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void the_page_says_that_the_point_comes_with_the_lesson_and_knows_its_keeper_by_a_hash() {
        String keeper = keeper(guardian);

        assertThat(keeper).matches("[0-9a-f]{32}").isEqualTo(keeper(guardian));
        assertThat(keeper(agreed())).isNotEqualTo(keeper);
        assertThat(
                        program(guardian)
                                .post(
                                        "/lessons/" + lesson.id() + "/reflection",
                                        Map.of("answer", right))
                                .words())
                .contains("看满八成，思考题的 1 分会自动记上");
        assertThat(events()).isZero();
    }

    private String keeper(GuardianId who) {
        Caller.Answer page = program(who).get("/lessons/" + lesson.id());
        assertThat(page.body()).doesNotContain(who.toString());
        return page.page().select("[data-player]").attr("data-keeper");
    }

    private Caller program(GuardianId who) {
        Set<Viewer.Scope> scopes = Set.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        return Caller.with(
                port, "zh-CN", people.issueToken(who, scopes, Duration.ofDays(1)).token());
    }

    private Device.Answer playThrough() {
        phone.play(playback, lesson.id().value());
        later(60);
        return phone.beat(playback, "[[0,75]]");
    }

    private Beat lastBeat() {
        phone.play(playback, lesson.id().value());
        later(60);
        return new Beat(guardian, playback, List.of(new Span(0, lesson.seconds())), null);
    }

    private BeatGroup crossing(Beat beat) {
        return new BeatGroup(
                List.of(beat),
                PlainBeats.none(),
                coverage,
                playbacks,
                answers,
                recorder,
                catalogue);
    }

    /** Does the second while the first's transaction is open, for which it has to wait. */
    private <T> T overlapping(Supplier<?> first, Callable<T> second) throws Exception {
        return new Overlapping(transaction, jdbc).run(first, second).second();
    }

    private String rightOf(Lesson which) {
        return catalogue.question(which.id()).orElseThrow().right().letter();
    }

    private Device.Answer reflect(Lesson which, String answer) {
        return phone.send(
                "PUT",
                "/api/v1/lessons/" + which.id() + "/reflection",
                "{\"answer\":\"" + answer + "\"}");
    }
}
