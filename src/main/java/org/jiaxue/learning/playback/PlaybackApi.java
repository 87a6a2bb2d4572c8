package org.jiaxue.learning.playback;

import java.util.Optional;
import java.util.UUID;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.web.Audience;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Quick;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Sender;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
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

    private final Playbacks playbacks;
    private final Beats beats;
    private final Relay relay;

    PlaybackApi(Playbacks playbacks, Beats beats, Relay relay) {
        this.playbacks = playbacks;
        this.beats = beats;
        this.relay = relay;
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
                            .body(
                                    PlaybackJson.of(
                                            new PlaybackStore.Key(guardian, playback),
                                            lesson,
                                            started,
                                            texts));
            case PlaybackStart.NoSuchLesson _ ->
                    throw new Refusal(Problem.notFound("learning.problem.lesson-gone"));
            case PlaybackStart.OtherLesson _ ->
                    throw new Refusal(Problem.conflict("learning.problem.playback-of-other"));
            case PlaybackStart.NotAgreed _ ->
                    throw new Refusal(Problem.forbidden("learning.problem.not-agreed"));
        };
    }

    @Quick
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
                Beats.WAIT.forAnswer(beats.hear(beat).orElseThrow(Beats.WAIT::refusal)), texts);
    }

    @PlaybackBodies.TellingMany
    @PostMapping("/beats")
    @OpenTo(value = Audience.GUARDIAN_OR_CLIENT, scope = Viewer.Scope.LEARN)
    PlaybackBodies.Results beats(
            @RequestBody JsonNode body, Viewer viewer, Sender sender, Texts texts) {
        return new PlaybackBodies.Results(
                switch (viewer) {
                    case Viewer.Guardian guardian ->
                            BeatList.read(body, it -> BeatBody.readItem(guardian.id(), it, sender))
                                    .tell(beats, texts);
                    case Viewer.Client client -> relay.tell(client, body, texts);
                    case Viewer.Visitor _, Viewer.Staff _ ->
                            throw new Refusal(Problem.forbidden("learning.problem.tellers-only"));
                });
    }

    private static UUID playbackId(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new Refusal(Problem.badRequest("learning.problem.playback-id")));
    }
}
