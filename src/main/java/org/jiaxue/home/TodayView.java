package org.jiaxue.home;

import java.util.List;
import org.jiaxue.web.look.Pane;
import org.jiaxue.web.look.Tile;
import org.jspecify.annotations.Nullable;

/**
 * What the first page shows.
 *
 * @param fit by what the picks were chosen, in the reader's words; empty for a visitor
 * @param picks at most three, in order of fit
 * @param near how near the next window is; empty where there is no scheme or nobody signed in
 * @param hint what would make the picks fit better; empty when nothing is missing
 */
record TodayView(
        @Nullable String fit, List<PickRow> picks, @Nullable Near near, @Nullable Hint hint) {

    /** Something picked, and why. */
    record PickRow(String href, Tile tile, String title, List<String> meta, String why) {}

    /** How near the next window is. */
    record Near(Pane pane, String level, String rest) {}

    /** What the reader could do to get better picks. */
    record Hint(String text, String action, String href) {}
}
