package org.jiaxue.learning.playback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiaxue.learning.coverage.Coverage;
import org.jiaxue.learning.coverage.CoverageRow;
import org.jiaxue.learning.coverage.Span;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Sender;
import org.jspecify.annotations.Nullable;

/**
 * A claim that spans of a playback were played.
 *
 * @param played 1 to {@value Coverage#MOST_SPANS_A_BEAT} spans that do not overlap
 * @param at when it was played, for a beat that waited offline
 * @param sender from where it came; looked at only where it completes something
 */
record Beat(
        GuardianId guardian,
        UUID playback,
        List<Span> played,
        @Nullable Instant at,
        Sender sender) {

    /** Bounded whoever makes it, for beats wait in memory. */
    Beat {
        if (played.isEmpty() || played.size() > Coverage.MOST_SPANS_A_BEAT) {
            throw new IllegalArgumentException("1 to " + Coverage.MOST_SPANS_A_BEAT + " spans");
        }
        played = List.copyOf(played);
    }

    /** A beat of whose sender nothing is seen. */
    Beat(GuardianId guardian, UUID playback, List<Span> played, @Nullable Instant at) {
        this(guardian, playback, played, at, Sender.UNKNOWN);
    }

    /** Whether this is of the playback that is active in the row. */
    boolean isActiveIn(CoverageRow row) {
        return playback.equals(row.active());
    }

    /** Whether no span ends after the row's lesson does. */
    boolean isWithin(CoverageRow row) {
        return played.stream().noneMatch(span -> span.to() > row.coverage().seconds());
    }

    /** What a row of its playback becomes by it. */
    HeardBeat heard(CoverageRow row, Instant now) {
        Coverage.Heard heard = row.coverage().hear(played, now, at == null ? now : at);
        return new HeardBeat(row.heard(heard, played.getLast().to()), heard);
    }
}
