package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Somebody who is none of the proxies that were named, on the loopback address though they are. */
@RoomTest
@TestPropertySource(properties = "jiaxue.proxies=192.0.2.0/24,2001:db8::1")
class ForgedForwardTests {

    @LocalServerPort int port;

    @Test
    void what_a_stranger_says_of_tls_is_not_believed() throws IOException {
        String asked = Wire.get("/", "Host: localhost", "X-Forwarded-Proto: https");

        assertThat(Wire.say(port, asked)).doesNotContain("Strict-Transport-Security:");
    }

    @Test
    void a_bound_is_not_evaded_by_naming_another_address_each_time() throws IOException {
        assertThat(Wire.tryCodesAs(port, i -> "203.0.113." + i))
                .anyMatch(it -> it.startsWith("HTTP/1.1 429"));
    }
}
