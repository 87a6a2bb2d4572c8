package org.jiaxue.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;

/** One group of beats within its transaction. */
final class BeatGroup {

    /** A beat that crossed the line, and when. */
    private record Crossing(int index, Beat beat, CoverageRow row, Lesson lesson, Instant at) {}

    private final CoverageStore coverage;
    private final PlaybackStore playbacks;
    private final Recorder recorder;
    private final Catalogue catalogue;
    private final List<Beat> beats;
    private final CoverageStore.ActiveRows active;
    private final Map<GuardianId, CoverageRow> changed = new LinkedHashMap<>();
    private final List<BeatAnswer> answers = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();

    /** The places of beats whose playback crossed the line in an earlier group. */
    private final Map<Integer, CoverageRow> completed = new LinkedHashMap<>();

    BeatGroup(
            List<Beat> beats,
            CoverageStore coverage,
            PlaybackStore playbacks,
            Recorder recorder,
            Catalogue catalogue) {
        this.beats = beats;
        this.coverage = coverage;
        this.playbacks = playbacks;
        this.recorder = recorder;
        this.catalogue = catalogue;
        this.active = coverage.active(beats.stream().map(Beat::guardian).distinct().toList());
    }

    List<BeatAnswer> answers() {
        return answers;
    }

    /** False when a row changed underneath and nothing may be kept. */
    boolean write() {
        Map<GuardianId, CoverageRow> rows = new HashMap<>(active.rows());
        for (Beat beat : beats) {
            answers.add(hear(beat, rows));
        }
        answerResting();
        answerCompleted();
        record();
        return coverage.write(List.copyOf(changed.values())).size() == changed.size();
    }

    private static boolean isActive(Beat beat, @Nullable CoverageRow row) {
        return row != null && beat.playback().equals(row.active());
    }

    private BeatAnswer hear(Beat beat, Map<GuardianId, CoverageRow> rows) {
        CoverageRow row = rows.get(beat.guardian());
        if (row == null || !isActive(beat, row)) {
            return new BeatAnswer.Unknown();
        }
        if (beat.played().stream().anyMatch(span -> span.to() > row.coverage().seconds())) {
            return new BeatAnswer.Outside(row.coverage().seconds());
        }
        Instant at = beat.at() == null ? active.now() : beat.at();
        Coverage.Heard heard = row.coverage().hear(beat.played(), active.now(), at);
        CoverageRow after = row.heard(heard.after(), beat.played().getLast().to());
        rows.put(beat.guardian(), after);
        if (heard.newSeconds() > 0) {
            changed.put(beat.guardian(), after);
        }
        return taken(beat, after, heard, at.isBefore(active.now()) ? at : active.now());
    }

    private BeatAnswer taken(Beat beat, CoverageRow row, Coverage.Heard heard, Instant effective) {
        boolean before = row.completedAt() != null || crossedHere(beat);
        if (!before && row.coverage().complete()) {
            Lesson lesson = catalogue.lesson(row.lesson()).orElseThrow();
            crossings.add(new Crossing(answers.size(), beat, row, lesson, effective));
        }
        if (beat.playback().equals(row.completedBy())) {
            completed.put(answers.size(), row);
        }
        return new BeatAnswer.Taken(
                row.coverage().coveredSeconds(),
                heard.cutSeconds(),
                row.coverage().complete(),
                Earner.Earnings.NONE);
    }

    private boolean crossedHere(Beat beat) {
        return crossings.stream().anyMatch(one -> one.beat().guardian().equals(beat.guardian()));
    }

    /** Beats of playbacks that are not active are told why: two questions for all of them. */
    private void answerResting() {
        List<Beat> resting = new ArrayList<>();
        for (int i = 0; i < beats.size(); i++) {
            if (answers.get(i) instanceof BeatAnswer.Unknown) {
                resting.add(beats.get(i));
            }
        }
        if (resting.isEmpty()) {
            return;
        }
        Set<String> known = playbacks.known(resting);
        Set<GuardianId> agreeing =
                recorder.agreeing(resting.stream().map(Beat::guardian).distinct().toList());
        for (int i = 0; i < beats.size(); i++) {
            Beat beat = beats.get(i);
            if (answers.get(i) instanceof BeatAnswer.Unknown
                    && known.contains(beat.guardian() + "/" + beat.playback())) {
                answers.set(
                        i,
                        agreeing.contains(beat.guardian())
                                ? new BeatAnswer.Elsewhere()
                                : new BeatAnswer.NotAgreed());
            }
        }
    }

    /** What the playbacks that were complete before have earned, with one question for all. */
    private void answerCompleted() {
        if (completed.isEmpty()) {
            return;
        }
        Map<GuardianId, Collection<UUID>> events = new LinkedHashMap<>();
        completed.values().forEach(row -> events.put(row.guardian(), row.completion()));
        Earner.Earnings earnings = recorder.earnedBy(events);
        completed.forEach((place, row) -> earned(place, earnings.of(row.completion())));
    }

    private void earned(int place, Earner.Earnings earnings) {
        if (answers.get(place) instanceof BeatAnswer.Taken taken) {
            answers.set(place, taken.earning(earnings));
        }
    }

    private void record() {
        if (crossings.isEmpty()) {
            return;
        }
        Recorder.Recorded recorded =
                recorder.record(crossings.stream().map(BeatGroup::fact).toList(), active.now());
        for (Crossing crossing : crossings) {
            Recorder.Recorded own = recorded.of(crossing.beat().guardian());
            List<UUID> ids = own.events().stream().map(LearningEvent::id).toList();
            CoverageRow row = changed.getOrDefault(crossing.beat().guardian(), crossing.row());
            changed.put(
                    crossing.beat().guardian(),
                    row.completed(crossing.at(), crossing.beat().playback(), ids));
            answerAfter(crossing, own.earnings());
        }
    }

    /** This beat and the later ones of its guardian in the group all say what was earned. */
    private void answerAfter(Crossing crossing, Earner.Earnings earnings) {
        for (int i = crossing.index(); i < answers.size(); i++) {
            if (beats.get(i).guardian().equals(crossing.beat().guardian())) {
                earned(i, earnings);
            }
        }
    }

    private static Fact fact(Crossing crossing) {
        Lesson lesson = crossing.lesson();
        return new Fact(
                crossing.beat().guardian(),
                EventKind.LESSON_COMPLETED,
                lesson.id().value(),
                crossing.at(),
                new Subject(lesson.title(), lesson.stage(), lesson.ages()));
    }
}
