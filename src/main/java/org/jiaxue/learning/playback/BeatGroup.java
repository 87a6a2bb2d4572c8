package org.jiaxue.learning.playback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Subject;
import org.jiaxue.learning.coverage.CoverageRow;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.learning.reflection.ReflectionStore;
import org.jiaxue.learning.reflection.Reflections;
import org.jiaxue.web.GuardianId;

/** One group of beats within its transaction. */
final class BeatGroup {

    /** A beat that crossed the line, and when. */
    private record Crossing(int index, Beat beat, CoverageRow row, Lesson lesson, Instant at) {}

    private final CoverageStore coverage;
    private final PlaybackStore playbacks;
    private final ReflectionStore reflections;
    private final Recorder recorder;
    private final Catalogue catalogue;
    private final List<Beat> beats;
    private final PlainBeats plain;
    private final CoverageStore.ActiveRows active;
    private final Map<GuardianId, CoverageRow> changed = new LinkedHashMap<>();

    /** By the beats' places; the {@link #resting} get theirs when all others have one. */
    private final SortedMap<Integer, BeatAnswer> answers = new TreeMap<>();

    /** The beats whose playback is not active, by their places. */
    private final Map<Integer, Beat> resting = new LinkedHashMap<>();

    private final List<Crossing> crossings = new ArrayList<>();

    /** The places of beats whose playback crossed the line in an earlier group. */
    private final Map<Integer, CoverageRow> completed = new LinkedHashMap<>();

    BeatGroup(
            List<Beat> beats,
            PlainBeats plain,
            CoverageStore coverage,
            PlaybackStore playbacks,
            ReflectionStore reflections,
            Recorder recorder,
            Catalogue catalogue) {
        this.beats = beats;
        this.plain = plain;
        this.coverage = coverage;
        this.playbacks = playbacks;
        this.reflections = reflections;
        this.recorder = recorder;
        this.catalogue = catalogue;
        this.active = read();
    }

    private CoverageStore.ActiveRows read() {
        List<GuardianId> guardians =
                beats.stream()
                        .filter(beat -> !plain.contains(beat))
                        .map(Beat::guardian)
                        .distinct()
                        .toList();
        return guardians.isEmpty()
                ? new CoverageStore.ActiveRows(Map.of(), plain.now())
                : coverage.active(guardians);
    }

    List<BeatAnswer> answers() {
        return List.copyOf(answers.values());
    }

    /** The rows as they were written, but for those that crossed the line. */
    List<CoverageRow> written() {
        Set<GuardianId> crossed = crossed();
        return rows().filter(row -> !crossed.contains(row.guardian())).toList();
    }

    private Stream<CoverageRow> rows() {
        return Stream.concat(changed.values().stream(), plain.rows().stream());
    }

    /** Whose row is written once more after it crossed the line. */
    Set<GuardianId> crossed() {
        return crossings.stream().map(one -> one.beat().guardian()).collect(Collectors.toSet());
    }

    /**
     * False when a row changed underneath and nothing may be kept. The rows are written before
     * anything is recorded: they are locked then, and {@link Reflections} relies on that order.
     */
    boolean write() {
        Map<GuardianId, CoverageRow> rows = new HashMap<>(active.rows());
        for (int place = 0; place < beats.size(); place++) {
            if (plain.contains(beats.get(place))) {
                answers.put(place, plain.answer(place));
            } else {
                hear(place, rows);
            }
        }
        answerResting();
        answerCompleted();
        complete();
        List<CoverageRow> all = rows().toList();
        if (coverage.write(all).size() != all.size()) {
            return false;
        }
        record();
        return true;
    }

    private void hear(int place, Map<GuardianId, CoverageRow> rows) {
        Beat beat = beats.get(place);
        CoverageRow row = rows.get(beat.guardian());
        if (row == null || !beat.isActiveIn(row)) {
            resting.put(place, beat);
            return;
        }
        if (!beat.isWithin(row)) {
            answers.put(place, new BeatAnswer.Outside(row.coverage().seconds()));
            return;
        }
        HeardBeat heard = beat.heard(row, active.now());
        rows.put(beat.guardian(), heard.after());
        if (heard.addsSeconds()) {
            changed.put(beat.guardian(), heard.after());
        }
        answers.put(place, taken(place, heard));
    }

    private BeatAnswer taken(int place, HeardBeat heard) {
        Beat beat = beats.get(place);
        CoverageRow row = heard.after();
        boolean before = row.completedAt() != null || crossedHere(beat);
        if (!before && row.coverage().complete()) {
            Lesson lesson = catalogue.lesson(row.lesson()).orElseThrow();
            crossings.add(new Crossing(place, beat, row, lesson, effective(beat)));
        }
        if (beat.playback().equals(row.completedBy())) {
            completed.put(place, row);
        }
        return heard.answer();
    }

