package org.jiaxue.points;

import java.util.List;
import org.jiaxue.web.Frame;

/** Entries in words, for the template {@code points/rows}. */
final class EntryRows {

    private EntryRows() {}

    /**
     * A line of the ledger.
     *
     * @param rule when it occurred and by which rules it went
     */
    record Row(int points, String did, String why, String rule, boolean held) {}

    static List<Row> of(Points points, Frame frame, List<Points.Entry> entries) {
        return entries.stream()
                .map(entry ->
                        new Row(
                                entry.points(),
                                frame.say(entry.did()),
                                frame.say(entry.why()),
                                points.footnote(frame, entry),
                                entry.held()))
                .toList();
    }
}
