package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that ends TLS, which stands on the loopback address here. */
@RoomTest
@TestPropertySource(
        properties = {"jiaxue.base-url=https://jiaxue.example.cn", "jiaxue.proxies=127.0.0.1,::1"})
class ForwardedTests {

    private static final String HOST = "Host: other.example";
    private static final String[] FORWARDED = {
        HOST,
        "X-Forwarded-Proto: https",
        "X-Forwarded-Host: third.example",
        "X-Forwarded-For: 192.0.2.7"
    };

    @LocalServerPort int port;

    @Test
    void a_proxy_is_believed_that_the_reader_came_over_tls() throws IOException {
        assertThat(Wire.say(port, Wire.get("/", FORWARDED))).contains("Strict-Transport-Security:");
        assertThat(Wire.say(port, Wire.get("/", HOST)))
                .doesNotContain("Strict-Transport-Security:");
    }

    @Test
    void a_proxys_readers_have_bounds_of_their_own_and_none_of_them_can_name_another()
            throws IOException {
        for (int i = 0; i < Wire.MORE_THAN_TRIES; i++) {
            assertThat(Wire.tryCode(port, "203.0.113." + i)).startsWith("HTTP/1.1 422");
        }
        assertThat(Wire.tryCodesAs(port, i -> "203.0.113." + i + ", 198.51.100.9"))
                .anyMatch(it -> it.startsWith("HTTP/1.1 429"));
    }

    @Test
    void cookies_are_for_tls_alone_whatever_the_request_came_over() throws IOException {
        for (String page : List.of("/sign-in", "/console/sign-in", "/preferences")) {
            assertThat(cookies(Wire.say(port, Wire.get(page, HOST))))
                    .as(page)
                    .allMatch(it -> it.contains("; Secure") && it.contains("; HttpOnly"));
        }
        assertThat(cookies(Wire.say(port, Wire.get("/sign-in", HOST)))).isNotEmpty();
    }

    @Test
    void nobody_is_sent_to_the_address_that_a_request_names() throws IOException {
        for (String page : List.of("/me", "/console", "/me/points?before=x")) {
            assertThat(header(Wire.say(port, Wire.get(page, FORWARDED)), "location"))
                    .as(page)
                    .isNotEmpty()
                    .allMatch(it -> it.startsWith("/") && !it.contains("example"));
        }
    }

    @Test
    void the_issuer_and_the_pages_never_take_their_address_from_a_request() throws IOException {
        String did = Wire.say(port, Wire.get("/.well-known/did.json", FORWARDED));

        assertThat(did)
                .contains("did:web:jiaxue.example.cn")
                .doesNotContain("other.example", "third.example", "localhost");
        for (String page : List.of("/", "/sign-in", "/api", "/v3/api-docs", "/credentials/check")) {
            assertThat(Wire.say(port, Wire.get(page, FORWARDED)))
                    .as(page)
                    .doesNotContain("other.example", "third.example");
        }
    }

    private static List<String> cookies(String answer) {
        return header(answer, "set-cookie");
    }

    private static List<String> header(String answer, String name) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"))
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}
