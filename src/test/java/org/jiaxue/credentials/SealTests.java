package org.jiaxue.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealTests {

    private final byte[] key = filled(1);
    private final byte[] secret = {1, 2, 3};

    @Test
    void what_was_sealed_opens_with_the_same_key_and_purpose() {
        String sealed = new Seal(key).close(secret, "did:web:a.example");
        assertThat(new Seal(key).open(sealed, "did:web:a.example")).contains(secret);
    }

    @Test
    void it_opens_with_no_other_key_and_for_no_other_purpose() {
        String sealed = new Seal(key).close(secret, "did:web:a.example");
        assertThat(new Seal(filled(2)).open(sealed, "did:web:a.example")).isEmpty();
        assertThat(new Seal(key).open(sealed, "did:web:b.example")).isEmpty();
    }

    @Test
    void sealing_twice_looks_different() {
        Seal seal = new Seal(key);
        assertThat(seal.close(secret, "x")).isNotEqualTo(seal.close(secret, "x"));
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
