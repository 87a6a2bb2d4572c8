package org.jiaxue.identity.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.util.Optional;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.UnsafeSender;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/**
 * Chooses how codes are sent: {@code jiaxue.sender} is the address of a text message gateway, or
 * {@code page} to show codes on the page, which is a demonstration's alone. A demonstration that
 * names nothing shows them on the page; a real service that names nothing says at every start and
 * at every sign-in that it cannot send any.
 */
@Configuration(proxyBeanMethods = false)
class Senders {

    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
    private static final String PAGE = "page";

    @Bean
    CodeSender codeSender(
            Settings settings,
            @Value("${jiaxue.sender:}") String sender,
            @Value("${jiaxue.sender-key:}") String key) {
        return choose(settings.demo(), sender, key);
    }

    static CodeSender choose(boolean demo, String sender, String key) {
        if (demo && (sender.isEmpty() || sender.equals(PAGE))) {
            return new OnThePage();
        }
        if (sender.equals(PAGE)) {
            throw new UnsafeSender(
                    "Sign-in codes may be shown on the page by a demonstration only;"
                            + " give the address of a text message gateway as jiaxue.sender.");
        }
        if (sender.isEmpty()) {
            LOG.warn(
                    "sign-in codes cannot be sent: no text message gateway is named;"
                            + " give its address as jiaxue.sender (JIAXUE_SENDER)");
            return new Missing();
        }
        return new GatewaySender(URI.create(sender), key);
    }

    /** Remembers codes for the page; as long as they are good, and not too many. */
    static final class OnThePage implements CodeSender {

        private static final int MOST = 10_000;

        private final Cache<Phone, String> codes =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Codes.LIFETIME).build();

        @Override
        public void send(Phone phone, String code, String sentence) {
            codes.put(phone, code);
        }

        /** The page that asked for it shows what would have been told. */
        @Override
        public void tell(Phone phone, String sentence) {}

        @Override
        public void forget(Phone phone) {
            codes.invalidate(phone);
        }

        @Override
        public Optional<String> shown(Phone phone) {
            return Optional.ofNullable(codes.getIfPresent(phone));
        }
    }

    /** Refuses, because nobody said how to send. */
    static final class Missing implements CodeSender {

        @Override
        public void send(Phone phone, String code, String sentence) {
            throw missing();
        }

        @Override
        public void tell(Phone phone, String sentence) {
            throw missing();
        }

        private static Refusal missing() {
            return new Refusal(
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "identity.problem.no-sender"));
        }
    }
}
