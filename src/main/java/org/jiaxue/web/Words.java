package org.jiaxue.web;

import java.util.Locale;

/** One text of content in the two languages that every reader can choose from. */
public record Words(String zh, String en) {

    /** The text in the reader's language; Chinese unless the reader asked for English. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