    /** When what a beat tells was played, and no later than now. */
    private Instant effective(Beat beat) {
        Instant at = beat.at();
        return at != null && at.isBefore(active.now()) ? at : active.now();
    }

    private boolean crossedHere(Beat beat) {
        return crossings.stream().anyMatch(one -> one.beat().guardian().equals(beat.guardian()));
    }

    /** Beats of playbacks that are not active are told why: two questions for all of them. */
    private void answerResting() {
        if (resting.isEmpty()) {
            return;
        }
        Set<PlaybackStore.Key> known = playbacks.known(resting.values());
        Set<GuardianId> agreeing =
                recorder.agreeing(
                        resting.values().stream().map(Beat::guardian).distinct().toList());
        resting.forEach((place, beat) ->
                answers.put(place, whyNot(beat, known, agreeing.contains(beat.guardian()))));
    }

    private static BeatAnswer whyNot(Beat beat, Set<PlaybackStore.Key> known, boolean agrees) {
        if (!known.contains(PlaybackStore.Key.of(beat))) {
            return new BeatAnswer.Unknown();
        }
        return agrees ? new BeatAnswer.Elsewhere() : new BeatAnswer.NotAgreed();
    }

    /** What the playbacks that were complete before have earned, with one question for all. */
    private void answerCompleted() {
        if (completed.isEmpty()) {
            return;
        }
        Map<GuardianId, Collection<UUID>> events = new LinkedHashMap<>();
        completed.values().forEach(row -> events.put(row.guardian(), row.completion()));
        List<Instant> times =
                completed.values().stream()
                        .map(CoverageRow::completedAt)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        if (times.isEmpty()) {
            return;
        }
        Earner.Earnings earnings = recorder.earnedBy(events, times.getFirst(), times.getLast());
        completed.forEach((place, row) -> earned(place, earnings.of(row.completion())));
    }

    private void earned(int place, Earner.Earnings earnings) {
        if (answers.get(place) instanceof BeatAnswer.Taken taken) {
            answers.put(place, taken.earning(earnings));
        }
    }

    private void complete() {
        for (Crossing crossing : crossings) {
            GuardianId guardian = crossing.beat().guardian();
            CoverageRow row = changed.getOrDefault(guardian, crossing.row());
            changed.put(
                    guardian, row.completed(crossing.at(), crossing.beat().playback(), List.of()));
        }
    }

    private void record() {
        if (crossings.isEmpty()) {
            return;
        }
        Recorder.Recorded recorded = recorder.record(facts(), active.now());
        List<CoverageRow> rows = new ArrayList<>();
        for (Crossing crossing : crossings) {
            Recorder.Recorded own = recorded.of(crossing.beat().guardian());
            List<UUID> ids = own.events().stream().map(LearningEvent::id).toList();
            rows.add(crossing.row().completed(crossing.at(), crossing.beat().playback(), ids));
            answerAfter(crossing, own.earnings());
        }
        coverage.complete(rows);
    }

    /** Each lesson that was completed, and its question where that was answered right before. */
    private List<Fact> facts() {
        Map<ReflectionStore.Key, ReflectionStore.Taken> right =
                reflections.right(crossings.stream().map(BeatGroup::reflection).toList());
        List<Fact> facts = new ArrayList<>();
        for (Crossing crossing : crossings) {
            Circumstances seen = recorder.seen(crossing.beat().sender(), crossing.at());
            CoverageRow row = crossing.row();
            facts.add(
                    fact(crossing)
                            .seen(seen.played(row.coverage().coveredSeconds(), row.cutSeconds())));
            ReflectionStore.Taken taken = right.get(reflection(crossing));
            if (taken != null) {
                facts.add(
                        Reflections.fact(
                                        crossing.beat().guardian(),
                                        crossing.lesson(),
                                        crossing.at())
                                .seen(seen.answeredIn(taken.millis())));
            }
        }
        return facts;
    }

    private static ReflectionStore.Key reflection(Crossing crossing) {
        return new ReflectionStore.Key(crossing.beat().guardian(), crossing.lesson().id());
    }

    /** This beat and the later ones of its guardian in the group all say what was earned. */
    private void answerAfter(Crossing crossing, Earner.Earnings earnings) {
        for (int i = crossing.index(); i < beats.size(); i++) {
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
                Subject.about(lesson));
    }
}
