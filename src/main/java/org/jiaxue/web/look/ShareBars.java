package org.jiaxue.web.look;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares side by side, a bar a row on one scale from nothing to the whole; drawn by the server.
 * What is not known has words and no bar.
 *
 * @param goal where the dashed line of the goal stands, and its words; null where there is none
 */
public record ShareBars(List<Bar> bars, @Nullable Mark goal) {

    /** The most rows that each get a pattern of their own. */
    public static final int MOST_KINDS = 4;

    private static final double THOUSANDTHS_A_PERCENT = 10;

    /**
     * A name and its share.
     *
     * @param share thousandths of the whole, or why there are none
     * @param words the share in words, for instance 15.0%
     * @param counts what it is a share of, for instance 920 / 6,133
     */
    public record Row(String name, Reading share, String words, String counts) {}

    /**
     * A drawn row.
     *
     * @param place 0 for the common look, 1 to 4 for a pattern of its own
     * @param width how long it is, in percent of the whole; empty where the share is not known
     */
    public record Bar(int place, String name, String width, String words, String counts) {}

    /** A place on the scale, in percent of the whole, and its words. */
    public record Mark(String at, String words) {}

    public ShareBars {
        bars = List.copyOf(bars);
    }

    /**
     * Draws.
     *
     * @param kinds whether each row has a pattern of its own; at most {@value #MOST_KINDS} then
     * @throws IllegalArgumentException if there are more kinds than patterns
     */
    public static ShareBars of(List<Row> rows, LineChart.@Nullable Goal goal, boolean kinds) {
        if (kinds && rows.size() > MOST_KINDS) {
            throw new IllegalArgumentException("at most 4 kinds can be told apart");
        }
        var bars = new ArrayList<Bar>();
        for (Row row : rows) {
            String width = row.share() instanceof Reading.Known(long share) ? percent(share) : "";
            int place = kinds ? bars.size() + 1 : 0;
            bars.add(new Bar(place, row.name(), width, row.words(), row.counts()));
        }
        return new ShareBars(
                bars, goal == null ? null : new Mark(percent(goal.value()), goal.words()));
    }

    private static String percent(long thousandths) {
        return Numbers.plain(thousandths / THOUSANDTHS_A_PERCENT) + "%";
    }
}
