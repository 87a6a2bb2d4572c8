package org.jiaxue.web;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has readings of whole ranges of guardians take their order from an index. A range narrower than a
 * bin of the planner's histogram looks to it like a row or two, of ids more than of other types; it
 * then sorts what it brings from the table by any key, a page a row, although an index has all that
 * is asked for and in that order.
 */
public final class IndexOrder {

    private IndexOrder() {}

    /** Until the caller's transaction ends, nothing is sorted that an index has in order. */
    public static void untilCommit(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        select set_config('enable_sort', 'off', true),
                               set_config('enable_incremental_sort', 'off', true)
                        """)
                .query((_, _) -> true)
                .list();
    }
}
