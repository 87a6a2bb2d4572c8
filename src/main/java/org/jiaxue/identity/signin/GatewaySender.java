package org.jiaxue.identity.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.UnsafeSender;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts {@code {"phone","code","text"}} as JSON to the operator's text message gateway, with the
 * operator's key as bearer token; any answer of 2xx means that it was taken over. What is told
 * without a code comes as {@code {"phone","text"}}.
 */
final class GatewaySender implements CodeSender {

    private static final Logger LOG = LoggerFactory.getLogger(GatewaySender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI gateway;
    private final String key;

    GatewaySender(URI gateway, String key) {
        boolean secure = "https".equals(gateway.getScheme());
        boolean here = "http".equals(gateway.getScheme()) && "localhost".equals(gateway.getHost());
        if (!secure && !here) {
            throw new UnsafeSender(
                    "jiaxue.sender must be an https address (http for localhost alone),"
                            + " or page in a demonstration.");
        }
        this.gateway = gateway;
        this.key = key;
    }

    @Override
    public void send(Phone phone, String code, String sentence) {
        post(Map.of("phone", phone.digits(), "code", code, "text", sentence));
    }

    @Override
    public void tell(Phone phone, String sentence) {
        post(Map.of("phone", phone.digits(), "text", sentence));
    }

    private void post(Map<String, String> message) {
        HttpRequest request =
                HttpRequest.newBuilder(gateway)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message)))
                        .build();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warn("gateway refused a message status={}", status);
                throw down();
            }
        } catch (IOException unreachable) {
            LOG.warn("gateway unreachable cause={}", unreachable.getMessage());
            throw down();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw down();
        }
    }

    private static Refusal down() {
        return new Refusal(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "identity.problem.sender-down"));
    }
}
