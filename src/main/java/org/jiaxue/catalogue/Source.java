package org.jiaxue.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What a lesson was written from, cited in the language it was published in.
 *
 * @param part the article, chapter or page
 */
public record Source(String title, @Nullable String part, int year) {}
