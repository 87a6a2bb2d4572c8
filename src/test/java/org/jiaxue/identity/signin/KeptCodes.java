package org.jiaxue.identity.signin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaxue.identity.Phone;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Keeps what would have been sent: codes for a test to type in, and what phones were told. */
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
    private final Map<Phone, String> told = new ConcurrentHashMap<>();

    @Override
    public void send(Phone phone, String code, String sentence) {
        codes.put(phone, code);
    }

    @Override
    public void tell(Phone phone, String sentence) {
        told.put(phone, sentence);
    }

    /** What a phone was last told; empty when nothing. */
    public String toldTo(String phone) {
        return told.getOrDefault(new Phone(phone), "");
    }

    public String codeOf(String phone) {
        return codes.getOrDefault(new Phone(phone), "none");
    }
}
