package org.jiaxue.licences.benefit;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code of 128 random bits, in 28 characters of an alphabet in which no two look alike, shown in
 * groups of four.
 *
 * @param letters without spaces
 */
record Code(String letters) {

    static final int BITS = 128;
    static final int LENGTH = 28;

    private static final int GROUP = 4;

    /** Without 0 O, 1 I L, 2 Z, 5 S and 8 B. */
    private static final String ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY";

    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Code random() {
        return of(new BigInteger(BITS, RANDOM));
    }

    static Code of(BigInteger bits) {
        BigInteger base = BigInteger.valueOf(ALPHABET.length());
        StringBuilder letters = new StringBuilder(LENGTH);
        BigInteger rest = bits;
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] both = rest.divideAndRemainder(base);
            letters.append(ALPHABET.charAt(both[1].intValueExact()));
            rest = both[0];
        }
        if (rest.signum() != 0) {
            throw new IllegalArgumentException("more than " + BITS + " bits");
        }
        return new Code(letters.reverse().toString());
    }

    /** What was typed or scanned, whatever its case, width and spaces; empty if it is none. */
    static Optional<Code> read(String typed) {
        if (typed.length() > 4 * LENGTH) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String letters = SPACES.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
        return Optional.of(letters).filter(SHAPE.asMatchPredicate()).map(Code::new);
    }

    List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (int from = 0; from < LENGTH; from += GROUP) {
            groups.add(letters.substring(from, from + GROUP));
        }
        return groups;
    }
}
