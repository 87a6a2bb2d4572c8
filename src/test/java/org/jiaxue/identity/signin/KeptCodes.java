package org.jiaxue.identity.signin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaxue.identity.Phone;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Keeps the codes that would have been sent, for a test to type in. */
public final class KeptCodes implements CodeSender {

    @TestConfiguration
    public static class InsteadOfTheGateway {

        @Bean
        @Primary
        KeptCodes keptCodes() {
            return new KeptCodes();
        }
    }

    private final Map<Phone, String> codes = new ConcurrentHashMap<>();

    @Override
    public void send(Phone phone, String code, String sentence) {
        codes.put(phone, code);
    }

    public String codeOf(String phone) {
        return codes.getOrDefault(new Phone(phone), "none");
    }
}
