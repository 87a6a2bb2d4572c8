package org.jiaxue.catalogue;

import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a lesson was written from, by the name that readers of each language know it by. What has no
 * name in a language is cited there by the name it was published under.
 *
 * @param by who published it, or the number it was published under
 * @param part the article, chapter or page
 */
public record Source(Words title, @Nullable Words by, @Nullable Words part, int year) {}
