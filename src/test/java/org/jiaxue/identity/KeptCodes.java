package org.jiaxue.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Keeps the codes that would have been sent, for a test to type in. */
final class KeptCodes implements CodeSender {

    @TestConfiguration
    static class InsteadOfTheGateway {

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

    String codeOf(String phone) {
        return codes.getOrDefault(new Phone(phone), "none");
    }
}
