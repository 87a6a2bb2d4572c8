import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service's API as a patient client uses it: what nobody answers is told again. Of several
 * nodes each request goes to the next.
 */
final class Api {

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
        while (System.nanoTime() < end) {
            try {
                HttpResponse<String> answer = send(token, method, path, body);
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

    private HttpResponse<String> send(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(patience)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
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
