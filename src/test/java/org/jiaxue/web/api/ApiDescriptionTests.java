package org.jiaxue.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiaxue.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
class ApiDescriptionTests {

    private static final Set<String> OPEN =
            Set.of(
                    "get /api/v1/lessons",
                    "get /api/v1/lessons/{id}",
                    "post /api/v1/sign-in/codes",
                    "post /api/v1/tokens",
                    "delete /api/v1/tokens/current");

    @LocalServerPort int port;

    private JsonNode document;
    private final List<Described> operations = new ArrayList<>();

    private record Described(String name, JsonNode operation) {}

    @BeforeEach
    void read() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            document =
                    JsonMapper.shared()
                            .readTree(
                                    client.send(request, HttpResponse.BodyHandlers.ofString())
                                            .body());
        }
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation ->
                                        operations.add(
                                                new Described(
                                                        operation.getKey() + " " + path.getKey(),
                                                        operation.getValue()))));
    }

    @Test
    void every_operation_says_what_it_takes_and_what_it_answers() {
        assertThat(operations).hasSizeGreaterThan(10);
        for (Described one : operations) {
            if (one.name().startsWith("put") || one.name().startsWith("post")) {
                JsonNode body = one.operation().path("requestBody").path("content");
                shaped(one.name(), body.path("application/json").path("schema"));
            }
            JsonNode done = one.operation().path("responses");
            assertThat(done.has("200") || done.has("204") || done.has("202"))
                    .as(one.name())
                    .isTrue();
            if (!one.name().startsWith("delete")) {
                JsonNode answer = done.path("200").path("content");
                shaped(one.name(), answer.path("application/json").path("schema"));
            }
        }
    }

    @Test
    void every_operation_says_whom_it_admits_and_how_it_refuses() {
        for (Described one : operations) {
            JsonNode security = one.operation().path("security");
            if (OPEN.contains(one.name())) {
                assertThat(security.isEmpty()).as(one.name()).isTrue();
            } else {
                assertThat(security.get(0).has("bearer")).as(one.name()).isTrue();
                assertThat(one.operation().path("responses").has("401")).as(one.name()).isTrue();
            }
            one.operation().path("responses").properties().stream()
                    .filter(answer -> answer.getKey().compareTo("400") >= 0)
                    .forEach(answer ->
                            assertThat(
                                            answer.getValue()
                                                    .path("content")
                                                    .path("application/problem+json")
                                                    .path("schema")
                                                    .path("$ref")
                                                    .stringValue())
                                    .as(one.name() + " " + answer.getKey())
                                    .endsWith("/Problem"));
            assertThat(one.operation().path("responses").has("400")).as(one.name()).isTrue();
        }
    }

    @Test
    void the_document_holds_together() {
        assertThat(document.path("openapi").stringValue()).startsWith("3.");
        List<String> references = document.findValuesAsString("$ref");
        assertThat(references).isNotEmpty();
        for (String reference : references) {
            assertThat(at(reference).isMissingNode()).as(reference).isFalse();
        }
        JsonNode beat = at("#/components/schemas/Played").path("properties").path("played");
        assertThat(beat.path("maxItems").intValue()).isEqualTo(20);
    }

    /** An object with members, or a list of such; never something of which nothing is said. */
    private void shaped(String name, JsonNode schema) {
        JsonNode item = schema.has("items") ? schema.path("items") : schema;
        assertThat(item.has("$ref")).as(name + " " + schema).isTrue();
        assertThat(at(item.path("$ref").stringValue()).path("properties").size())
                .as(name)
                .isPositive();
    }

    private JsonNode at(String reference) {
        return document.at(reference.substring(1));
    }
}
