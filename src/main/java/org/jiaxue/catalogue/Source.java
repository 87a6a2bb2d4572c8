package org.jiaxue.catalogue;

import java.util.Optional;

/**
 * What a lesson was written from, cited in the language it was published in.
 *
 * @param part the article, chapter or page
 */
public record Source(String title, Optional<String> part, int year) {}
