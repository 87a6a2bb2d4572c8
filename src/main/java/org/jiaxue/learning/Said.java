package org.jiaxue.learning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ProblemDetail;

/** What programs send, as the API's description shows it; {@link BeatBody} reads it. */
final class Said {

    private static final String SPANS =
            "Spans [from, to) in whole seconds of the lesson, none overlapping another.";

    private Said() {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Starts or resumes a playback under an id of one's own; 201 where it is new.",
            requestBody =
                    @RequestBody(
                            content = @Content(schema = @Schema(implementation = Start.class))))
    @interface Starting {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Tells which seconds of the lesson were really played.",
            requestBody =
                    @RequestBody(
                            content = @Content(schema = @Schema(implementation = Played.class))))
    @interface Telling {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Tells several beats at once; each is taken or refused by itself.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            array =
                                                    @ArraySchema(
                                                            maxItems = LearningApi.MOST_BEATS,
                                                            schema =
                                                                    @Schema(
                                                                            implementation =
                                                                                    Item.class)))))
    @interface TellingMany {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Answers a lesson's reflection question, as often as it takes.",
            requestBody =
                    @RequestBody(
                            content = @Content(schema = @Schema(implementation = Answer.class))))
    @interface Answering {}

    record Start(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) UUID lesson) {}

    record Played(
            @ArraySchema(
                            arraySchema =
                                    @Schema(
                                            description = SPANS,
                                            requiredMode = Schema.RequiredMode.REQUIRED),
                            minItems = 1,
                            maxItems = Coverage.MOST_SPANS_A_BEAT)
                    List<List<Integer>> played,
            @Schema(description = AT) Instant at) {}

    private static final String AT =
            "When it was played, by the server's clock; now if left out. Never goes back.";

    record Item(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) UUID playback,
            @ArraySchema(
                            arraySchema =
                                    @Schema(
                                            description = SPANS,
                                            requiredMode = Schema.RequiredMode.REQUIRED),
                            minItems = 1,
                            maxItems = Coverage.MOST_SPANS_A_BEAT)
                    List<List<Integer>> played,
            @Schema(description = AT) Instant at,
            @Schema(description = "One's own id; a trusted client may name another's.")
                    UUID guardian) {}

    record Answer(
            @Schema(
                            description = "The letter of the choice.",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String answer) {}

    /** The answers to a list of beats, in its order. */
    record Results(
            @ArraySchema(schema = @Schema(oneOf = {BeatJson.class, ProblemDetail.class}))
                    List<Object> results) {}
}
