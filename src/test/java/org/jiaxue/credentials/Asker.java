package org.jiaxue.credentials;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Somebody who asks for credentials and their pages over HTTP. */
final class Asker {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    Asker(int port) {
        this.port = port;
    }

    /** As a browser that reads English. */
    HttpResponse<String> english(String path) throws Exception {
        return send(request(path, "text/html", "en"));
    }

    HttpResponse<String> revoke(CredentialId id, String token, String form) throws Exception {
        return send(
                HttpRequest.newBuilder(at("/console/credentials/" + id + "/revocation"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    /** Sends a form with a bearer token, which needs no other. */
    HttpResponse<String> form(String path, String token, String form) throws Exception {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    /** As the form does: first the page, for its token, then the copy. */
    HttpResponse<String> paste(String text) throws Exception {
        return post("text\"", text.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> upload(byte[] file) throws Exception {
        return post("file\"; filename=\"copy.json\"", file);
    }

    private HttpResponse<String> post(String name, byte[] content) throws Exception {
        HttpResponse<String> form = get("/credentials/check", "text/html");
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String csrf = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        byte[] head =
                "--edge\r\nContent-Disposition: form-data; name=\"%s\r\n\r\n"
                        .formatted(name)
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
        return send(
                HttpRequest.newBuilder(
                                at(
                                        "/credentials/check?_csrf="
                                                + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
                        .header("Cookie", cookie)
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .header("Accept", "text/html")
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofByteArray(head),
                                        BodyPublishers.ofByteArray(content),
                                        BodyPublishers.ofByteArray(tail)))
                        .build());
    }

    HttpResponse<String> get(String path, String accept) throws Exception {
        return send(request(path, accept, "zh-CN"));
    }

    HttpResponse<String> get(String path, String token, boolean json) throws Exception {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", json ? "application/json" : "text/html")
                        .build());
    }

    private HttpRequest request(String path, String accept, String language) {
        return HttpRequest.newBuilder(at(path))
                .header("Accept", accept)
                .header("Accept-Language", language)
                .build();
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
