package org.jiaxue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** What a page weighs on its way: its own bytes and those of its style and scripts, compressed. */
final class Scales implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Integer> files = new HashMap<>();
    private final String address;

    Scales(int port) {
        this.address = "http://localhost:" + port;
    }

    /** Bytes as they were sent. */
    record Weight(String path, int html, int css, int script) {

        int all() {
            return html + css + script;
        }
    }

    /** The weight of the page at a path; empty where the answer is no page or a refusal. */
    Optional<Weight> of(String path, String language, @Nullable String session) {
        HttpResponse<byte[]> answer = ask(path, language, session);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() != 200 || !type.startsWith("text/html")) {
            return Optional.empty();
        }
        Document page = Jsoup.parse(new String(opened(answer), StandardCharsets.UTF_8));
        return Optional.of(
                new Weight(
                        path,
                        answer.body().length,
                        sum(page.select("link[rel=stylesheet]").eachAttr("href")),
                        sum(page.select("script[src]").eachAttr("src"))));
    }

    private int sum(List<String> addresses) {
        return addresses.stream().mapToInt(it -> files.computeIfAbsent(it, this::fileAt)).sum();
    }

    private int fileAt(String path) {
        HttpResponse<byte[]> answer = ask(path, "en", null);
        String kept = answer.headers().firstValue("Cache-Control").orElse("");
        if (answer.statusCode() != 200 || !kept.contains("immutable")) {
            throw new AssertionError(
                    "%s answered %d, Cache-Control %s".formatted(path, answer.statusCode(), kept));
        }
        return answer.body().length;
    }

    private HttpResponse<byte[]> ask(String path, String language, @Nullable String session) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html,*/*;q=0.5")
                        .header("Accept-Encoding", "gzip")
                        .header("Accept-Language", language);
        if (session != null) {
            request.header("Cookie", "session=" + session);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new IllegalStateException("No answer to " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No answer to " + path, interrupted);
        }
    }

    private static byte[] opened(HttpResponse<byte[]> answer) {
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return answer.body();
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException("Not gzip", broken);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
