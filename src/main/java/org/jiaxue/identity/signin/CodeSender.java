package org.jiaxue.identity.signin;

import java.util.Optional;
import org.jiaxue.identity.Phone;

/** Brings a one-time code, or a word of warning, to a phone. */
public interface CodeSender {

    /**
     * Sends a code, or refuses with a sentence when that cannot be done now.
     *
     * @param sentence the code within a sentence in the reader's language, as a text message
     */
    void send(Phone phone, String code, String sentence);

    /**
     * Tells a phone's holder something, or refuses with a sentence when that cannot be done now.
     */
    void tell(Phone phone, String sentence);

    /** Forgets what is remembered of a phone, if anything is. */
    default void forget(Phone phone) {}

    /** The code that a demonstration shows on the page; empty wherever codes are really sent. */
    default Optional<String> shown(Phone phone) {
        return Optional.empty();
    }
}
