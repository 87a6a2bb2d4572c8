package org.jiaxue.learning.playback;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.coverage.RecentRows;
import org.jiaxue.learning.coverage.Span;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.learning.reflection.ReflectionStore;
import org.jiaxue.web.GroupWait;
import org.jiaxue.web.Grouped;
import org.jiaxue.web.GuardianId;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hears beats in groups: one set-based write and one commit a group, and one read of the rows that
 * this process did not write last; the few that cross the line make their events, points and
 * licences in the same transaction.
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
    private final RecentRows recent = new RecentRows();
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

    /** Goes by remembered rows, and once one of them is another by now, by what it reads. */
    private List<BeatAnswer> write(List<Beat> beats) {
        PlainBeats plain = PlainBeats.of(beats, recent, coverage::recently);
        if (!plain.isEmpty()) {
            Optional<List<BeatAnswer>> answers = once(beats, plain);
            if (answers.isPresent()) {
                recent.right();
                return answers.get();
            }
            recent.wrong(plain.guardians());
        }
        for (int tries = 1; ; tries++) {
            Optional<List<BeatAnswer>> answers = once(beats, PlainBeats.none());
            if (answers.isPresent()) {
                return answers.get();
            }
            if (beats.size() > 1 || tries == MOST_TRIES) {
                throw new OptimisticLockingFailureException("Rows changed, tries=" + tries);
            }
        }
    }

    /** Empty when a row changed underneath and nothing was kept. */
    private Optional<List<BeatAnswer>> once(List<Beat> beats, PlainBeats plain) {
        Optional<BeatGroup> kept =
                transaction.execute(status -> {
                    BeatGroup group = group(beats, plain);
                    if (!group.write()) {
                        status.setRollbackOnly();
                        return Optional.<BeatGroup>empty();
                    }
                    return Optional.of(group);
                });
        kept.ifPresent(group -> {
            recent.forget(group.crossed());
            recent.written(group.written());
        });
        return kept.map(BeatGroup::answers);
    }

    private BeatGroup group(List<Beat> beats, PlainBeats plain) {
        return new BeatGroup(beats, plain, coverage, playbacks, reflections, recorder, catalogue);
    }

    @Override
    public void destroy() {
        writer.close();
    }
}
