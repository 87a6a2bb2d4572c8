package org.jiaxue.identity;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiaxue.web.Problem;

/** A mobile number of the Chinese mainland: eleven digits, the first 1, the second 3 to 9. */
public record Phone(String digits) {

    private static final int DIGITS = 11;
    private static final int LONGEST_TEXT = 40;
    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_AFTER = 7;
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    public Phone {
        if (!MOBILE.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a mobile number");
        }
    }

    /** Reads what a person typed: spaces, hyphens, full-width digits and +86 are taken. */
    public static Optional<Phone> read(String text) {
        String digits = digitsOf(text);
        return MOBILE.matcher(digits).matches() ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    /** What is wrong with a typed number that cannot be read, and what to do. */
    public static Problem wrongWith(String typed) {
        String digits = digitsOf(typed);
        if (digits.isBlank()) {
            return Problem.unprocessable("identity.problem.phone-missing");
        }
        if (!digits.matches("[0-9]+")) {
            return Problem.unprocessable("identity.problem.phone-letters");
        }
        if (digits.length() < DIGITS) {
            return Problem.unprocessable("identity.problem.phone-short", DIGITS - digits.length());
        }
        return digits.length() > DIGITS
                ? Problem.unprocessable("identity.problem.phone-long", digits.length() - DIGITS)
                : Problem.unprocessable("identity.problem.phone-kind");
    }

    /** What is left of a typed number when what may stand between digits is taken away. */
    private static String digitsOf(String text) {
        if (text.length() > LONGEST_TEXT) {
            return text;
        }
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\-()]", "");
        return plain.replaceFirst("^(\\+|00)86(?=1)", "");
    }

    /** The number with its middle hidden, as it may be shown and logged. */
    @Override
    public String toString() {
        return digits.substring(0, SHOWN_BEFORE) + "****" + digits.substring(SHOWN_AFTER);
    }
}
