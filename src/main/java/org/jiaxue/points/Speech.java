package org.jiaxue.points;

import org.jiaxue.web.Words;

/** The words of one language, on a page or in a terminal. */
public interface Speech {

    /** The message under this key, its arguments filled in. */
    String say(String key, Object... args);

    /** Content in this language. */
    String say(Words words);

    /** A whole number as it is read here. */
    String number(long number);
}
