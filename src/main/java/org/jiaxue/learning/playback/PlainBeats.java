package org.jiaxue.learning.playback;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jiaxue.learning.coverage.CoverageRow;
import org.jiaxue.learning.coverage.RecentRows;
import org.jiaxue.web.GuardianId;

/**
 * The beats of a group that are heard by a remembered row: those that add seconds to the playback
 * that is active there and cross no line. So each of them is written, and writing tells whether the
 * row is still as it was remembered. All beats of a guardian are plain, or none.
 */
final class PlainBeats {

    private final Instant now;
    private final Map<GuardianId, CoverageRow> rows;
    private final Map<Integer, BeatAnswer> answers = new HashMap<>();

    private PlainBeats(Instant now, Map<GuardianId, CoverageRow> remembered) {
        this.now = now;
        this.rows = new HashMap<>(remembered);
    }

    static PlainBeats none() {
        return new PlainBeats(Instant.EPOCH, Map.of());
    }

    /**
     * Hears what is plain of a group.
     *
     * @param clock tells the database's time; asked only where something is remembered
     */
    static PlainBeats of(List<Beat> beats, RecentRows recent, Supplier<Instant> clock) {
        Map<GuardianId, CoverageRow> remembered =
                recent.of(beats.stream().map(Beat::guardian).collect(Collectors.toSet()));
        if (remembered.isEmpty()) {
            return none();
        }
        PlainBeats plain = new PlainBeats(clock.get(), remembered);
        for (int place = 0; place < beats.size(); place++) {
            plain.hear(place, beats.get(place));
        }
        return plain;
    }

    private void hear(int place, Beat beat) {
        CoverageRow row = rows.get(beat.guardian());
        if (row == null) {
            return;
        }
        Optional<HeardBeat> plain =
                Optional.of(row)
                        .filter(beat::isActiveIn)
                        .filter(beat::isWithin)
                        .filter(it -> !beat.playback().equals(it.completedBy()))
                        .map(it -> beat.heard(it, now))
                        .filter(PlainBeats::isPlain);
        if (plain.isEmpty()) {
            rows.remove(beat.guardian());
            return;
        }
        rows.put(beat.guardian(), plain.get().after());
        answers.put(place, plain.get().answer());
    }

    private static boolean isPlain(HeardBeat heard) {
        return heard.addsSeconds()
                && (heard.after().completedAt() != null || !heard.after().coverage().complete());
    }

    /** The time that they were heard at. */
    Instant now() {
        return now;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    boolean contains(Beat beat) {
        return rows.containsKey(beat.guardian());
    }

    /** The rows as they are to be written. */
    Collection<CoverageRow> rows() {
        return rows.values();
    }

    Set<GuardianId> guardians() {
        return rows.keySet();
    }

    /** The answer to a beat that is among them. */
    BeatAnswer answer(int place) {
        return Objects.requireNonNull(answers.get(place));
    }
}
