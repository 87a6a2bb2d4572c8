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

    /** The page of all these, so many a page; beyond the last it is empty. */
    public static <T> Slice<T> of(List<T> all, int page, int size) {
        List<T> items = all.stream().skip((long) page * size).limit(size).toList();
        return new Slice<>(items, page, pagesFor(all.size(), size));
    }

    /** How many pages so many items need. */
    public static int pagesFor(long items, int size) {
        return (int) Math.max(1, (items + size - 1) / size);
    }
}
