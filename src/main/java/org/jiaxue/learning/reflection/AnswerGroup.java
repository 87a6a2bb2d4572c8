package org.jiaxue.learning.reflection;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.People;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.coverage.Completions;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;

/**
 * One group of answers within its transaction. It takes what it locks kind by kind, and of each
 * kind in the order of guardians: consents, answers, coverage, and then what recording takes. Beats
 * take coverage and what recording takes in the same order, so neither can wait for the other while
 * the other waits for it.
 */
final class AnswerGroup {

    private final People people;
    private final ReflectionStore store;
    private final Completions completions;
    private final Recorder recorder;
    private final DatabaseClock clock;
    private final List<Answer> answers;

    AnswerGroup(
            List<Answer> answers,
            People people,
            ReflectionStore store,
            Completions completions,
            Recorder recorder,
            DatabaseClock clock) {
        this.answers = answers;
        this.people = people;
        this.store = store;
        this.completions = completions;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Keeps the answers and what they earn; says in their order what became of each. */
    List<ReflectionAnswer> judge() {
        Set<GuardianId> agreeing =
                people.mayRecordUntilCommit(answers.stream().map(Answer::guardian).toList());
        List<Answer> kept =
                answers.stream().filter(it -> agreeing.contains(it.guardian())).toList();
        if (!kept.isEmpty()) {
            store.keep(kept, clock.now());
        }
        Map<ReflectionStore.Key, Answer> right = new LinkedHashMap<>();
        kept.stream()
                .filter(it -> it.choice().right())
                .forEach(it -> right.putIfAbsent(it.key(), it));
        Map<ReflectionStore.Key, Earner.Earnings> earnings = earnings(completed(right));
        return answers.stream()
                .map(it ->
                        agreeing.contains(it.guardian())
                                ? judged(it, earnings.get(it.key()))
                                : new ReflectionAnswer.NotAgreed())
                .toList();
    }

    private static ReflectionAnswer judged(Answer answer, Earner.@Nullable Earnings earnings) {
        if (!answer.choice().right()) {
            return new ReflectionAnswer.NotYet(answer.choice().reply());
        }
        return earnings == null
                ? new ReflectionAnswer.RightUnseen(answer.choice().reply(), null)
                : new ReflectionAnswer.Right(answer.choice().reply(), earnings);
    }

    /** Those of the right answers whose lesson is completed. */
    private List<Answer> completed(Map<ReflectionStore.Key, Answer> right) {
        if (right.isEmpty()) {
            return List.of();
        }
        Set<Completions.Of> completed =
                completions.untilCommit(right.values().stream().map(AnswerGroup::of).toList());
        return right.values().stream().filter(it -> completed.contains(of(it))).toList();
    }

    private static Completions.Of of(Answer answer) {
        return new Completions.Of(answer.guardian(), answer.lesson().id());
    }

    /** What each has earned: now or, where it was right before, then. */
    private Map<ReflectionStore.Key, Earner.Earnings> earnings(List<Answer> completed) {
        if (completed.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.now();
        Recorder.Recorded recorded = recorder.record(facts(completed, now), now);
        Map<ReflectionStore.Key, Earner.Earnings> earnings = new HashMap<>();
        tell(recorded.events(), recorded.earnings(), earnings);
        Map<GuardianId, Set<UUID>> before = new LinkedHashMap<>();
        completed.stream()
                .filter(it -> !earnings.containsKey(it.key()))
                .forEach(it ->
                        before.computeIfAbsent(it.guardian(), _ -> new HashSet<>())
                                .add(it.lesson().id().value()));
        if (!before.isEmpty()) {
            List<LearningEvent> told = recorder.told(EventKind.REFLECTION_ANSWERED, before);
            tell(told, recorder.earnedBy(told), earnings);
        }
        return earnings;
    }

    private static void tell(
            List<LearningEvent> events,
            Earner.Earnings all,
            Map<ReflectionStore.Key, Earner.Earnings> earnings) {
        for (LearningEvent event : events) {
            earnings.put(
                    new ReflectionStore.Key(event.guardian(), new LessonId(event.cause())),
                    all.of(List.of(event.id())));
        }
    }

    private List<Fact> facts(List<Answer> completed, Instant now) {
        Map<ReflectionStore.Key, ReflectionStore.Taken> taken =
                store.right(completed.stream().map(Answer::key).toList());
        return completed.stream().map(it -> fact(it, taken.get(it.key()), now)).toList();
    }

    private Fact fact(Answer answer, ReflectionStore.@Nullable Taken taken, Instant now) {
        Circumstances seen = recorder.seen(answer.sender(), now);
        return Reflections.fact(answer.guardian(), answer.lesson(), now)
                .seen(seen.answeredIn(taken == null ? null : taken.millis()));
    }
}
