package org.jiaxue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beats that complete a lesson and answers to its question, of many guardians at one instant. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
class AnswersAndBeatsTests {

    private static final int GUARDIANS = 60;
    private static int phones;

    @Autowired ToldClock clock;
    @Autowired People people;
    @Autowired Catalogue catalogue;
    @Autowired Learning learning;
    @Autowired JdbcClient jdbc;

    private final List<GuardianId> guardians = new ArrayList<>();
    private final List<UUID> playbacks = new ArrayList<>();
    private Lesson lesson;
    private String right;

    @BeforeEach
    void sitBeforeTheLastSecond() {
        lesson =
                catalogue.lessons().stream()
                        .filter(it -> it.seconds() < 100)
                        .filter(it -> catalogue.question(it.id()).isPresent())
                        .findFirst()
                        .orElseThrow();
        right = catalogue.question(lesson.id()).orElseThrow().right().letter();
        Instant evening = Instant.parse("2026-09-01T12:00:00Z");
        clock.set(evening);
        for (int i = 0; i < GUARDIANS; i++) {
            GuardianId id = people.register(new Phone("149%08d".formatted(++phones)), "330102001");
            people.giveConsent(id, Purpose.RECORDS);
            UUID playback = UUID.randomUUID();
            learning.play(id, playback, lesson.id());
            guardians.add(id);
            playbacks.add(playback);
        }
        clock.set(evening.plusSeconds(lesson.seconds()));
    }

    @RepeatedTest(3)
    void each_point_comes_exactly_once_whichever_of_the_two_is_first() throws Exception {
        List<Callable<?>> deeds = new ArrayList<>();
        for (int i = 0; i < GUARDIANS; i++) {
            GuardianId guardian = guardians.get(i);
            UUID playback = playbacks.get(i);
            deeds.add(() -> learning.played(guardian, playback, 0, lesson.seconds()).get());
            deeds.add(() -> learning.reflect(guardian, lesson.id(), right));
        }
        Collections.shuffle(deeds, new Random(phones));
        allAtOnce(deeds);

        for (GuardianId guardian : guardians) {
            assertThat(eventsOf(guardian))
                    .containsExactlyInAnyOrder("lesson-completed", "reflection-answered");
        }
        assertThat(entries()).isEqualTo(2L * GUARDIANS);
    }

    private static void allAtOnce(List<Callable<?>> deeds) throws Exception {
        CountDownLatch start = new CountDownLatch(deeds.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (Callable<?> deed : deeds) {
                done.add(
                        threads.submit(() -> {
                            start.countDown();
                            start.await();
                            return deed.call();
                        }));
            }
            for (Future<?> one : done) {
                one.get(1, TimeUnit.MINUTES);
            }
        }
    }

    private List<String> eventsOf(GuardianId guardian) {
        return jdbc.sql("select kind from learning.event where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(String.class)
                .list();
    }

    private long entries() {
        return jdbc.sql("select count(*) from points.entry where guardian_id = any(:guardians)")
                .param("guardians", guardians.stream().map(GuardianId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }
}
