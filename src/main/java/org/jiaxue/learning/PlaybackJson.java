package org.jiaxue.learning;

import java.util.List;
import java.util.UUID;
import org.jiaxue.web.Texts;

/** A playback as it stands. */
record PlaybackJson(
        UUID id,
        UUID lesson,
        int seconds,
        int resumeAt,
        List<List<Integer>> covered,
        int coveredSeconds,
        boolean completed,
        int beatSeconds,
        List<EarnedJson> earned,
        List<EarnedJson.ReachedJson> reached) {

    static PlaybackJson of(UUID playback, UUID lesson, PlaybackStart.Started started, Texts texts) {
        Coverage coverage = started.coverage();
        return new PlaybackJson(
                playback,
                lesson,
                coverage.seconds(),
                started.resumeAt(),
                coverage.spans().stream().map(span -> List.of(span.from(), span.to())).toList(),
                coverage.coveredSeconds(),
                started.completed(),
                LearningApi.BEAT_SECONDS,
                EarnedJson.of(started.earnings(), texts),
                EarnedJson.ReachedJson.of(started.earnings(), texts));
    }
}
