package org.jiaxue.learning.playback;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.coverage.Span;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.learning.reflection.ReflectionStore;
import org.jiaxue.web.GroupWait;
import org.jiaxue.web.Grouped;
import org.jiaxue.web.GuardianId;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hears beats in groups: one read, one set-based write and one commit a group; the few that cross
 * the line make their events, points and licences in the same transaction.
 */
@Component
public class Beats implements DisposableBean {

    /** How long whoever tells a beat waits to hear what became of it. */
    static final GroupWait WAIT = new GroupWait("learning.problem.busy");

    private static final int MOST_TRIES = 5;

    private final CoverageStore coverage;
    private final PlaybackStore playbacks;
    private final ReflectionStore reflections;
    private final Recorder recorder;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;
    private final Grouped<Beat, BeatAnswer> writer;

    Beats(
            CoverageStore coverage,
            PlaybackStore playbacks,
            ReflectionStore reflections,
            Recorder recorder,
            Catalogue catalogue,
            TransactionTemplate transaction) {
        this.coverage = coverage;
        this.playbacks = playbacks;
        this.reflections = reflections;
        this.recorder = recorder;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.writer = new Grouped<>("beats", Grouped.LANES, this::write);
    }

    /**
     * Hears that seconds {@code [from, to)} were played now; the answer comes when it is kept, and
     * is cancelled where that takes longer than {@link Grouped#LONGEST_WAIT}.
     */
    public CompletableFuture<?> played(GuardianId guardian, UUID playback, int from, int to) {
        return hear(new Beat(guardian, playback, List.of(new Span(from, to)), null))
                .orElseThrow(() -> new IllegalStateException("Too many beats wait"));
    }

    /** Hands a beat in; empty when too many are waiting and the caller must come back later. */
    Optional<CompletableFuture<BeatAnswer>> hear(Beat beat) {
        return writer.offer(beat.guardian(), beat);
    }

    /**
     * Hands in what one request tells, all of it or nothing; a guardian's beats come into one
     * group.
     *
     * @param beats at most {@link Grouped#MOST_A_GROUP}
     */
    Optional<List<CompletableFuture<BeatAnswer>>> hear(List<Beat> beats) {
        return writer.offer(beats, Beat::guardian);
    }

    private List<BeatAnswer> write(List<Beat> beats) {
        for (int tries = 1; ; tries++) {
            Optional<List<BeatAnswer>> answers =
                    Objects.requireNonNull(transaction.execute(status -> once(beats, status)));
            if (answers.isPresent()) {
                return answers.get();
            }
            if (beats.size() > 1 || tries == MOST_TRIES) {
                throw new OptimisticLockingFailureException("Rows changed, tries=" + tries);
            }
        }
    }

    private Optional<List<BeatAnswer>> once(List<Beat> beats, TransactionStatus status) {
        BeatGroup group =
                new BeatGroup(beats, coverage, playbacks, reflections, recorder, catalogue);
        if (group.write()) {
            return Optional.of(group.answers());
        }
        status.setRollbackOnly();
        return Optional.empty();
    }

    @Override
    public void destroy() {
        writer.close();
    }
}
