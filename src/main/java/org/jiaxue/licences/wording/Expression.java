package org.jiaxue.licences.wording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One expression of the list, found whatever stands between its letters and characters.
 *
 * <p>{@code *} lets a word go on, {@code …} stands for up to thirty characters, {@code #} for a
 * number. A word in Latin letters is found as a whole word.
 *
 * @param ground why it is refused
 */
record Expression(Ground ground, Pattern pattern) {

    /** Any characters that are neither letters nor digits may be put between two. */
    private static final String BETWEEN = "[^\\p{L}\\p{N}\\p{Sc}]{0,200}+";

    private static final String GAP = ".{0,30}?";
    private static final String NUMBER = "[0-9〇零一二三四五六七八九十百千万两几]";
    private static final String GOING_ON = "[a-z]*";
    private static final String NOT_WITHIN = "(?<![a-z])";
    private static final String NOT_GOING_ON = "(?![a-z])";

    static Expression of(Ground ground, String written, Reading reading) {
        String text = reading.of(written.replace("…", "\n"));
        StringBuilder regex = new StringBuilder();
        int before = 0;
        for (int one : text.codePoints().filter(Expression::counts).toArray()) {
            if (latin(one) && !latin(before) && before != '*') {
                regex.append(NOT_WITHIN);
            }
            if (before != 0 && before != '\n' && one != '\n' && one != '*') {
                regex.append(BETWEEN);
            }
            regex.append(
                    switch (one) {
                        case '*' -> GOING_ON;
                        case '\n' -> GAP;
                        case '#' -> NUMBER;
                        default -> Pattern.quote(Character.toString(one));
                    });
            before = one;
        }
        if (before == 0) {
            throw new IllegalArgumentException("An expression without a letter: " + written);
        }
        if (latin(before)) {
            regex.append(NOT_GOING_ON);
        }
        return new Expression(ground, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** What of a text that was read this way it finds. */
    Optional<String> in(String read) {
        Matcher matcher = pattern.matcher(read);
        return matcher.find() ? Optional.of(matcher.group().strip()) : Optional.empty();
    }

    private static boolean counts(int one) {
        return one == '\n'
                || one == '#'
                || one == '*'
                || Character.isLetterOrDigit(one)
                || Character.getType(one) == Character.CURRENCY_SYMBOL;
    }

    private static boolean latin(int one) {
        return one >= 'a' && one <= 'z';
    }
}
