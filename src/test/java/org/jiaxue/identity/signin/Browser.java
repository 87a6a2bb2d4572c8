package org.jiaxue.identity.signin;

import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without scripts: keeps cookies, follows nothing, sends the forms' token along. */
public final class Browser implements AutoCloseable {

    private static final int ADDRESSES_A_PART = 200;
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final String base;
    private final String language;

    /** One that comes from an address of its own, so that no other test uses up its tries. */
    public Browser(int port, String language) {
        this(port, language, ownAddress());
    }

    /** One that comes from another address of this machine. */
    public Browser(int port, String language, String address) {
        this.client =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .localAddress(InetAddress.ofLiteral(address))
                        .build();
        this.base = "http://localhost:" + port;
        this.language = language;
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    public Document page(String path) throws Exception {
        return Jsoup.parse(get(path).body());
    }

    /** Posts a form; names and values alternate. */
    public HttpResponse<String> post(String path, String... fields) throws Exception {
        String token = page("/sign-in?step=none").select("meta[name=csrf]").attr("content");
        if (token.isEmpty()) {
            token = page("/me/data").select("meta[name=csrf]").attr("content");
        }
        StringBuilder form = new StringBuilder("_csrf=").append(encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(it -> it.replaceFirst("^http://[^/]+", ""))
                .orElse("");
    }

    /** Every address that begins with 127 is this machine. */
    private static String ownAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "127.1.%d.%d".formatted(number / ADDRESSES_A_PART, 1 + number % ADDRESSES_A_PART);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
