package org.jiaxue.learning.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Playbacks and beats for programs; the player page is the first of them. */
@RestController
@RequestMapping("/api/v1")
@OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
class PlaybackApi {

    static final int MOST_BEATS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(PlaybackApi.class);

    private final Playbacks playbacks;
    private final Beats beats;
    private final BeatWait wait;

    PlaybackApi(Playbacks playbacks, Beats beats, BeatWait wait) {
        this.playbacks = playbacks;
        this.beats = beats;
        this.wait = wait;
    }

    @PlaybackBodies.Starting
    @PutMapping("/playbacks/{id}")
    ResponseEntity<PlaybackJson> play(
            @PathVariable String id, @RequestBody JsonNode body, GuardianId guardian, Texts texts) {
        UUID playback = playbackId(id);
        JsonNode named = body.path("lesson");
        UUID lesson =
                (named.isString() ? Ids.parse(named.stringValue()) : Optional.<UUID>empty())
                        .orElseThrow(() ->
                                new Refusal(Problem.badRequest("learning.problem.lesson-id")));
        return switch (playbacks.start(guardian, playback, new LessonId(lesson))) {
            case PlaybackStart.Started started ->
                    ResponseEntity.status(started.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                            .body(PlaybackJson.of(playback, lesson, started, texts));
            case PlaybackStart.NoSuchLesson _ ->
                    throw new Refusal(Problem.notFound("learning.problem.lesson-gone"));
            case PlaybackStart.OtherLesson _ ->
                    throw new Refusal(Problem.conflict("learning.problem.playback-of-other"));
            case PlaybackStart.NotAgreed _ ->
                    throw new Refusal(Problem.forbidden("learning.problem.not-agreed"));
        };
    }

    @PlaybackBodies.Telling
    @PostMapping("/playbacks/{id}/beats")
    BeatJson beat(
            @PathVariable String id,
            @RequestBody JsonNode body,
            GuardianId guardian,
            Sender sender,
            Texts texts) {
        Beat beat = BeatBody.read(guardian, playbackId(id), body, sender);
        return BeatJson.of(
                taken(wait.forAnswer(beats.hear(beat).orElseThrow(BeatWait::busy))), texts);
    }

    @PlaybackBodies.TellingMany
    @PostMapping("/beats")
    PlaybackBodies.Results beats(
            @RequestBody JsonNode body, GuardianId guardian, Sender sender, Texts texts) {
        if (!body.isArray()) {
            throw new Refusal(Problem.badRequest("learning.problem.beats-list"));
        }
        if (body.size() > MOST_BEATS) {
            throw new Refusal(Problem.unprocessable("learning.problem.too-many-beats", MOST_BEATS));
        }
        List<Supplier<Object>> results = new ArrayList<>();
        body.forEach(item -> results.add(handIn(guardian, item, sender, texts)));
        return new PlaybackBodies.Results(results.stream().map(Supplier::get).toList());
    }

    /** Hands a beat in at once; what comes of it is waited for later, when all are handed in. */
    private Supplier<Object> handIn(
            GuardianId guardian, JsonNode item, Sender sender, Texts texts) {
        try {
            CompletableFuture<BeatAnswer> answer =
                    beats.hear(BeatBody.readItem(guardian, item, sender))
                            .orElseThrow(BeatWait::busy);
            return () -> result(answer, texts);
        } catch (Refusal refusal) {
            return () -> problemJson(refusal.problem(), texts);
        }
    }

    private Object result(CompletableFuture<BeatAnswer> answer, Texts texts) {
        try {
            return BeatJson.of(taken(wait.forAnswer(answer)), texts);
        } catch (Refusal refusal) {
            return problemJson(refusal.problem(), texts);
        }
    }

    private static ProblemDetail problemJson(Problem problem, Texts texts) {
        LOG.info("refused code={} status={} in=list", problem.code(), problem.status().value());
        return problem.detail(texts);
    }

    private static BeatAnswer.Taken taken(BeatAnswer answer) {
        return switch (answer) {
            case BeatAnswer.Taken taken -> taken;
            case BeatAnswer.Unknown _ ->
                    throw new Refusal(Problem.notFound("learning.problem.no-such-playback"));
            case BeatAnswer.Elsewhere _ ->
                    throw new Refusal(Problem.conflict("learning.problem.elsewhere"));
            case BeatAnswer.NotAgreed _ ->
                    throw new Refusal(Problem.forbidden("learning.problem.not-agreed"));
            case BeatAnswer.Outside(int seconds) ->
                    throw new Refusal(
                            Problem.unprocessable("learning.problem.span-outside", seconds));
        };
    }

    private static UUID playbackId(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new Refusal(Problem.badRequest("learning.problem.playback-id")));
    }
}
