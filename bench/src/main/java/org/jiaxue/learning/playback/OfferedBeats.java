package org.jiaxue.learning.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jiaxue.bench.OpenLoop;
import org.jiaxue.bench.Seen;
import org.jiaxue.bench.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Single beats at a rate, from a process of its own so that neither its collector nor its time on
 * the processor is the house's.
 */
final class OfferedBeats {

    private static final int CONNECTIONS = 512;
    private static final int WARM_UP_SECONDS = 3;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private static final int OK = 200;

    private final int port;
    private final List<String[]> guardians;

    private OfferedBeats(int port, List<String[]> guardians) {
        this.port = port;
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
        System.out.println(
                loop.run(WARM_UP_SECONDS, seconds, () -> offered.new Line()).json(seconds));
        System.exit(0);
    }

    /** A connection's own way of sending, as long as nothing goes wrong with it. */
    private final class Line implements OpenLoop.Sending {

        private @Nullable Wire wire;

        /** The next two seconds of the guardian whose turn it is. */
        @Override
        public boolean send(int number) throws IOException {
            String[] guardian = guardians.get(number % guardians.size());
            int from = number / guardians.size() * BeatLoads.SECONDS_A_BEAT;
            String body = "{\"played\":[[" + from + "," + (from + BeatLoads.SECONDS_A_BEAT) + "]]}";
            String request =
                    "POST /api/v1/playbacks/"
                            + guardian[1]
                            + "/beats HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + guardian[0]
                            + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length()
                            + "\r\n\r\n"
                            + body;
            try {
                wire = wire == null ? new Wire(port, LONGEST_ANSWER) : wire;
                boolean well = wire.ask(request) == OK;
                if (wire.over()) {
                    wire.close();
                    wire = null;
                }
                return well;
            } catch (IOException lost) {
                wire = null;
                throw lost;
            }
        }
    }
}
