package org.jiaxue.journeys;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The product as it is delivered: {@code java -jar jiaxue.jar demo}, started and stopped. */
final class House implements AutoCloseable {

    private static final Path TARGET = Path.of("..", "target").toAbsolutePath().normalize();
    private static final int GUARDIANS = 1_000;
    private static final int FEW_GUARDIANS = 60;
    private static final int MINUTES_TO_START = 8;
    private static final int SECONDS_TO_STOP = 60;
    private static final int FIRST_PORT = 9110;
    private static final int LAST_PORT = 9196;
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(FIRST_PORT);

    private final Path data;
    private final Path log;
    private final int guardians;
    private final int port;
    private Process process;

    private House(String name, int guardians) throws IOException {
        this.data = TARGET.resolve(name + "-data");
        this.log = TARGET.resolve(name + "-demo.log");
        this.guardians = guardians;
        this.port = freePort();
        discard(data);
        Files.createDirectories(TARGET);
        Files.deleteIfExists(log);
        this.process = start(0);
    }

    /** A sample sign-in out of {@code accounts.json}; what it does not have is empty. */
    record Account(String name, String signIn, String secret, String lesson) {}

    /** The one that all share. */
    static House open() {
        return open("journey", GUARDIANS);
    }

    /** A small one of somebody's own, in which time may pass. */
    static House ofOnesOwn(String name) {
        return open("journey-" + name, FEW_GUARDIANS);
    }

    private static House open(String name, int guardians) {
        try {
            return new House(name, guardians);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Stops it and starts it on what it keeps, as if it were so many days later than today. */
    void daysLater(int days) {
        close();
        try {
            process = start(days);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Process start(int daysLater) throws IOException {
        Process started =
                new ProcessBuilder(command(daysLater))
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
        awaitReady(started);
        return started;
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** The sample guardian of this case: fresh, near or holder. */
    Account guardian(String kase) {
        return account("case", kase);
    }

    /** The sample member of staff with this role. */
    Account staff(String role) {
        return account("role", role);
    }

    /** The sample member of staff with this login. */
    Account login(String login) {
        return account("signIn", login);
    }

    /** The roles that sample members of staff have, each once. */
    List<String> staffRoles() {
        return accounts().stream()
                .map(one -> text(one, "role"))
                .filter(role -> !role.equals("guardian"))
                .distinct()
                .toList();
    }

    private Account account(String key, String value) {
        return accounts().stream()
                .filter(one -> text(one, key).equals(value))
                .findFirst()
                .map(one ->
                        new Account(
                                text(one, "name"),
                                text(one, "signIn"),
                                text(one, "secret"),
                                text(one, "lesson")))
                .orElseThrow(() -> new AssertionError("accounts.json has no " + key + " " + value));
    }

    private List<JsonObject> accounts() {
        try {
            String json = Files.readString(data.resolve("accounts.json"));
            return JsonParser.parseString(json)
                    .getAsJsonObject()
                    .getAsJsonArray("accounts")
                    .asList()
                    .stream()
                    .map(JsonElement::getAsJsonObject)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(JsonObject one, String key) {
        return one.has(key) ? one.get(key).getAsString() : "";
    }

    private List<String> command(int daysLater) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = Path.of(System.getProperty("jiaxue.jar")).toAbsolutePath().normalize();
        if (!Files.exists(jar)) {
            throw new AssertionError("build the product first: there is no " + jar);
        }
        return List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:NewRatio=1",
                "-Xmx640m",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString(),
                "demo",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--guardians",
                Integer.toString(guardians),
                "--days-later",
                Integer.toString(daysLater));
    }

    /** Keeps all that the product says in a file, and waits until it says that it is ready. */
    private void awaitReady(Process process) throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> keepLog(process, told));
        try {
            if (!told.await(MINUTES_TO_START, TimeUnit.MINUTES) || !process.isAlive()) {
                process.destroy();
                throw new AssertionError("the demo did not get ready; see " + log);
            }
        } catch (InterruptedException stopped) {
            process.destroy();
            throw new AssertionError(stopped);
        }
    }

    private void keepLog(Process process, CountDownLatch told) {
        try (BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8));
                var kept = Files.newBufferedWriter(log, CREATE, APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                kept.write(line);
                kept.newLine();
                kept.flush();
                if (line.startsWith("ready:")) {
                    told.countDown();
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            told.countDown();
        }
    }

    private static void discard(Path old) throws IOException {
        if (Files.exists(old)) {
            try (Stream<Path> all = Files.walk(old)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /**
     * An even port that is free together with the odd one above it, where the demo is managed; no
     * two houses are told the same.
     */
    private static int freePort() {
        for (int port = NEXT_PORT.getAndAdd(2); port <= LAST_PORT; port = NEXT_PORT.getAndAdd(2)) {
            if (free(port) && free(port + 1)) {
                return port;
            }
        }
        throw new AssertionError("no free port from " + FIRST_PORT + " to " + LAST_PORT);
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() {
        // By its handle: destroying the Process itself would close the log that is still written.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the demo did not stop within " + SECONDS_TO_STOP + " s");
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            throw new AssertionError(stopped);
        }
    }
}
