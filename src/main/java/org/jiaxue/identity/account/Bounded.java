package org.jiaxue.identity.account;

import java.util.function.Consumer;
import org.jiaxue.web.Teller;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a list, as many as are told at most. */
final class Bounded implements Teller.Rows {

    private final Consumer<@Nullable Object[]> taker;
    private int rows;

    Bounded(Consumer<@Nullable Object[]> taker) {
        this.taker = taker;
    }

    @Override
    public void add(@Nullable Object... values) {
        if (rows < Teller.MOST_ROWS) {
            rows++;
            taker.accept(values);
        }
    }

    /** Whether there was no room for more. */
    boolean full() {
        return rows == Teller.MOST_ROWS;
    }
}
