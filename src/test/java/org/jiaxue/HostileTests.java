package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.slf4j.Logger.ROOT_LOGGER_NAME;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiaxue.identity.token.Keys;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Throws at every route what no honest caller sends. */
@RoomTest
class HostileTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANSWERING = "tomcat-handler-";

    /** What is due now and then, whatever anybody asks meanwhile. */
    private static final String JOBS = "db-scheduler-";

    private static final List<String> LANGUAGES = List.of("zh-CN", "en");
    private static final int MOST_TRIES = 5;

    @LocalServerPort int port;
    @Autowired ApplicationContext house;

    @Test
    void whatever_is_thrown_at_a_route_is_refused_in_words_and_changes_nothing() {
        Logger root = (Logger) LoggerFactory.getLogger(ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        List<String> faults = new ArrayList<>();
        try (Door door = new Door(port)) {
            Siege siege = new Siege(new Town(house), new Keys(house), new Memory(house), door, log);
            Route.all(house).forEach(route -> faults.addAll(siege.of(route)));
        } finally {
            root.detachAppender(log);
        }
        assertThat(String.join("\n", faults)).isEmpty();
    }

    /** All attacks on a route, one after the other, by somebody whom the route may admit. */
    private record Siege(
            Town town, Keys keys, Memory memory, Door door, ListAppender<ILoggingEvent> log) {

        /** What the house did by itself meanwhile is no route's, so the route is tried again. */
        List<String> of(Route route) {
            List<String> faults = List.of();
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                String jobs = memory.jobs();
                faults = once(route);
                if (faults.isEmpty() || memory.jobs().equals(jobs)) {
                    return faults;
                }
            }
            return faults;
        }

        private List<String> once(Route route) {
            town.restore();
            String before = memory.print();
            boolean refused = true;
            int turn = 0;
            List<String> faults = new ArrayList<>();
            for (Attack attack : Attack.all()) {
                if (!attack.fits().test(route)) {
                    continue;
                }
                String language = LANGUAGES.get(turn++ % LANGUAGES.size());
                forget(log);
                HttpResponse<String> answer =
                        door.attack(route, town, attack, session(route), language);
                if (answer.statusCode() < 400) {
                    refused = false;
                    town.restore();
                }
                wrong(answer, language, written(log))
                        .ifPresent(fault -> faults.add(route + ", " + attack + ": " + fault));
            }
            if (refused && !memory.print().equals(before)) {
                faults.add(route + " changed something although it refused everything");
            }
            return faults;
        }

        private String session(Route route) {
            return keys.session(
                    route.pattern().startsWith("/console")
                            ? Keys.of(town.officer())
                            : Keys.of(town.owner));
        }
    }

    private static void forget(ListAppender<ILoggingEvent> log) {
        synchronized (log) {
            log.list.clear();
        }
    }

    private static List<ILoggingEvent> written(ListAppender<ILoggingEvent> log) {
        synchronized (log) {
            return log.list.stream().filter(it -> !it.getThreadName().startsWith(JOBS)).toList();
        }
    }

    private static Optional<String> wrong(
            HttpResponse<String> answer, String language, List<ILoggingEvent> log) {
        int status = answer.statusCode();
        if (status >= 500) {
            return Optional.of("answered " + status);
        }
        List<ILoggingEvent> loud =
                log.stream().filter(it -> it.getLevel().isGreaterOrEqual(Level.WARN)).toList();
        if (!loud.isEmpty()) {
            return Optional.of("said in the log " + loud.getFirst());
        }
        if (status < 400 || answer.request().method().equals("HEAD")) {
            return Optional.empty();
        }
        List<ILoggingEvent> lines =
                log.stream().filter(it -> it.getThreadName().startsWith(ANSWERING)).toList();
        if (lines.size() > 1) {
            return Optional.of("wrote " + lines.size() + " lines: " + lines);
        }
        return unsaid(answer, language).map(it -> status + " " + it);
    }

    private static Optional<String> unsaid(HttpResponse<String> answer, String language) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!answer.headers().firstValue("Content-Language").orElse("").equals(language)) {
            return Optional.of("is not in " + language + ": " + type);
        }
        if (type.startsWith("text/html")) {
            return Jsoup.parse(answer.body()).select("main").text().isBlank()
                    ? Optional.of("is a page without words")
                    : Optional.empty();
        }
        if (!type.startsWith("application/problem+json")) {
            return Optional.of("is no problem but " + type);
        }
        JsonNode problem = JSON.readTree(answer.body());
        return problem.path("detail").stringValue("").isBlank()
                        || problem.path("code").stringValue("").isBlank()
                ? Optional.of("is a problem without words")
                : Optional.empty();
    }
}
