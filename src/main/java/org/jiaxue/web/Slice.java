package org.jiaxue.web;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items at most the page size
 * @param page from 0
 * @param pages how many there are, at least 1
 */
public record Slice<T>(List<T> items, int page, int pages) {

    /** How many pages so many items need. */
    public static int pagesFor(long items, int size) {
        return (int) Math.max(1, (items + size - 1) / size);
    }
}
