package org.jiaxue.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.text.ParseException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTests {

    private final Messages messages = new Messages();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{0} 分",
                "{1}：{0} 分，还差 {0,number}",
                "{0,choice,0#none|1#one|1<{0} points} for {1}",
                "It''s {0} of {2} by {1}, {0}",
                "{0,number,#} {0}",
                "{0,choice,0#none|1#one|1<many}: {0}"
            })
    void they_read_as_java_writes_them(String text) {
        for (Locale reader : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            for (Number number : new Number[] {0, 1, -7, 999, 1_234_567L, 0.25, 1e-9}) {
                Object[] said = {number, "睡前 {0}", -1_000};

                assertThat(messages.createMessageFormat(text, reader).format(said))
                        .isEqualTo(new MessageFormat(text, reader).format(said));
            }
        }
    }

    @Test
    void nothing_is_read_back() {
        MessageFormat message = messages.createMessageFormat("{0} 分", Locale.SIMPLIFIED_CHINESE);

        assertThatThrownBy(() -> message.parse("3 分")).isInstanceOf(ParseException.class);
    }
}
