import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kills the process, and another time PostgreSQL, with signal 9 in the middle of a stream of beats.
 * Afterwards every beat that was answered 200 must be there, nothing that was never claimed may be
 * there, and nothing may have been paid twice. Run by drills/run; needs the JDK alone.
 */
final class Kill {

    private static final Duration LONGEST_START = Duration.ofMinutes(6);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);
    private static final int BEAT_MILLIS = 600;
    private static final int PORT = 18_440;

    private final Path jar;
    private final Path data;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Process service;

    private Kill(Path jar, Path data) {
        this.jar = jar;
        this.data = data;
    }

    public static void main(String[] args) throws Exception {
        Path data = Path.of("target", "drill").toAbsolutePath();
        remove(data);
        Files.createDirectories(data);
        boolean longForm = args.length > 1 && args[1].equals("long");
        Kill drill = new Kill(Path.of(args[0]).toAbsolutePath(), data);
        try {
            boolean held = drill.run(longForm ? 12 : 1, longForm ? 25 : 12);
            System.out.println(held ? "kill: held" : "kill: FAILED, log: " + data.resolve("log"));
            drill.stop();
            System.exit(held ? 0 : 1);
        } catch (Exception failed) {
            System.out.println("kill: FAILED, log: " + data.resolve("log") + ": " + failed);
            drill.stop();
            System.exit(1);
        }
    }

    private boolean run(int rounds, int seconds) throws Exception {
        start();
        List<Guardian> guardians = guardians();
        System.out.printf("kill: %d guardians play%n", guardians.size());
        boolean held = true;
        for (int round = 0; round < rounds; round++) {
            held &= round("process", seconds, guardians, this::killProcess);
            held &= round("postgresql", seconds, guardians, this::killPostgres);
        }
        return held;
    }

    private interface Fault {
        void happen() throws Exception;
    }

    /**
     * Plays, has the fault in mid-stream, plays on until beats are answered again, and compares.
     */
    private boolean round(String name, int seconds, List<Guardian> guardians, Fault fault)
            throws Exception {
        AtomicBoolean playing = new AtomicBoolean(true);
        List<Thread> threads = new ArrayList<>();
        for (Guardian guardian : guardians) {
            threads.add(Thread.ofVirtual().start(() -> guardian.play(playing)));
        }
        int before = answered(guardians);
        Thread.sleep(Duration.ofSeconds(seconds).plusMillis(new Random().nextInt(900)));
        long killed = System.nanoTime();
        fault.happen();
        int atFault = answered(guardians);
        while (answered(guardians) <= atFault + guardians.size()) {
            Thread.sleep(100);
            if (System.nanoTime() - killed > LONGEST_START.toNanos()) {
                throw new IllegalStateException("no beat was answered after the fault");
            }
        }
        double recovery = (System.nanoTime() - killed) / 1e9;
        Thread.sleep(Duration.ofSeconds(seconds));
        playing.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
        int[] lostAndExtra = new int[3];
        for (Guardian guardian : guardians) {
            guardian.compare(lostAndExtra);
        }
        System.out.printf(
                "kill %-10s beats answered %5d  seconds lost %d  never claimed %d  paid wrongly %d"
                        + "  first answer after %.1f s%n",
                name,
                answered(guardians) - before,
                lostAndExtra[0],
                lostAndExtra[1],
                lostAndExtra[2],
                recovery);
        return answered(guardians) > before
                && lostAndExtra[0] == 0
                && lostAndExtra[1] == 0
                && lostAndExtra[2] == 0;
    }

    private static int answered(List<Guardian> guardians) {
        return guardians.stream().mapToInt(guardian -> guardian.answered.get()).sum();
    }

    private void killProcess() throws Exception {
        kill(Long.parseLong(Files.readString(data.resolve("demo/jiaxue.pid")).strip()));
        service.waitFor();
        start();
    }

    private void killPostgres() throws Exception {
        try (Stream<Path> files = Files.walk(data.resolve("demo/postgresql"), 3)) {
            Path pid =
                    files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
            kill(Long.parseLong(Files.readAllLines(pid).getFirst().strip()));
        }
    }

    private static void kill(long pid) {
        if (!ProcessHandle.of(pid).orElseThrow().destroyForcibly()) {
            throw new IllegalStateException("process " + pid + " could not be killed");
        }
    }

    private void start() throws Exception {
        Path log = data.resolve("log");
        long read = Files.exists(log) ? Files.size(log) : 0;
        service =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx640m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                jar.toString(),
                                "demo",
                                "--port",
                                Integer.toString(PORT),
                                "--data",
                                data.resolve("demo").toString(),
                                "--guardians",
                                "60")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.readString(log)
                .substring((int) Math.min(read, Files.size(log)))
                .contains("ready:")) {
            if (!service.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the service did not start");
            }
            Thread.sleep(200);
        }
    }

    private void stop() throws Exception {
        if (service != null && service.isAlive()) {
            service.destroy();
            if (!service.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
    }

    private List<Guardian> guardians() throws IOException {
        String accounts = Files.readString(data.resolve("demo/accounts.json"));
        List<Guardian> guardians = new ArrayList<>();
        Matcher one =
                Pattern.compile(
                                "\"role\"\\s*:\\s*\"guardian\".*?\"token\"\\s*:\\s*\"([^\"]+)\"",
                                Pattern.DOTALL)
                        .matcher(accounts);
        while (one.find()) {
            guardians.add(new Guardian(one.group(1)));
        }
        return guardians;
    }

    private HttpResponse<String> send(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                        .timeout(Duration.ofSeconds(25))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> all(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Plays one lesson after the other, a second a beat, each beat until it is answered. */
    private final class Guardian {

        private final String token;
        private final AtomicInteger answered = new AtomicInteger();
        private final List<Track> tracks = new ArrayList<>();
        private List<String> lessons = List.of();
        private int lesson;
        private int second;

        private record Track(String lesson, BitSet claimed, BitSet kept) {}

        Guardian(String token) {
            this.token = token;
        }

        void play(AtomicBoolean playing) {
            try {
                if (lessons.isEmpty()) {
                    lessons =
                            all(
                                    "\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"",
                                    ask("GET", "/api/v1/lessons", "").body());
                }
                while (playing.get() && lesson < lessons.size()) {
                    playLesson(playing);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void playLesson(AtomicBoolean playing) throws InterruptedException {
            String id = lessons.get(lesson);
            String playback = UUID.randomUUID().toString();
            String body =
                    ask("PUT", "/api/v1/playbacks/" + playback, "{\"lesson\":\"" + id + "\"}")
                            .body();
            int seconds = Integer.parseInt(all("\"seconds\"\\s*:\\s*(\\d+)", body).getFirst());
            if (second == 0 && covered(body).cardinality() > 0) {
                // Learned in the sample term already: nothing new could be written there.
                lesson++;
                return;
            }
            Track track = trackOf(id, body);
            while (playing.get() && second < seconds) {
                Thread.sleep(BEAT_MILLIS);
                track.claimed().set(second);
                String played = "{\"played\":[[" + second + "," + (second + 1) + "]]}";
                HttpResponse<String> answer =
                        ask("POST", "/api/v1/playbacks/" + playback + "/beats", played);
                if (answer.statusCode() == 200 && answer.body().contains("\"cutSeconds\":0")) {
                    track.kept().set(second);
                    answered.incrementAndGet();
                    second++;
                }
            }
            if (second >= seconds) {
                lesson++;
                second = 0;
            }
        }

        private Track trackOf(String id, String body) {
            for (Track track : tracks) {
                if (track.lesson().equals(id)) {
                    return track;
                }
            }
            Track track = new Track(id, covered(body), covered(body));
            tracks.add(track);
            return track;
        }

        /** Asks until somebody answers; no answer and 503 mean: ask again. */
        private HttpResponse<String> ask(String method, String path, String body)
                throws InterruptedException {
            long end = System.nanoTime() + LONGEST_START.toNanos() + LONGEST_RECOVERY.toNanos();
            while (System.nanoTime() < end) {
                try {
                    HttpResponse<String> answer = send(token, method, path, body);
                    if (answer.statusCode() < 500) {
                        return answer;
                    }
                } catch (IOException notThere) {
                    // The process is down or the reply was lost: the same is told again.
                }
                Thread.sleep(200);
            }
            throw new IllegalStateException("nobody answered " + method + " " + path);
        }

        /** Adds to: seconds lost, seconds never claimed, entries paid wrongly. */
        void compare(int[] sums) throws Exception {
            for (Track track : tracks) {
                String body =
                        ask(
                                        "PUT",
                                        "/api/v1/playbacks/" + UUID.randomUUID(),
                                        "{\"lesson\":\"" + track.lesson() + "\"}")
                                .body();
                BitSet lost = (BitSet) track.kept().clone();
                lost.andNot(covered(body));
                BitSet extra = covered(body);
                extra.andNot(track.claimed());
                sums[0] += lost.cardinality();
                sums[1] += extra.cardinality();
            }
            String points = ask("GET", "/api/v1/me/points?limit=200", "").body();
            int balance = Integer.parseInt(all("\"balance\"\\s*:\\s*(-?\\d+)", points).getFirst());
            int sum =
                    all("\"points\"\\s*:\\s*(-?\\d+)", points).stream()
                            .mapToInt(Integer::parseInt)
                            .sum();
            Set<String> lessonsPaid = new HashSet<>();
            for (String why :
                    all(
                            "\"rule\"\\s*:\\s*\"lesson-completed\"[^}]*?\"why\"\\s*:\\s*\"([^\"]+)\"",
                            points)) {
                sums[2] += lessonsPaid.add(why.replaceAll("》.*", "")) ? 0 : 1;
            }
            sums[2] += balance == sum ? 0 : 1;
        }

        private BitSet covered(String body) {
            BitSet covered = new BitSet();
            String spans =
                    body.replaceAll(
                            "(?s).*\"covered\"\\s*:\\s*(\\[.*?\\]\\s*\\]|\\[\\s*\\]).*", "$1");
            Matcher span = Pattern.compile("\\[\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\]").matcher(spans);
            while (span.find()) {
                covered.set(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)));
            }
            return covered;
        }
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
