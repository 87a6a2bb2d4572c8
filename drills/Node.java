import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node of the jar, taken apart, over a database that a drill runs, a process of its own. */
final class Node {

    static final String SECRET = "of-a-throwaway-house-that-holds-nobody";
    private static final Duration LONGEST_END = Duration.ofSeconds(60);

    private final Path home;
    private final Path jar;
    private final int port;
    private final Map<String, String> environment;
    private Process process;

    /**
     * A node that is not started yet.
     *
     * @param environment where its database is, and what else it is told
     */
    Node(Path home, Path jar, int port, Map<String, String> environment) {
        this.home = home;
        this.jar = jar;
        this.port = port;
        this.environment = environment;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return home.resolve("log");
    }

    void start() throws Exception {
        begin();
        await();
    }

    /** Starts it and waits for nothing. */
    void begin() throws Exception {
        Files.createDirectories(home);
        Files.writeString(log(), "");
        ProcessBuilder node =
                new ProcessBuilder(RunningJar.java(jar, "start"))
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile());
        node.environment()
                .putAll(
                        Map.of(
                                "JIAXUE_BASE_URL",
                                "http://localhost:" + port,
                                "JIAXUE_SECRET",
                                SECRET,
                                "JIAXUE_PORT",
                                Integer.toString(port),
                                "JIAXUE_DATA",
                                home.toString()));
        node.environment().putAll(environment);
        process = node.start();
    }

    /** Waits until it says that it is ready. */
    void await() throws Exception {
        long end = System.nanoTime() + RunningJar.LONGEST_START.toNanos();
        while (!Files.readString(log()).contains("ready:")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("a node did not start, log: " + log());
            }
            Thread.sleep(100);
        }
    }

    /** Tells it to end, and waits until it has. */
    void end() throws Exception {
        process.destroy();
        if (!process.waitFor(LONGEST_END)) {
            throw new IllegalStateException("the node at port " + port + " does not end");
        }
    }

    /** Stands still from now on, in whatever it is doing. */
    void freeze() throws Exception {
        signal(List.of(process.toHandle()), "STOP");
    }

    /** Goes on where it stood. */
    void wake() throws Exception {
        signal(List.of(process.toHandle()), "CONT");
    }

    /** Has it write down where each of its threads stands, at the end of its log. */
    void tellWhereItStands() throws Exception {
        if (process != null && process.isAlive()) {
            signal(List.of(process.toHandle()), "QUIT");
        }
    }

    void destroy() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /**
     * Sends a signal that Java has no word for; to processes that are there no more it does not.
     */
    static void signal(List<ProcessHandle> processes, String name) throws Exception {
        List<String> words = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(it -> words.add(Long.toString(it.pid())));
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
