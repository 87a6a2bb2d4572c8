package org.jiaxue.learning.playback;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.ConsentWithdrawn;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.coverage.CoverageRow;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts and resumes playbacks; one of a guardian is active at a time. */
@Component
public class Playbacks {

    private static final int MOST_TRIES = 5;

    private final PlaybackStore playbacks;
    private final CoverageStore coverage;
    private final Catalogue catalogue;
    private final People people;
    private final Recorder recorder;
    private final DatabaseClock clock;
    private final TransactionTemplate transaction;

    Playbacks(
            PlaybackStore playbacks,
            CoverageStore coverage,
            Catalogue catalogue,
            People people,
            Recorder recorder,
            DatabaseClock clock,
            TransactionTemplate transaction) {
        this.playbacks = playbacks;
        this.coverage = coverage;
        this.catalogue = catalogue;
        this.people = people;
        this.recorder = recorder;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Starts or resumes a playback that nothing stands against. */
    public void play(GuardianId guardian, UUID playback, LessonId lesson) {
        PlaybackStart started = start(guardian, playback, lesson);
        if (!(started instanceof PlaybackStart.Started)) {
            throw new IllegalStateException("Not started: " + started);
        }
    }

    PlaybackStart start(GuardianId guardian, UUID playback, LessonId lessonId) {
        Optional<Lesson> lesson = catalogue.lesson(lessonId);
        if (lesson.isEmpty()) {
            return new PlaybackStart.NoSuchLesson();
        }
        for (int tries = 1; ; tries++) {
            try {
                return transaction.execute(_ -> startOnce(guardian, playback, lesson.get()));
            } catch (DuplicateKeyException | ConcurrencyFailureException atOnce) {
                // Two devices started at the same moment; the later one goes again and wins.
                if (tries == MOST_TRIES) {
                    throw atOnce;
                }
            }
        }
    }

    private PlaybackStart startOnce(GuardianId guardian, UUID playback, Lesson lesson) {
        if (!people.mayRecordUntilCommit(guardian)) {
            return new PlaybackStart.NotAgreed();
        }
        Instant now = clock.now();
        boolean fresh = playbacks.begin(guardian, playback, lesson.id(), now);
        if (!fresh && !lesson.id().equals(playbacks.lessonOf(guardian, playback).orElse(null))) {
            return new PlaybackStart.OtherLesson();
        }
        playbacks.rest(guardian, playback);
        playbacks.activate(guardian, lesson.id(), playback, lesson.seconds(), now);
        CoverageRow row = coverage.find(guardian, lesson.id()).orElseThrow();
        @Nullable Instant completed = playback.equals(row.completedBy()) ? row.completedAt() : null;
        return new PlaybackStart.Started(
                fresh,
                now,
                row.coverage(),
                row.resumeAt(),
                row.completedAt() != null,
                completed == null
                        ? Earner.Earnings.NONE
                        : recorder.earnedBy(guardian, row.completion(), completed));
    }

    /**
     * A withdrawal makes what plays inactive within its own transaction. So the very next beat
     * finds nothing to write to, in every process, and no beat has to ask for consent: only one
     * that found nothing active is told why.
     */
    @EventListener
    void stop(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == Purpose.RECORDS) {
            playbacks.rest(withdrawn.guardian());
        }
    }
}
