package org.jiaxue.points;

import java.util.List;
import org.jiaxue.web.Frame;

/** Entries in words, for the template {@code points/rows}. */
public final class EntryRows {

    private EntryRows() {}

    /**
     * A line of the ledger.
     *
     * @param points in the balance, or those that wait
     * @param rule when it occurred and by which rules it went
     * @param waits whether it waits for a person
     * @param check where its check is shown; empty where nothing is or was checked
     */
    public record Row(
            int points, String did, String why, String rule, boolean waits, String check) {}

    /** The entries in the reader's language. */
    public static List<Row> of(Frame frame, List<Points.Entry> entries) {
        return entries.stream()
                .map(entry ->
                        new Row(
                                entry.waits() ? entry.held() : entry.points(),
                                frame.say(entry.did()),
                                frame.say(entry.why()),
                                footnote(frame, entry),
                                entry.waits(),
                                entry.hold() == null ? "" : "/me/points/holds/" + entry.hold()))
                .toList();
    }

    /** When an entry occurred and by which rules it went, for the small print below it. */
    private static String footnote(Frame frame, Points.Entry entry) {
        return frame.say(
                "points.entry.footnote",
                frame.texts().minute(entry.at()),
                frame.say(entry.rules()),
                entry.version());
    }
}
