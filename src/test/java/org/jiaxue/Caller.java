package org.jiaxue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Somebody who asks for pages: with cookies of their own, a language, and perhaps a token. */
public final class Caller {

    private final int port;
    private final String language;
    private final @Nullable String token;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Caller(int port, String language, @Nullable String token) {
        this.port = port;
        this.language = language;
        this.token = token;
    }

    public static Caller visitor(int port, String language) {
        return new Caller(port, language, null);
    }

    public static Caller with(int port, String language, String token) {
        return new Caller(port, language, token);
    }

    /** A page as it was answered. */
    public record Answer(int status, String location, String body) {

        public Document page() {
            return Jsoup.parse(body);
        }

        /** The words that a reader sees in the page's main part. */
        public String words() {
            return page().select("main").text();
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a page's form with a file. */
    public Answer upload(String path, Map<String, String> form, String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.forEach((field, value) -> {
            body.writeBytes(
                    """
                    --edge\r
                    Content-Disposition: form-data; name="%s"\r
                    \r
                    %s\r
                    """
                            .formatted(field, value)
                            .getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(
                """
                --edge\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """
                        .formatted(name)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = URI.create("http://localhost:" + port + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .header("Accept-Language", language)
                        .header("Accept", "text/html,application/json;q=0.9");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body());
        } catch (IOException failed) {
            throw new IllegalStateException("No answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No answer", interrupted);
        }
    }

    /** Text as a query holds it. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
