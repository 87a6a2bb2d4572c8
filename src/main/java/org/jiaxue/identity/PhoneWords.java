package org.jiaxue.identity;

import org.jiaxue.web.Problem;

/** Says what is wrong with a typed phone number and what to do. */
final class PhoneWords {

    private static final int DIGITS = 11;

    private PhoneWords() {}

    static Problem wrongWith(String typed) {
        String digits = Phone.digitsOf(typed);
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
}
