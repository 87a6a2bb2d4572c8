package org.jiaxue.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Sender;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.entry.AudienceInterceptor;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/**
 * What the OpenAPI document says beside what it reads from the routes and their records: whom a
 * route admits, and which problems it answers. A route that reads its body by itself names the
 * record that describes it.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        GuardianId.class,
                        Viewer.class,
                        Sender.class,
                        Texts.class,
                        Frame.class,
                        JsonNode.class)
                .replaceWithSchema(
                        ProblemDetail.class,
                        new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + PROBLEM));
    }

    @Bean
    OpenAPI openApi(Settings settings) {
        return new OpenAPI()
                .addServersItem(new Server().url(settings.baseUrl()))
                .info(
                        new Info()
                                .title("Jiaxue")
                                .version("v1")
                                .description(
                                        "Errors are problem details (RFC 9457) with a code; /api"
                                                + " lists the codes."))
                .components(
                        new Components()
                                .addSchemas(PROBLEM, problem())
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme(BEARER)));
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema();
        problem.setDescription("Why something was refused (RFC 9457).");
        problem.addProperty("type", text("The place on /api where the code is explained."));
        problem.addProperty("title", text("The kind of refusal, in the reader's language."));
        problem.addProperty("status", whole("The HTTP status."));
        problem.addProperty("detail", text("What was wrong and what to do."));
        problem.addProperty("instance", text("The path; absent in an item of a list."));
        problem.addProperty("code", text("The problem's name for programs."));
        problem.addProperty(Problem.RETRY_AFTER, whole("When to come back, in seconds."));
        problem.setRequired(List.of("type", "title", "status", "detail", "code"));
        return problem;
    }

    private static Schema<?> whole(String description) {
        return new IntegerSchema().description(description);
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }

    @Bean
    GlobalOperationCustomizer audiencesAndProblems(MessageSource messages) {
        return (operation, method) -> {
            boolean open = admitsAnyone(method);
            operation.setSecurity(
                    open ? List.of() : List.of(new SecurityRequirement().addList(BEARER)));
            for (int status : statuses(operation, open)) {
                String meaning =
                        messages.getMessage("web.api.status." + status, null, Locale.ENGLISH);
                operation.getResponses().addApiResponse(Integer.toString(status), refusal(meaning));
            }
            return operation;
        };
    }

    private static boolean admitsAnyone(HandlerMethod method) {
        @Nullable OpenTo open = AudienceInterceptor.openTo(method);
        return open != null && open.value() == Audience.ANYONE;
    }

    private static List<Integer> statuses(Operation operation, boolean open) {
        List<Integer> statuses = new ArrayList<>(List.of(400, 503));
        if (!open) {
            statuses.addAll(List.of(401, 403));
        }
        boolean named =
                operation.getParameters() != null
                        && operation.getParameters().stream()
                                .anyMatch(it -> "path".equals(it.getIn()));
        if (named) {
            statuses.add(404);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(409, 413, 422));
        }
        if (open && operation.getRequestBody() != null) {
            statuses.add(429);
        }
        return statuses;
    }

    private static ApiResponse refusal(String meaning) {
        Schema<?> problem = new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + PROBLEM);
        return new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(problem)));
    }
}
