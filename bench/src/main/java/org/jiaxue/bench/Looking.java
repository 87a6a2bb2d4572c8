package org.jiaxue.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.zip.GZIPInputStream;

/** Looks at some of the pages that a load asks for, as the load asks for them. */
record Looking(int port, HttpClient client) {

    /** What every browser accepts. */
    static final String ENCODING = "gzip";

    private static final int LOOKED_AT = 25;

    /** Where those who have not signed in are sent. */
    static final String SIGN_IN = "/sign-in";

    Looking(int port) {
        this(
                port,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build());
    }

    /** How long the answers' bodies were, as they were sent. */
    record Lengths(long least, long most) {

        /** More than any answer's headers. */
        private static final long HEADERS = 4_000;

        /**
         * Whether a load was answered with such pages: a redirect or a page that says that
         * something went wrong is far shorter.
         *
         * @param average bytes an answer, headers too
         */
        void check(String figure, long average) {
            if (average < least || average > most + most / 4 + HEADERS) {
                throw new BenchFailed(
                        "%s: an answer had %,d bytes, where those looked at had %,d to %,d"
                                .formatted(figure, average, least, most));
            }
        }
    }

    /** Pages out of the whole list: each must be answered 200 and be the right one. */
    Lengths at(Pages pages) throws IOException, InterruptedException {
        List<Pages.Request> all = pages.requests();
        LongSummaryStatistics lengths = new LongSummaryStatistics();
        for (int i = 0; i < LOOKED_AT; i++) {
            Pages.Request request = all.get((int) ((long) i * all.size() / LOOKED_AT));
            HttpResponse<byte[]> answer = answer(request.path(), request.cookies());
            String text = text(answer);
            boolean right = text.contains(request.holds());
            boolean wrong = !request.lacks().isEmpty() && text.contains(request.lacks());
            if (answer.statusCode() != 200 || !right || wrong) {
                throw new BenchFailed(
                        "%s: %s was answered %d, %s"
                                .formatted(
                                        pages.figure(),
                                        request.path(),
                                        answer.statusCode(),
                                        right ? "as a visitor's page" : "not with what it holds"));
            }
            lengths.accept(answer.body().length);
        }
        return new Lengths(lengths.getMin(), lengths.getMax());
    }

    /**
     * A visitor's page leads to where one signs in, so that a page that does not is a guardian's.
     */
    void atSignIn(Pages pages) throws IOException, InterruptedException {
        String path = pages.requests().getFirst().path();
        if (!text(answer(path, "")).contains(SIGN_IN)) {
            throw new BenchFailed("a visitor's " + path + " does not lead to " + SIGN_IN);
        }
    }

    private HttpResponse<byte[]> answer(String path, String cookies)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "zh-CN")
                        .header("Accept-Encoding", ENCODING);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean packed =
                answer.headers().firstValue("Content-Encoding").orElse("").equals(ENCODING);
        if (!packed) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
