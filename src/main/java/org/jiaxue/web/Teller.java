package org.jiaxue.web;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a room tells a guardian of themselves, list by list and row by row, and writes it into
 * their archive.
 *
 * <p>A room's texts carry the headings: {@code <room>.told} names the room's part, {@code
 * <room>.told.<list>} a list and {@code <room>.told.<list>.<field>} a field, in both languages.
 */
public interface Teller {

    /** How many rows of a list are told at most; an archive that leaves rows out says so. */
    int MOST_ROWS = 50_000;

    /** How many files a room may add at most. */
    int MOST_FILES = 500;

    /** The reader's language, for words that a room makes itself. */
    Texts texts();

    /**
     * Begins a list, which ends where the next begins.
     *
     * @param name in English, lower case or camel case: the list's name in the JSON file
     * @param fields the names of its fields, likewise
     */
    Rows list(String name, String... fields);

    /**
     * Adds a file of the guardian's own, such as a certificate, as it is.
     *
     * @param name its path in the archive: letters, digits, {@code -_./}
     * @param content is asked once for an archive, or not at all
     */
    void file(String name, Supplier<byte[]> content);

    /** A division by its code, in words from the province down; null stays null. */
    @Nullable Coded place(@Nullable String division);

    /** A school by its id, in words; null stays null. */
    @Nullable Coded school(@Nullable UUID organisation);

    /**
     * A code of ours in words; null stays null.
     *
     * @param key what its texts' keys begin with; the code, in lower case, follows
     */
    default @Nullable Coded coded(String key, @Nullable String code) {
        return code == null
                ? null
                : new Coded(code, texts().say(key + code.toLowerCase(Locale.ROOT)));
    }

    /** A value with a name of its own for programs, and words in the reader's language. */
    record Coded(String code, String words) {}

    /** Takes the rows of a list. */
    interface Rows {

        /**
         * Adds a row.
         *
         * @param values one for each field, in their order: a text, {@link Words}, a number, a
         *     truth value, an {@code Instant}, a {@code LocalDate}, or null where nothing is kept
         */
        void add(@Nullable Object... values);
    }
}
