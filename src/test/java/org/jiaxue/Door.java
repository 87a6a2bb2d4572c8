package org.jiaxue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Knocks at a route and tells how it was answered; keeps nothing between two knocks. */
final class Door implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final String address;
    private final String formCookie;
    private final String formToken;

    Door(int port) {
        this.address = "http://localhost:" + port;
        HttpResponse<String> page = send(request("/sign-in").GET().build());
        formToken = Jsoup.parse(page.body()).select("meta[name=csrf]").attr("content");
        formCookie =
                page.headers().allValues("Set-Cookie").stream()
                        .filter(it -> it.startsWith("csrf="))
                        .map(it -> it.split(";")[0])
                        .findFirst()
                        .orElseThrow();
    }

    /**
     * What somebody shows at the door.
     *
     * @param form whether the form's token is sent with what changes something
     */
    record Shown(@Nullable String session, @Nullable String bearer, boolean form) {}

    HttpResponse<String> knock(Route route, Town town, Shown shown) {
        HttpRequest.Builder request = request(route.path(town));
        String cookies = shown.form() ? formCookie : "";
        if (shown.session() != null) {
            cookies += (cookies.isEmpty() ? "" : "; ") + "session=" + shown.session();
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (shown.form()) {
            request.header("X-CSRF-TOKEN", formToken);
        }
        if (shown.bearer() != null) {
            request.header("Authorization", "Bearer " + shown.bearer());
        }
        if (route.safe()) {
            return send(request.GET().build());
        }
        request.header(
                "Content-Type",
                route.api() ? "application/json" : "application/x-www-form-urlencoded");
        return send(
                request.method(
                                route.method(),
                                HttpRequest.BodyPublishers.ofString(route.body(town)))
                        .build());
    }

    /** Sends what an attack is made of, as somebody who has signed in. */
    HttpResponse<String> attack(
            Route route, Town town, Attack attack, String session, String language) {
        String path =
                attack.last() == null
                        ? route.path(town).split("\\?")[0]
                        : route.path(town, attack.last());
        String query = attack.query().isEmpty() ? "" : "?" + attack.query();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path + query))
                        .header("Accept-Language", language)
                        .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.5")
                        .header("Cookie", formCookie + "; session=" + session)
                        .header("X-CSRF-TOKEN", formToken);
        if (attack.type() != null) {
            request.header("Content-Type", attack.type());
        }
        String method =
                attack.method() == null ? route.method().replace("*", "GET") : attack.method();
        return send(
                request.method(method, HttpRequest.BodyPublishers.ofString(attack.body())).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept-Language", "en")
                .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.5");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException("No answer to " + request, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No answer to " + request, interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
