package org.jiaxue.web.look;

/**
 * Text around the words that answer a question.
 *
 * @param match the words themselves, empty if none stand out
 */
public record Passage(String before, String match, String after) {
    /** A passage in which nothing stands out. */
    public static Passage plain(String text) {
        return new Passage(text, "", "");
    }
}
