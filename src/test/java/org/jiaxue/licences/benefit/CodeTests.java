package org.jiaxue.licences.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeTests {

    @Test
    void a_code_holds_all_of_its_128_bits_in_seven_groups_of_four() {
        BigInteger most = BigInteger.TWO.pow(Code.BITS).subtract(BigInteger.ONE);

        assertThat(Code.of(most).letters()).hasSize(Code.LENGTH);
        assertThat(Code.of(most)).isNotEqualTo(Code.of(most.subtract(BigInteger.ONE)));
        assertThat(Code.of(BigInteger.ZERO).groups()).hasSize(7).allMatch(it -> it.length() == 4);
    }

    @Test
    void no_two_are_alike() {
        Set<Code> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            codes.add(Code.random());
        }
        assertThat(codes).hasSize(1_000);
    }

    @Test
    void it_is_read_however_it_was_typed() {
        Code code = Code.random();
        String spaced = String.join(" ", code.groups());

        assertThat(Code.read(spaced.toLowerCase(Locale.ROOT))).contains(code);
        assertThat(Code.read(String.join("－", code.groups()))).contains(code);
        assertThat(Code.read(code.letters().substring(1))).isEmpty();
        assertThat(Code.read("0" + code.letters().substring(1))).isEmpty();
        assertThat(Code.read("9".repeat(5_000))).isEmpty();
    }
}
