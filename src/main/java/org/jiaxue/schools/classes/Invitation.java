package org.jiaxue.schools.classes;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code that invites into a class: eight characters of an alphabet in which no two look alike,
 * about 1.5 · 10¹¹ codes.
 *
 * @param code as it is kept, without a space
 * @param until the last day on which it is good
 */
public record Invitation(String code, LocalDate until) {

    /** How many characters a code has. */
    public static final int LENGTH = 8;

    /** Without 0 O, 1 I L, 2 Z, 5 S and 8 B. */
    private static final String ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY";

    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Invitation until(LocalDate last) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Invitation(code.toString(), last);
    }

    /** The code that was typed, whatever its case, width and spaces; empty if it cannot be one. */
    public static Optional<String> read(String typed) {
        if (typed.length() > 4 * LENGTH) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String code = SPACES.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
        return Optional.of(code).filter(SHAPE.asMatchPredicate());
    }

    public boolean goodOn(LocalDate day) {
        return !day.isAfter(until);
    }

    /** In two halves, as it is read out. */
    public String halves() {
        return code.substring(0, LENGTH / 2) + " " + code.substring(LENGTH / 2);
    }
}
