package org.jiaxue.learning;

import java.time.Instant;
import java.util.ArrayList;
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
        Set<String> known = playbacks.known(resting(rows));
        for (Beat beat : beats) {
            answers.add(hear(beat, rows, known));
        }
        record();
        return coverage.write(List.copyOf(changed.values())).size() == changed.size();
    }

    private List<Beat> resting(Map<GuardianId, CoverageRow> rows) {
        return beats.stream().filter(beat -> !isActive(beat, rows.get(beat.guardian()))).toList();
    }

    private static boolean isActive(Beat beat, @Nullable CoverageRow row) {
        return row != null && beat.playback().equals(row.active());
    }

    private BeatAnswer hear(Beat beat, Map<GuardianId, CoverageRow> rows, Set<String> known) {
        CoverageRow row = rows.get(beat.guardian());
        if (row == null || !isActive(beat, row)) {
            return known.contains(beat.guardian() + "/" + beat.playback())
                    ? new BeatAnswer.Elsewhere()
                    : new BeatAnswer.Unknown();
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
        Earner.Earnings earnings =
                beat.playback().equals(row.completedBy())
                        ? recorder.earnedBy(beat.guardian(), row.completion())
                        : Earner.Earnings.NONE;
        return new BeatAnswer.Taken(
                row.coverage().coveredSeconds(),
                heard.cutSeconds(),
                row.coverage().complete(),
                earnings);
    }

    private boolean crossedHere(Beat beat) {
        return crossings.stream().anyMatch(one -> one.beat().guardian().equals(beat.guardian()));
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
            if (beats.get(i).guardian().equals(crossing.beat().guardian())
                    && answers.get(i) instanceof BeatAnswer.Taken taken) {
                answers.set(
                        i,
                        new BeatAnswer.Taken(
                                taken.coveredSeconds(),
                                taken.cutSeconds(),
                                taken.completed(),
                                earnings));
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
