package org.jiaxue.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Question;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.Learning;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.springframework.stereotype.Component;

/** Plays lessons in the evenings of the term, at the speed at which they run. */
@Component
@DemoOnly
class Evenings {

    /** The keenest take a lesson every so many evenings, so that theirs last for a term. */
    private static final int EVENINGS_PER_LESSON = 4;

    private static final int BEFORE_THE_QUESTION_SECONDS = 20;

    /** So many play on together; even a slow machine keeps them before anybody is given up. */
    private static final int AT_ONCE = 500;

    private final Learning learning;
    private final Catalogue catalogue;
    private final TermTimes times;
    private final Map<GuardianId, Set<LessonId>> seen = new ConcurrentHashMap<>();

    Evenings(Learning learning, Catalogue catalogue, TermTimes times) {
        this.learning = learning;
        this.catalogue = catalogue;
        this.times = times;
    }

    /** One guardian's wish for an evening. */
    record Wish(GuardianId guardian, Lesson lesson, boolean answers) {}

    /** Who would like what tonight: the keener, the likelier; nothing twice. */
    List<Wish> wishes(List<Cast.Member> cast, Random draw) {
        Map<Stage, List<Lesson>> lessons = new EnumMap<>(Stage.class);
        List<Wish> wishes = new ArrayList<>();
        for (Cast.Member member : cast) {
            if (draw.nextDouble() < member.keen() / EVENINGS_PER_LESSON) {
                List<Lesson> fitting = lessons.computeIfAbsent(member.stage(), catalogue::lessons);
                next(member.id(), fitting, draw)
                        .ifPresent(lesson ->
                                wishes.add(new Wish(member.id(), lesson, draw.nextInt(4) > 0)));
            }
        }
        return wishes;
    }

    private Optional<Lesson> next(GuardianId guardian, List<Lesson> fitting, Random draw) {
        Set<LessonId> before = seen.computeIfAbsent(guardian, _ -> new HashSet<>());
        List<Lesson> left =
                fitting.stream().filter(lesson -> !before.contains(lesson.id())).toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(left.get(draw.nextInt(Math.min(3, left.size()))));
    }

    /** Everyone sits down, plays to the end, and some answer the question. */
    void spend(Instant evening, List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return;
        }
        times.tell(evening);
        List<Sitting> sittings =
                wishes.stream().map(wish -> new Sitting(wish, Ids.next())).toList();
        Crowd.each(sittings, this::begin);
        int longest = wishes.stream().mapToInt(wish -> wish.lesson().seconds()).max().orElseThrow();
        times.tell(evening.plusSeconds(longest));
        for (int from = 0; from < sittings.size(); from += AT_ONCE) {
            play(sittings.subList(from, Math.min(from + AT_ONCE, sittings.size())));
        }
        times.tell(evening.plusSeconds(longest + BEFORE_THE_QUESTION_SECONDS));
        Crowd.each(wishes.stream().filter(Wish::answers).toList(), this::answer);
        wishes.forEach(wish ->
                seen.computeIfAbsent(wish.guardian(), _ -> new HashSet<>())
                        .add(wish.lesson().id()));
    }

    private record Sitting(Wish wish, UUID playback) {}

    private void begin(Sitting one) {
        learning.play(one.wish().guardian(), one.playback(), one.wish().lesson().id());
    }

    private void play(List<Sitting> sittings) {
        List<CompletableFuture<?>> beats = new ArrayList<>();
        for (Sitting one : sittings) {
            Wish wish = one.wish();
            beats.add(learning.played(wish.guardian(), one.playback(), 0, wish.lesson().seconds()));
        }
        CompletableFuture.allOf(beats.toArray(CompletableFuture[]::new)).join();
    }

    private void answer(Wish wish) {
        catalogue
                .question(wish.lesson().id())
                .map(Question::right)
                .ifPresent(right ->
                        learning.reflect(wish.guardian(), wish.lesson().id(), right.letter()));
    }
}
