package org.jiaxue.learning.reflection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a program sends, as the API's description shows it; {@link ReflectionApi} reads it. */
record ReflectionBody(
        @Schema(
                        description = "The letter of the choice.",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String answer) {

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Answers a lesson's reflection question, as often as it takes.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    ReflectionBody.class))))
    @interface Answering {}
}
