package org.jiaxue.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.UnsafeSender;
import org.jiaxue.web.Refusal;
import org.junit.jupiter.api.Test;

class SendersTests {

    private static final Phone PHONE = new Phone("13500135000");

    @Test
    void a_real_service_cannot_be_told_to_show_codes_on_the_page() {
        assertThatThrownBy(() -> Senders.choose(false, "page", ""))
                .isInstanceOf(UnsafeSender.class)
                .hasMessageContaining("by a demonstration only");
    }

    @Test
    void a_real_service_without_a_gateway_says_that_it_cannot_send() {
        CodeSender sender = Senders.choose(false, "", "");

        assertThatThrownBy(() -> sender.send(PHONE, "123456", "text"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> {
                            assertThat(it.problem().status().value()).isEqualTo(503);
                            assertThat(it.problem().code()).isEqualTo("identity.problem.no-sender");
                        });
        assertThat(sender.shown(PHONE)).isEmpty();
    }

    @Test
    void a_demonstration_shows_the_code_of_the_phone_that_asked() {
        CodeSender sender = Senders.choose(true, "", "");
        sender.send(PHONE, "123456", "text");

        assertThat(sender.shown(PHONE)).contains("123456");
        assertThat(sender.shown(new Phone("13500135001"))).isEmpty();
    }

    @Test
    void a_gateway_over_plain_http_is_refused() {
        assertThatThrownBy(() -> Senders.choose(false, "http://sms.example/send", "key"))
                .isInstanceOf(UnsafeSender.class);
        assertThatThrownBy(() -> Senders.choose(false, "file:///etc/passwd", "key"))
                .isInstanceOf(UnsafeSender.class);
    }

    @Test
    void a_gateway_is_given_phone_code_and_text_and_its_refusal_is_told() throws Exception {
        AtomicReference<String> told = new AtomicReference<>("");
        HttpServer gateway = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        gateway.createContext(
                "/send",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    told.set(exchange.getRequestHeaders().getFirst("Authorization") + body);
                    exchange.sendResponseHeaders(body.contains("000000") ? 500 : 204, -1);
                    exchange.close();
                });
        gateway.start();
        try {
            CodeSender sender =
                    Senders.choose(
                            false,
                            "http://localhost:" + gateway.getAddress().getPort() + "/send",
                            "a-key");
            sender.send(PHONE, "123456", "验证码 123456");
            assertThat(told.get()).startsWith("Bearer a-key{").contains("13500135000", "验证码");
            assertThatThrownBy(() -> sender.send(PHONE, "000000", "text"))
                    .isInstanceOf(Refusal.class);
            sender.tell(PHONE, "有人申请");
            assertThat(told.get()).contains("13500135000", "有人申请").doesNotContain("code");
        } finally {
            gateway.stop(0);
        }
    }
}
