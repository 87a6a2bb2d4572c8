package org.jiaxue.learning.playback;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.learning.reflection.ReflectionStore;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The house's own beats, counted, with a switch that leaves out the write: what a request costs
 * when nothing is kept.
 */
@Component
@Primary
class SwitchedBeats extends Beats {

    private final LongAdder heard = new LongAdder();
    private volatile boolean writing = true;

    SwitchedBeats(
            CoverageStore coverage,
            PlaybackStore playbacks,
            ReflectionStore reflections,
            Recorder recorder,
            Catalogue catalogue,
            TransactionTemplate transaction) {
        super(coverage, playbacks, reflections, recorder, catalogue, transaction);
    }

    void writing(boolean on) {
        writing = on;
    }

    /** How many beats came past authentication and validation since the last call. */
    long heard() {
        return heard.sumThenReset();
    }

    @Override
    Optional<CompletableFuture<BeatAnswer>> hear(Beat beat) {
        heard.increment();
        if (writing) {
            return super.hear(beat);
        }
        int played = beat.played().getLast().to();
        return Optional.of(
                CompletableFuture.completedFuture(
                        new BeatAnswer.Taken(played, 0, false, Earner.Earnings.NONE)));
    }
}
