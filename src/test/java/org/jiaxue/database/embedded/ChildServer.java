package org.jiaxue.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiaxue.database.DatabaseUnavailable;

/** A process of its own that opens a database and holds it until its input ends. */
final class ChildServer implements AutoCloseable {

    private static final String OPEN = "open ";
    private static final Duration LONGEST_END = Duration.ofMinutes(1);

    private final Process process;
    private final String answer;

    private ChildServer(Process process, String answer) {
        this.process = process;
        this.answer = answer;
    }

    public static void main(String[] arguments) throws IOException {
        try {
            var options = ServerOptions.in(Path.of(arguments[0]));
            var halting = arguments.length > 1;
            var server = EmbeddedServer.open(options, _ -> halt(halting));
            System.out.println(OPEN + server.pid());
            while (System.in.read() >= 0) {}
            server.close();
        } catch (DatabaseUnavailable e) {
            System.out.println("refused " + String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    /** As abrupt as kill -9: nothing is closed, nothing is stopped. */
    private static void halt(boolean now) {
        if (now) {
            Runtime.getRuntime().halt(137);
        }
    }

    /** Starts a process, after the words of a prefix, and waits for its first answer. */
    static ChildServer open(List<String> prefix, String classPath, Path data, String... more)
            throws IOException {
        var process = launch(prefix, classPath, data, more);
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new ArrayList<String>();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.startsWith(OPEN) || line.startsWith("refused ")) {
                return new ChildServer(process, line);
            }
        }
        return new ChildServer(process, "ended " + String.join("\n", said));
    }

    static ChildServer open(Path data, String... more) throws IOException {
        return open(List.of(), System.getProperty("java.class.path"), data, more);
    }

    static Process launch(List<String> prefix, String classPath, Path data, String... more)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx200m", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        command.add(ChildServer.class.getName());
        command.add(data.toString());
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** {@code open PID}, {@code refused SENTENCE} or {@code ended OUTPUT}. */
    String answer() {
        return answer;
    }

    long pid() {
        return process.pid();
    }

    /** The server's process. */
    ProcessHandle server() {
        return ProcessHandle.of(Long.parseLong(answer.substring(OPEN.length()))).orElseThrow();
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Lets it stop in an orderly way. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        awaitEnd();
    }

    private void awaitEnd() {
        process.onExit().orTimeout(LONGEST_END.toSeconds(), TimeUnit.SECONDS).join();
    }
}
