package org.jiaxue.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** One text of content in the two languages that every reader can choose from. */
public record Words(String zh, String en) {

    private static final Pattern SEVERAL = Pattern.compile("\\b1 (point|day)s\\b");

    /**
     * The text with a number in a slot; in English one of it is one point, not one points.
     *
     * @param slot its name, as in {@code {points}}
     */
    public Words with(String slot, int number) {
        String braced = "{" + slot + "}";
        String english = en.replace(braced, Integer.toString(number));
        return new Words(
                zh.replace(braced, Integer.toString(number)),
                number == 1 ? SEVERAL.matcher(english).replaceAll("1 $1") : english);
    }

    /** The text in the reader's language; Chinese unless the reader asked for English. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
