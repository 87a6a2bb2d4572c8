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
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/beats",
                "/%61pi/v1/beats",
                "/a%70%69/v1/beats",
                "/api/v1/b%65ats",
                "/%61%70%69%2fv1%2Fbeats",
                "//api/v1/beats",
                "/api//v1/beats",
                "/api;x=y/v1/beats",
                "/;x=y/api/v1/beats;z",
                "/x/../api/v1/beats",
                "/./api/v1/beats",
                "/API/v1/beats",
                "/sign-in",
                "/no-such-page"
            })
    void a_body_over_its_bound_is_refused_however_the_path_is_written(String path)
            throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\n" + HOST + "\r\nConnection: close\r\n";
        String json = "Content-Type: application/json\r\n";
        String told = head + json + "Content-Length: 614400\r\n\r\n[" + " ".repeat(614_399);
        String chunked =
                head
                        + json
                        + "Transfer-Encoding: chunked\r\n\r\n96000\r\n["
                        + " ".repeat(614_399)
                        + "\r\n0\r\n\r\n";

        assertThat(Wire.say(port, told)).as("told").startsWith("HTTP/1.1 4");
        assertThat(Wire.say(port, chunked)).as("chunked").startsWith("HTTP/1.1 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tokens", "/%61pi/v1/tokens", "/a%70%69/v1/tok%65ns"})
    void an_address_of_the_api_is_one_however_it_is_written(String path) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\n" + HOST + "\r\nConnection: close\r\n";
        String json = "Accept: text/html\r\nContent-Type: application/json\r\n";
        String body = " ".repeat(614_400);

        assertThat(Wire.say(port, head + json + "Content-Length: 614400\r\n\r\n" + body))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json");
        assertThat(Wire.say(port, head + json + "Content-Length: 1\r\n\r\n["))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
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
