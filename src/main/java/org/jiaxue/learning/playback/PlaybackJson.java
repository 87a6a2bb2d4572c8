package org.jiaxue.learning.playback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiaxue.learning.coverage.Coverage;
import org.jiaxue.learning.recording.EarnedJson;
import org.jiaxue.web.Texts;

/**
 * A playback as it stands.
 *
 * @param guardian whose it is, as a trusted client names them
 * @param now the server's time of this answer, from which a player reckons what its beats say as
 *     {@code at}
 */
record PlaybackJson(
        UUID id,
        UUID guardian,
        UUID lesson,
        int seconds,
        int resumeAt,
        List<List<Integer>> covered,
        int coveredSeconds,
        boolean completed,
        int beatSeconds,
        Instant now,
        List<EarnedJson> earned,
        List<EarnedJson.ReachedJson> reached) {

    static PlaybackJson of(
            PlaybackStore.Key playback, UUID lesson, PlaybackStart.Started started, Texts texts) {
        Coverage coverage = started.coverage();
        return new PlaybackJson(
                playback.playback(),
                playback.guardian().value(),
                lesson,
                coverage.seconds(),
                started.resumeAt(),
                coverage.spans().stream().map(span -> List.of(span.from(), span.to())).toList(),
                coverage.coveredSeconds(),
                started.completed(),
                Coverage.BEAT_SECONDS,
                started.now(),
                EarnedJson.of(started.earnings(), texts),
                EarnedJson.ReachedJson.of(started.earnings(), texts));
    }
}
