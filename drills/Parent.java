import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Somebody with a browser, and somebody with a program, who ask again and again while something is
 * wrong, in Chinese and in English. Whatever comes must be what was asked for, or a refusal in
 * words: a page or problem details with 503 and when to come back, within a bound, and never a
 * trace.
 */
final class Parent {

    private static final Duration BETWEEN = Duration.ofMillis(700);
    private static final int OK = 200;
    private static final int AWAY = 503;
    private static final int NO_SUCH_PLAYBACK = 404;
    private static final int FEWEST_CHARACTERS = 200;
    private static final int MOST_TOLD = 8;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern TRACE =
            Pattern.compile(
                    "Exception|\\bat (org|java|com)\\.|SQLSTATE|[Pp]ostgre|Hikari|Whitelabel");

    /** Something that is asked; a page unless it is asked of the API. */
    private record Question(String method, String path, String shows, boolean chinese) {

        boolean page() {
            return !path.startsWith("/api/");
        }

        String kind() {
            return (page() ? "page " : "API ") + (chinese ? "zh" : "en");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Integer> ports;
    private final Duration bound;
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<String> amiss = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private int asked;
    private double longest;

    /**
     * Somebody who asks the nodes in turn.
     *
     * @param bearer a guardian's token
     * @param session a guardian's session
     * @param bound nobody may be kept waiting for longer
     */
    Parent(List<Integer> ports, String bearer, String session, Duration bound) {
        this.ports = ports;
        this.bound = bound;
        String cookie = "Cookie: session=" + session;
        String token = "Authorization: Bearer " + bearer;
        for (boolean chinese : new boolean[] {true, false}) {
            questions.add(new Question("GET", "/", "", chinese));
            questions.add(new Question("GET", "/me", cookie, chinese));
            questions.add(new Question("GET", "/api/v1/me/points", token, chinese));
            String beats = "/api/v1/playbacks/" + UUID.randomUUID() + "/beats";
            questions.add(new Question("POST", beats, token, chinese));
        }
    }

    /** Asks from now on, each question in a thread of its own. */
    void begin() {
        asking.set(true);
        for (Question question : questions) {
            threads.add(Thread.ofVirtual().start(() -> askOn(question)));
        }
    }

    /** Asks no longer. */
    void end() throws InterruptedException {
        asking.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
    }

    /** Prints what came, and says whether all of it was as it must be. */
    boolean told(String name) {
        System.out.printf(
                "%s parent asked %d times, refused in words %s, longest wait %.1f s, amiss %d%n",
                name, asked, refused, longest, amiss.size());
        amiss.stream().limit(MOST_TOLD).forEach(it -> System.out.println("  amiss: " + it));
        return amiss.isEmpty();
    }

    /** Whether anything was refused; who asks just before the end may be answered late instead. */
    boolean refusedSome() {
        return Drill.holds(!refused.isEmpty(), "nobody was refused anything");
    }

    /** Waits until both a page and the API were refused in both languages, or the bound is over. */
    void awaitRefusals() throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (!isRefusedAll() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }

    /** Whether both a page and the API were refused in both languages. */
    boolean refusedAll() {
        return Drill.holds(
                isRefusedAll(), "the parent was to be refused in all four ways, not " + refused);
    }

    private synchronized boolean isRefusedAll() {
        return refused.size() == 4;
    }

    private void askOn(Question question) {
        int turn = 0;
        while (asking.get()) {
            ask(question, ports.get(turn++ % ports.size()));
            try {
                Thread.sleep(BETWEEN);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private void ask(Question question, int port) {
        long began = System.nanoTime();
        String wrong;
        int status = 0;
        try {
            HttpResponse<String> answer =
                    client.send(request(question, port), HttpResponse.BodyHandlers.ofString());
            status = answer.statusCode();
            wrong = wrong(question, answer);
        } catch (HttpTimeoutException hung) {
            wrong = "no answer within " + bound.toSeconds() + " s";
        } catch (IOException cut) {
            wrong = "the connection was cut: " + cut;
        } catch (InterruptedException ended) {
            return;
        }
        note(question, status, (System.nanoTime() - began) / 1e9, wrong);
    }

    private synchronized void note(Question question, int status, double took, String wrong) {
        asked++;
        longest = Math.max(longest, took);
        if (status == AWAY) {
            refused.merge(question.kind(), 1, Integer::sum);
        }
        if (!wrong.isEmpty()) {
            amiss.add("%s %s: %s".formatted(question.kind(), question.path(), wrong));
        }
    }

    private HttpRequest request(Question question, int port) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + question.path()))
                        .timeout(bound)
                        .header("Accept", question.page() ? "text/html" : "application/json")
                        .header("Accept-Language", question.chinese() ? "zh-CN" : "en-GB");
        if (!question.shows().isEmpty()) {
            String[] header = question.shows().split(": ", 2);
            request.header(header[0], header[1]);
        }
        if (question.method().equals("GET")) {
            return request.build();
        }
        return request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"played\":[[0,1]]}"))
                .build();
    }

    /** What is wrong with an answer; empty when nothing is. */
    private static String wrong(Question question, HttpResponse<String> answer) {
        int status = answer.statusCode();
        String body = answer.body();
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        int asked = question.method().equals("GET") ? OK : NO_SUCH_PLAYBACK;
        if (status != asked && status != AWAY) {
            return "answered " + status + ": " + body.lines().findFirst().orElse("");
        }
        if (TRACE.matcher(body).find()) {
            return "tells what parents need not know: " + body;
        }
        String form = question.page() ? "text/html" : status == OK ? "json" : "problem+json";
        if (!type.contains(form)) {
            return "comes as " + type;
        }
        if (question.page() && body.length() < FEWEST_CHARACTERS) {
            return "is blank";
        }
        return status == AWAY ? wrongRefusal(question, answer) : "";
    }

    private static String wrongRefusal(Question question, HttpResponse<String> answer) {
        if (!answer.headers().firstValue("Retry-After").orElse("").matches("[1-9][0-9]?")) {
            return "does not say when to come back";
        }
        String body = answer.body();
        if (question.page()) {
            String language = question.chinese() ? "<html lang=\"zh" : "<html lang=\"en";
            return body.contains(language) ? "" : "is a page in another language";
        }
        return HAN.matcher(body).find() == question.chinese() ? "" : "is told in another language";
    }
}
