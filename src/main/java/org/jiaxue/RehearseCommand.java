package org.jiaxue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonId;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/**
 * Opens the house over a database that is thrown away, asks it for what visitors ask for, and ends.
 * A JVM that keeps what it learns meanwhile ({@code -XX:AOTCacheOutput}, JEP 514) opens the house
 * in half the time afterwards.
 */
@Command(
        name = "rehearse",
        description = "Opens and closes the house once, for the JVM to learn from.",
        hidden = true)
final class RehearseCommand implements Runnable {

    /** As often as a method must be called to be compiled well. */
    private static final int ROUNDS = 60;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/search",
                    "/search?q=%E7%9D%A1%E7%9C%A0",
                    "/activities",
                    "/sign-in",
                    "/api/v1/lessons");

    RehearseCommand() {}

    @Override
    public void run() {
        try {
            Path thrownAway = Files.createTempDirectory("jiaxue-rehearsal");
            try {
                rehearse(DataDirectory.open(thrownAway, DataDirectory.Kind.PRODUCTION));
            } finally {
                FileSystemUtils.deleteRecursively(thrownAway);
            }
        } catch (IOException unwritable) {
            throw new CannotStart("no room to rehearse in: " + unwritable.getMessage());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rehearse(DataDirectory data) throws IOException, InterruptedException {
        Map<String, String> settings =
                Map.of(
                        "jiaxue.base-url", "http://localhost",
                        "jiaxue.secret", data.secret(),
                        "jiaxue.sender", "http://localhost:9/",
                        "jiaxue.demo", "false",
                        "server.address", "127.0.0.1");
        try (ConfigurableApplicationContext house = Serving.start(0, data, settings);
                HttpClient visitor = HttpClient.newHttpClient()) {
            String port = house.getEnvironment().getRequiredProperty("local.server.port");
            LessonId lesson = house.getBean(Catalogue.class).lessons().getFirst().id();
            for (int round = 0; round < ROUNDS; round++) {
                for (String page : PAGES) {
                    ask(visitor, port, page);
                }
                ask(visitor, port, "/lessons/" + lesson);
            }
        }
    }

    private static void ask(HttpClient visitor, String port, String page)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                        .header("Accept-Encoding", "gzip")
                        .timeout(LONGEST)
                        .build();
        int status = visitor.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new CannotStart("the rehearsal was answered %d at %s".formatted(status, page));
        }
    }
}
