package org.jiaxue.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    /** RFC 6238, appendix B, for SHA-1; ours are the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_standard(long second, String eight) {
        long step = Totp.stepAt(Instant.ofEpochSecond(second));

        assertThat(Totp.code(SECRET, step)).isEqualTo(eight.substring(2));
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void secrets_are_written_in_the_alphabet_of_the_standard(String text, String base32) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
        assertThat(Telephone.decode(base32)).asString().isEqualTo(text);
    }

    @Test
    void a_clock_may_be_one_step_early_or_late_and_no_more() {
        long now = Totp.stepAt(NOW);

        for (long off = -3; off <= 3; off++) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, now + off), NOW, 0).isPresent())
                    .as("off by %d", off)
                    .isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void a_step_that_was_used_and_all_before_it_are_used_up() {
        long now = Totp.stepAt(NOW);

        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, now), NOW, now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, now - 1), NOW, now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, now + 1), NOW, now)).contains(now + 1);
    }
}
