package org.jiaxue.learning.playback;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.jiaxue.learning.coverage.Coverage;
import org.springframework.http.ProblemDetail;

/**
 * What programs send about playbacks, as the API's description shows it; {@link PlaybackApi} and
 * {@link BeatBody} read it.
 */
final class PlaybackBodies {

    private PlaybackBodies() {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Starts or resumes a playback under an id of one's own; 201 where it is new.",
            requestBody =
                    @RequestBody(
                            content = @Content(schema = @Schema(implementation = Start.class))))
    @interface Starting {}

    record Start(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) UUID lesson) {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Tells which seconds of the lesson were really played.",
            requestBody =
                    @RequestBody(
                            content = @Content(schema = @Schema(implementation = Played.class))))
    @interface Telling {}

    interface Played {

        @JsonProperty
        @ArraySchema(
                arraySchema =
                        @Schema(
                                description =
                                        "Spans [from, to) in whole seconds of the lesson, none"
                                                + " overlapping another.",
                                requiredMode = Schema.RequiredMode.REQUIRED),
                minItems = 1,
                maxItems = Coverage.MOST_SPANS_A_BEAT)
        List<List<Integer>> played();

        @JsonProperty
        @Schema(
                description =
                        "When it was played, by the server's clock; now if left out. Never goes"
                                + " back.")
        Instant at();
    }

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
                                                            maxItems = BeatList.MOST,
                                                            schema =
                                                                    @Schema(
                                                                            implementation =
                                                                                    Item.class)))))
    @interface TellingMany {}

    interface Item extends Played {

        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        UUID playback();

        @JsonProperty
        @Schema(
                description =
                        "Whose playback it is. A trusted client must say so; everybody else can"
                                + " leave it out and name nobody but themselves.")
        UUID guardian();
    }

    /** The answers to a list of beats, in its order. */
    record Results(
            @ArraySchema(schema = @Schema(oneOf = {BeatJson.class, ProblemDetail.class}))
                    List<Object> results) {}
}
