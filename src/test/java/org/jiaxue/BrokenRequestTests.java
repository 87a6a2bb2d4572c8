package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that the server refuses before any page of ours is reached. */
@RoomTest
@ExtendWith(OutputCaptureExtension.class)
class BrokenRequestTests {

    private static final String HOST = "Host: localhost";
    private static final String ENGLISH = "Accept-Language: en";

    @LocalServerPort int port;

    static Stream<Arguments> broken() {
        String filler = "x".repeat(20_000);
        return Stream.of(
                Arguments.of("an address too long", Wire.get("/" + filler, HOST, ENGLISH)),
                Arguments.of("a query too long", Wire.get("/search?q=" + filler, HOST, ENGLISH)),
                Arguments.of("a head too long", Wire.get("/", HOST, ENGLISH, "X-A: " + filler)),
                Arguments.of("a character that no address has", Wire.get("/a|b", HOST, ENGLISH)),
                Arguments.of("half an escape", Wire.get("/%z", HOST, ENGLISH)),
                Arguments.of("a NUL in the path", Wire.get("/%00", HOST, ENGLISH)),
                Arguments.of("broken UTF-8 in the path", Wire.get("/%ff%fe", HOST, ENGLISH)),
                Arguments.of("broken UTF-8 in the query", Wire.get("/search?q=%ff", HOST, ENGLISH)),
                Arguments.of(
                        "half an escape in the query", Wire.get("/search?q=%z", HOST, ENGLISH)),
                Arguments.of("a way up", Wire.get("/../../etc/passwd", HOST, ENGLISH)));
    }

    static Stream<Arguments> headless() {
        return Stream.of(
                Arguments.of("no host", Wire.get("/", ENGLISH)),
                Arguments.of("two hosts", Wire.get("/", HOST, "Host: other", ENGLISH)),
                Arguments.of("a host that is none", Wire.get("/", "Host: a b", ENGLISH)),
                Arguments.of("a header without a name", Wire.get("/", HOST, ENGLISH, ": x")),
                Arguments.of("a line that is no request", "hello there\r\n\r\n"),
                Arguments.of(
                        "a length that is none",
                        "POST /api/v1/beats HTTP/1.1\r\n"
                                + HOST
                                + "\r\nContent-Length: x\r\nConnection: close\r\n\r\n"),
                Arguments.of(
                        "a chunk that is none",
                        "POST /api/v1/tokens HTTP/1.1\r\n"
                                + HOST
                                + "\r\nContent-Type: application/json"
                                + "\r\nTransfer-Encoding: chunked\r\nConnection: close"
                                + "\r\n\r\nzz\r\n{}\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"broken", "headless"})
    void is_refused_in_words_and_never_with_the_servers_own_page(String name, String request)
            throws IOException {
        String answer = Wire.say(port, request);

        if (request.contains("HTTP/1.1")) {
            assertThat(answer).as(name).startsWith("HTTP/1.1 4");
        }
        assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception");
        String body = answer.substring(Math.max(0, answer.indexOf("\r\n\r\n")));
        if (answer.contains("application/problem+json")) {
            assertThat(body).contains("\"detail\"");
        } else {
            assertThat(Jsoup.parse(body).select("main").text()).isNotBlank();
        }
    }

    @Test
    void somebody_who_hangs_up_early_is_no_fault(CapturedOutput output) throws IOException {
        String head = "POST /sign-in HTTP/1.1\r\n" + HOST + "\r\nContent-Length: 100\r\n";
        Wire.breakOff(port, head + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=");
        Wire.breakOff(
                port,
                head.replace("/sign-in", "/api/v1/tokens")
                        + "Content-Type: application/json\r\n\r\n{");
        Wire.breakOff(port, Wire.get("/", HOST));
        Wire.breakOff(port, "GET / HT");

        assertThat(Wire.say(port, Wire.get("/", HOST))).startsWith("HTTP/1.1 200");
        assertThat(output.getAll()).doesNotContain("ERROR", "WARN");
    }
}
