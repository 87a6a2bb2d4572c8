package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTests {

    private final Seal seal = secrets("a secret of more than thirty-two characters").seal("a");
    private final byte[] bytes = {1, 2, 3};

    @Test
    void what_was_sealed_opens_for_what_it_was_bound_to() {
        assertThat(seal.open(seal.close(bytes, "row:1"), "row:1")).contains(bytes);
        assertThat(seal.openText(seal.close("家学", "row:1"), "row:1")).contains("家学");
    }

    @Test
    void it_opens_with_no_other_key_and_for_nothing_else() {
        String sealed = seal.close(bytes, "row:1");
        Secrets others = secrets("another secret of more than thirty-two characters");
        assertThat(others.seal("a").open(sealed, "row:1")).isEmpty();
        assertThat(seal.open(sealed, "row:2")).isEmpty();
    }

    @Test
    void what_was_never_sealed_does_not_open() {
        String sealed = seal.close(bytes, "row:1");
        for (String text : List.of("", "?", "AAAA", sealed.substring(1), sealed + "AAAA")) {
            assertThat(seal.open(text, "row:1")).as(text).isEmpty();
        }
    }

    @Test
    void sealing_twice_looks_different() {
        assertThat(seal.close(bytes, "row:1")).isNotEqualTo(seal.close(bytes, "row:1"));
    }

    /** As they lie in databases: a phone in base64url, an issuer's key in plain base64. */
    @Test
    void what_earlier_versions_sealed_still_opens() {
        Secrets secrets = secrets("a secret of more than thirty-two characters");
        assertThat(
                        secrets.seal("identity.seal")
                                .openText(
                                        "JZotFN4oFkRuo_89S_x_gJJ8vbTeOL3Aqg1kVo2BBRCvdNFwSQww",
                                        "phone:0192f0c4-0000-7000-8000-000000000001"))
                .contains("13800138000");
        assertThat(
                        secrets.seal("credentials.issuer")
                                .open(
                                        "TYJZ6UrzRUUKyT56zP+sBR4Xe2Q9tNzgrooPMncHbkgEXSAs0JVLQeZ2"
                                                + "FnUQE/5IF/gCd8Q/W1FfHaK+",
                                        "did:web:localhost%3A8080"))
                .contains(seed());
    }

    private static byte[] seed() {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }

    private static Secrets secrets(String secret) {
        return new Secrets(
                new Settings(
                        "http://localhost:8080",
                        secret,
                        Path.of("data"),
                        false,
                        ZoneId.of("Asia/Shanghai")));
    }
}
