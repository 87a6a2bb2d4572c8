package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.coverage.Span;
import org.jiaxue.learning.recording.AskedRecorder;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.learning.reflection.ReflectionStore;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@Import(ToldClock.InTheHouse.class)
class BeatGroupTests {

    private static final Instant EVENING = Instant.parse("2026-09-01T12:00:00Z");

    @Autowired ToldClock clock;
    @Autowired People people;
    @Autowired Catalogue catalogue;
    @Autowired Playbacks starts;
    @Autowired PlaybackStore playbacks;
    @Autowired ReflectionStore reflections;
    @Autowired CoverageStore coverage;
    @Autowired ApplicationContext house;
    @Autowired TransactionTemplate transaction;

    private final AtomicInteger questions = new AtomicInteger();
    private final List<Beat> beats = new ArrayList<>();

    @BeforeEach
    void fiveGuardiansPlayTheLessonThrough() {
        Lesson lesson =
                catalogue.lesson(catalogue.courses().getFirst().lessons().getFirst()).orElseThrow();
        clock.set(EVENING);
        for (int i = 0; i < 5; i++) {
            GuardianId guardian =
                    people.register(new Phone("13501%06d".formatted(i)), "", "330102001");
            people.giveConsent(guardian, Purpose.RECORDS);
            UUID playback = UUID.randomUUID();
            starts.start(guardian, playback, lesson.id());
            Span all = new Span(0, lesson.seconds());
            beats.add(new Beat(guardian, playback, List.of(all), null));
        }
        clock.set(EVENING.plusSeconds(60));
    }

    @Test
    void what_completed_lessons_have_earned_is_asked_once_a_group() {
        List<BeatAnswer> first = write();
        assertThat(questions).hasValue(0);
        List<BeatAnswer> second = write();

        assertThat(questions).hasValue(1);
        assertThat(second).isEqualTo(first);
        for (int i = 0; i < beats.size(); i++) {
            BeatAnswer.Taken taken = (BeatAnswer.Taken) second.get(i);
            assertThat(taken.earnings().earned()).hasSize(1);
            assertThat(taken.earnings().earned().getFirst().points()).isEqualTo(2);
        }
        assertThat(second.stream().map(BeatGroupTests::event).distinct()).hasSize(beats.size());
    }

    private static UUID event(BeatAnswer answer) {
        return ((BeatAnswer.Taken) answer).earnings().earned().getFirst().event();
    }

    private List<BeatAnswer> write() {
        Recorder recorder = AskedRecorder.of(house, questions);
        return transaction.execute(_ -> {
            BeatGroup group =
                    new BeatGroup(
                            beats,
                            PlainBeats.none(),
                            coverage,
                            playbacks,
                            reflections,
                            recorder,
                            catalogue);
            assertThat(group.write()).isTrue();
            return group.answers();
        });
    }
}
