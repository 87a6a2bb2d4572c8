package org.jiaxue.licences.benefit;

import java.util.stream.Stream;
import org.jiaxue.web.Words;

/**
 * What an offer promises, in words.
 *
 * @param title at most 40 characters, 80 in English
 * @param what what one gets, at most 300 characters, 600 in English
 * @param place where, at most 80 characters, 160 in English
 */
public record Promise(Words title, Words what, Words place) {

    /** Every text of it. */
    Stream<String> texts() {
        return Stream.of(title, what, place).flatMap(it -> Stream.of(it.zh(), it.en()));
    }
}
