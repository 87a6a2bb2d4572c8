import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service's API as a patient client uses it: what nobody answers is told again. Of several
 * nodes each request goes to the next, and what one does not answer to the one after it.
 */
class Api {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(8);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(25);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(200);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT).build();
    private final List<Integer> ports;
    private final Duration patience;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    Api(int port) {
        this(List.of(port), LONGEST_ANSWER);
    }

    Api(List<Integer> ports, Duration patience) {
        this.ports = List.copyOf(ports);
        this.patience = patience;
    }

    /** Asks until somebody answers; no answer and 503 mean: ask again. */
    HttpResponse<String> ask(String token, String method, String path, String body)
            throws InterruptedException {
        long end = System.nanoTime() + LONGEST_SILENCE.toNanos();
        int node = turn.getAndIncrement();
        while (System.nanoTime() < end) {
            try {
                int port = ports.get(Math.floorMod(node++, ports.size()));
                HttpResponse<String> answer = send(port, token, method, path, body);
                if (answer.statusCode() < 500) {
                    return answer;
                }
            } catch (IOException notThere) {
                // The process is down or the reply was lost: the same is told again.
            }
            unanswered.incrementAndGet();
            Thread.sleep(BEFORE_ASKING_AGAIN);
        }
        throw new IllegalStateException("nobody answered " + method + " " + path);
    }

    /** How often nobody answered, or only that nobody can at the moment. */
    int unanswered() {
        return unanswered.get();
    }

    /** Asks once for something that anybody may have, with more headers. */
    HttpResponse<String> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + ports.getFirst() + path))
                        .timeout(patience);
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(
            int port, String token, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What the pattern's first group found, in order. */
    static List<String> all(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
