import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that cannot be content: it tells every beat three times at once to several nodes, once
 * more in a list that holds it twice, and an earlier one again; and before some of that it tells
 * the beat on a connection that it closes before the answer comes.
 */
final class Insistent extends Api {

    private static final int AT_ONCE = 3;
    private static final int OK = 200;
    private static final int MOST_EARLIER = 2_000;

    private record Told(String token, String path, String body) {

        String playback() {
            return path.split("/")[4];
        }
    }

    private final List<Integer> ports;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Told> earlier = Collections.synchronizedList(new ArrayList<>());
    private final Random random = new Random();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger unlike = new AtomicInteger();

    Insistent(List<Integer> ports, Duration patience) {
        super(ports, patience);
        this.ports = ports;
    }

    /** How often a beat was told. */
    int told() {
        return told.get();
    }

    /** On how many connections nobody waited for the answer. */
    int lost() {
        return lost.get();
    }

    /** Of how many beats one telling was taken and another refused or cut. */
    int unlike() {
        return unlike.get();
    }

    @Override
    HttpResponse<String> ask(String token, String method, String path, String body)
            throws InterruptedException {
        if (!path.endsWith("/beats")) {
            return super.ask(token, method, path, body);
        }
        Told beat = new Told(token, path, body);
        if (random.nextInt(3) == 0) {
            lose(beat);
        }
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        for (int time = 0; time < AT_ONCE; time++) {
            answers.add(send(() -> super.ask(token, method, path, body)));
        }
        answers.add(send(() -> super.ask(token, "POST", "/api/v1/beats", list(beat))));
        again();
        if (earlier.size() < MOST_EARLIER) {
            earlier.add(beat);
        }
        return agreed(answers);
    }

    private Future<HttpResponse<String>> send(Callable<HttpResponse<String>> telling) {
        told.incrementAndGet();
        return senders.submit(telling);
    }

    private static String list(Told beat) {
        String item = "{\"playback\":\"" + beat.playback() + "\"," + beat.body().substring(1);
        return "[" + item + "," + item + "]";
    }

    /** Tells one that was answered before. */
    private void again() throws InterruptedException {
        if (!earlier.isEmpty()) {
            Told one = earlier.get(random.nextInt(earlier.size()));
            told.incrementAndGet();
            super.ask(one.token(), "POST", one.path(), one.body());
        }
    }

    /** The first of the answers, when all say the same. */
    private HttpResponse<String> agreed(List<Future<HttpResponse<String>>> answers)
            throws InterruptedException {
        try {
            HttpResponse<String> first = answers.getFirst().get();
            for (Future<HttpResponse<String>> answer : answers) {
                if (taken(first) != taken(answer.get())) {
                    unlike.incrementAndGet();
                    return taken(first) ? first : answer.get();
                }
            }
            return first;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a beat could not be told", failed.getCause());
        }
    }

    private static boolean taken(HttpResponse<String> answer) {
        return answer.statusCode() == OK
                && answer.body().contains("\"cutSeconds\":0")
                && !answer.body().matches("(?s).*\"cutSeconds\":[1-9].*");
    }

    /** Tells it on a connection of its own, which is gone before anybody could answer. */
    private void lose(Told beat) {
        int port = ports.get(random.nextInt(ports.size()));
        String request =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                                .formatted(beat.path(), beat.token())
                        + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(beat.body().length(), beat.body());
        try (Socket socket = new Socket("localhost", port)) {
            if (random.nextBoolean()) {
                // Closed with what has come unread, the connection is reset and not ended.
                socket.setSoLinger(true, 0);
            }
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            lost.incrementAndGet();
        } catch (IOException notThere) {
            // Then it was not told.
        }
    }
}
