package org.jiaxue.learning.playback;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jiaxue.bench.OpenLoop;
import org.jiaxue.bench.Seen;

/**
 * Single beats at a rate, from a process of its own so that neither its collector nor its time on
 * the processor is the house's.
 */
final class OfferedBeats {

    private static final int CONNECTIONS = 512;
    private static final int WARM_UP_SECONDS = 3;
    private static final int SECONDS_A_BEAT = 2;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final String beats;
    private final List<String[]> guardians;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private OfferedBeats(int port, List<String[]> guardians) {
        this.beats = "http://127.0.0.1:" + port + "/api/v1/playbacks/%s/beats";
        this.guardians = guardians;
    }

    /** Starts the process and hears what it saw. */
    static Seen run(int port, Path guardians, int rate, int seconds)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OfferedBeats.class.getName(),
                        Integer.toString(port),
                        guardians.toString(),
                        Integer.toString(rate),
                        Integer.toString(seconds));
        return Seen.by("beats at " + rate + " a second", builder, WARM_UP_SECONDS + seconds);
    }

    /**
     * Sends, and tells in one line what it saw.
     *
     * @param args the port, the file of guardians, the rate, the seconds
     */
    public static void main(String[] args) throws IOException {
        List<String[]> guardians =
                Files.readAllLines(Path.of(args[1])).stream().map(line -> line.split(" ")).toList();
        OfferedBeats offered = new OfferedBeats(Integer.parseInt(args[0]), guardians);
        int seconds = Integer.parseInt(args[3]);
        OpenLoop loop = new OpenLoop(Integer.parseInt(args[2]), CONNECTIONS);
        System.out.println(loop.run(WARM_UP_SECONDS, seconds, offered::send).json(seconds));
        System.exit(0);
    }

    /** The next two seconds of the guardian whose turn it is. */
    private boolean send(int number) throws IOException, InterruptedException {
        String[] guardian = guardians.get(number % guardians.size());
        int from = number / guardians.size() * SECONDS_A_BEAT;
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(beats.formatted(guardian[1])))
                        .header("Authorization", "Bearer " + guardian[0])
                        .header("Content-Type", "application/json")
                        .timeout(LONGEST_ANSWER)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"played\":[[%d,%d]]}"
                                                .formatted(from, from + SECONDS_A_BEAT)))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200;
    }
}
