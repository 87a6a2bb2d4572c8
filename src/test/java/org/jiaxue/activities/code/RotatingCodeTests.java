package org.jiaxue.activities.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jiaxue.activities.SessionId;
import org.junit.jupiter.api.Test;

class RotatingCodeTests {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    private final SessionId session = new SessionId(new UUID(1, 2));
    private final RotatingCode code = new RotatingCode(session, secret(7));

    @Test
    void six_digits_are_good_in_their_window_and_in_the_next() {
        String digits = code.digitsAt(NOON);

        assertThat(digits).matches("[0-9]{6}");
        assertThat(code.fits(digits, NOON.plusSeconds(29))).isTrue();
        assertThat(code.fits(digits, NOON.plusSeconds(59))).isTrue();
        assertThat(code.fits(digits, NOON.plusSeconds(60))).isFalse();
        assertThat(code.fits(digits, NOON.minusSeconds(1))).isFalse();
    }

    @Test
    void a_token_is_current_in_its_window_and_in_the_next() {
        RotatingCode.Claim claim = RotatingCode.read(code.tokenAt(NOON)).orElseThrow();

        assertThat(claim.session()).isEqualTo(session);
        assertThat(code.vouchesFor(claim)).isTrue();
        assertThat(RotatingCode.current(claim, NOON.plusSeconds(59))).isTrue();
        assertThat(RotatingCode.current(claim, NOON.plusSeconds(60))).isFalse();
        assertThat(RotatingCode.current(claim, NOON.minus(Duration.ofSeconds(1)))).isFalse();
    }

    @Test
    void no_token_with_one_character_changed_is_vouched_for() {
        String token = code.tokenAt(NOON);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, i) + other + token.substring(i + 1);

            assertThat(RotatingCode.read(forged).filter(code::vouchesFor)).isEmpty();
        }
    }

    @Test
    void another_sessions_secret_vouches_for_nothing() {
        RotatingCode other = new RotatingCode(session, secret(8));

        RotatingCode.Claim claim = RotatingCode.read(code.tokenAt(NOON)).orElseThrow();

        assertThat(other.vouchesFor(claim)).isFalse();
    }

    @Test
    void what_is_no_token_is_not_read() {
        assertThat(RotatingCode.read("")).isEmpty();
        assertThat(RotatingCode.read("*")).isEmpty();
        assertThat(RotatingCode.read("A".repeat(4096))).isEmpty();
    }

    private static byte[] secret(int seed) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) seed);
        return secret;
    }
}
