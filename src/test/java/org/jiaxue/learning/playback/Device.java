package org.jiaxue.learning.playback;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A guardian's phone, seen from the API: it plays a lesson and tells what it has played. */
final class Device implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final String token;
    private final String language;

    Device(int port, String token, String language) {
        this.port = port;
        this.token = token;
        this.language = language;
    }

    /** What was answered. */
    record Answer(int status, JsonNode body) {

        String code() {
            return body.path("code").stringValue("");
        }

        String detail() {
            return body.path("detail").stringValue("");
        }

        int number(String name) {
            return body.path(name).intValue(-1);
        }

        int points() {
            int sum = 0;
            for (JsonNode one : body.path("earned")) {
                sum += one.path("points").intValue();
            }
            return sum;
        }
    }

    Answer play(UUID playback, UUID lesson) {
        return send("PUT", "/api/v1/playbacks/" + playback, "{\"lesson\":\"" + lesson + "\"}");
    }

    Answer beat(UUID playback, String played) {
        return send(
                "POST", "/api/v1/playbacks/" + playback + "/beats", "{\"played\":" + played + "}");
    }

    Answer send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", language)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException failed) {
            throw new IllegalStateException("No answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No answer", interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
