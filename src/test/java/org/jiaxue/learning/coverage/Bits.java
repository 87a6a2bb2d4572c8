package org.jiaxue.learning.coverage;

import java.util.stream.Collectors;

/** What the database makes of a coverage that is written, a character a second. */
final class Bits {

    private static final int A_DIGIT = 4;

    private Bits() {}

    static String of(Coverage coverage) {
        return coverage.hex()
                .substring(1)
                .chars()
                .mapToObj(
                        digit -> Integer.toBinaryString(1 << A_DIGIT | Character.digit(digit, 16)))
                .map(bits -> bits.substring(1))
                .collect(Collectors.joining())
                .substring(0, coverage.seconds());
    }
}
