package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What operators ask on a port of its own. */
@RoomTest
class ManagementTests {

    private static final String HOST = "Host: localhost";

    @LocalServerPort int port;
    @LocalManagementPort int management;

    @Test
    void health_and_figures_are_there_and_nothing_else() throws IOException {
        String index = Wire.say(management, Wire.get("/actuator", HOST));

        assertThat(
                        new JsonMapper()
                                .readTree(
                                        index.substring(
                                                index.indexOf('{'), index.lastIndexOf('}') + 1))
                                .path("_links")
                                .propertyNames())
                .containsExactlyInAnyOrder("self", "health", "health-path", "prometheus");
        for (String path : List.of("env", "heapdump", "loggers", "shutdown", "beans", "info")) {
            assertThat(Wire.say(management, Wire.get("/actuator/" + path, HOST)))
                    .startsWith("HTTP/1.1 404");
        }
        assertThat(Wire.say(management, Wire.get("/", HOST))).startsWith("HTTP/1.1 404");
    }

    @Test
    void it_says_whether_it_lives_is_ready_and_how_many_events_wait() throws IOException {
        for (String path : List.of("health", "health/liveness", "health/readiness")) {
            assertThat(Wire.say(management, Wire.get("/actuator/" + path, HOST)))
                    .startsWith("HTTP/1.1 200")
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("jdbc");
        }
        assertThat(Wire.say(management, Wire.get("/actuator/prometheus", HOST)))
                .contains("jvm_memory_used_bytes", "http_server_requests")
                .contains("jiaxue_events_waiting", "jiaxue_events_stuck");
    }

    /** Figures of every filter of every request would cost each request a part of its time. */
    @Test
    void a_request_is_counted_once_and_not_at_every_filter() throws IOException {
        Wire.say(port, Wire.get("/", HOST));

        assertThat(Wire.say(management, Wire.get("/actuator/prometheus", HOST)))
                .contains("http_server_requests")
                .doesNotContain("spring_security");
    }

    @Test
    void none_of_it_is_on_the_services_own_port() throws IOException {
        for (String path : List.of("", "/health", "/health/liveness", "/prometheus")) {
            assertThat(Wire.say(port, Wire.get("/actuator" + path, HOST)))
                    .startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void it_listens_on_the_loopback_address_alone() throws IOException {
        List<InetAddress> others =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(it -> !it.isLoopbackAddress())
                        .toList();
        for (InetAddress other : others) {
            assertThatThrownBy(() -> connect(other, management)).isInstanceOf(IOException.class);
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }
}
