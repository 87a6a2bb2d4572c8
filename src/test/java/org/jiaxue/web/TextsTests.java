package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class TextsTests {

    private final Locale machine = Locale.getDefault();

    @BeforeEach
    void serve_from_a_german_machine() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void give_the_machine_back() {
        Locale.setDefault(machine);
    }

    @Test
    void numbers_are_grouped_as_the_reader_does_and_not_as_the_machine() {
        for (Locale reader : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            Texts texts = new Texts(new StaticMessageSource(), reader, ZoneOffset.UTC, Map.of());

            assertThat(texts.number(1_234_567)).as(reader.toString()).isEqualTo("1,234,567");
            assertThat(texts.number(999)).as(reader.toString()).isEqualTo("999");
        }
    }
}
