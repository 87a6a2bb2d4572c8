package org.jiaxue.points;

import java.util.List;
import org.jiaxue.web.Frame;

/** Entries in words, for the template {@code points/rows}. */
public final class EntryRows {

    private EntryRows() {}

    /**
     * A line of the ledger.
     *
     * @param rule when it occurred and by which rules it went
     */
    public record Row(int points, String did, String why, String rule, boolean held) {}

    /** The entries in the reader's language. */
    public static List<Row> of(Frame frame, List<Points.Entry> entries) {
        return entries.stream().map(entry -> of(frame, entry)).toList();
    }

    private static Row of(Frame frame, Points.Entry entry) {
        return new Row(
                entry.points(),
                frame.say(entry.did()),
                frame.say(entry.why()),
                frame.say(
                        "points.entry.footnote",
                        frame.texts().minute(entry.at()),
                        frame.say(entry.rules()),
                        entry.version()),
                entry.held());
    }
}
