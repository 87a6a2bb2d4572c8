package org.jiaxue.identity.signin;

import java.text.Normalizer;
import org.jiaxue.web.Problem;

/** Reads a typed code and says what is wrong with one. */
final class CodeWords {

    private static final int DIGITS = 6;
    private static final int LONGEST_TEXT = 40;

    private CodeWords() {}

    /** The code without blanks, full-width digits made plain. */
    static String plain(String typed) {
        return typed.length() > LONGEST_TEXT
                ? typed
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    static Problem wrongWith(String plain) {
        if (plain.isEmpty()) {
            return Problem.unprocessable("identity.problem.code-missing");
        }
        return plain.length() < DIGITS && plain.matches("[0-9]+")
                ? Problem.unprocessable("identity.problem.code-short", DIGITS - plain.length())
                : Problem.unprocessable("identity.problem.code-shape");
    }
}
