package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.coverage.CoverageRow;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.coverage.Span;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.learning.reflection.ReflectionStore;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A beat that is heard by the row as this process wrote it last, and one whose row is another by
 * now. A node of its own is a writer of its own: what it remembers, no other knows.
 */
class RememberedRowsTests extends AtThePlayer {

    @Autowired Playbacks starts;
    @Autowired PlaybackStore playbacks;
    @Autowired CoverageStore coverage;
    @Autowired ReflectionStore reflections;
    @Autowired Recorder recorder;
    @Autowired TransactionTemplate transaction;

    private final List<Beats> nodes = new ArrayList<>();
    private Beats node;

    @BeforeEach
    void play() {
        node = node();
        start(guardian);
        later(10);
        hear(node, 0, 10);
        later(10);
    }

    @AfterEach
    void stop() {
        nodes.forEach(Beats::destroy);
    }

    @Test
    void the_row_is_not_read_again() {
        unseen(7);

        assertThat(hear(node, 10, 20)).isEqualTo(taken(20));

        assertThat(row(guardian).cutSeconds()).isZero();
    }

    @Test
    void what_another_node_wrote_in_between_is_kept_and_counted() {
        hear(node(), 20, 30);
        later(10);

        assertThat(hear(node, 10, 20)).isEqualTo(taken(30));

        assertThat(row(guardian).coverage().spans()).containsExactly(new Span(0, 30));
    }

    @Test
    void whoever_is_in_a_group_with_a_wrong_guess_is_heard_with_it() throws Exception {
        GuardianId other = agreed();
        start(other);
        later(10);
        hear(node, other, 0, 10);
        hear(node(), 20, 30);
        later(10);

        var answers = node.hear(List.of(beat(other, 10, 20), beat(guardian, 10, 20))).orElseThrow();

        assertThat(answers.getFirst().get()).isEqualTo(taken(20));
        assertThat(answers.getLast().get()).isEqualTo(taken(30));
        assertThat(row(other).coverage().spans()).containsExactly(new Span(0, 20));
    }

    @Test
    void after_a_wrong_guess_the_next_group_reads_its_rows() {
        hear(node(), 20, 30);
        later(10);
        hear(node, 10, 20);
        later(10);
        unseen(7);

        hear(node, 30, 40);
        assertThat(row(guardian).cutSeconds()).isEqualTo(7);

        later(10);
        unseen(9);
        hear(node, 40, 50);
        assertThat(row(guardian).cutSeconds()).isEqualTo(7);
    }

    @Test
    void a_playback_that_rested_in_between_is_told_so() {
        starts.start(guardian, UUID.randomUUID(), other());

        assertThat(hear(node, 10, 20)).isEqualTo(new BeatAnswer.Elsewhere());
        assertThat(row(guardian).coverage().coveredSeconds()).isEqualTo(10);
    }

    @Test
    void a_playback_that_rested_and_was_resumed_goes_by_the_clock_that_started_then() {
        starts.start(guardian, UUID.randomUUID(), other());
        later(1);
        start(guardian);
        later(1);

        assertThat(hear(node, 10, 20))
                .isInstanceOfSatisfying(
                        BeatAnswer.Taken.class, it -> assertThat(it.cutSeconds()).isEqualTo(8));
    }

    @Test
    void a_guardian_who_is_gone_is_not_brought_back() {
        jdbc.sql("delete from learning.coverage where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();

        assertThat(hear(node, 10, 20)).isEqualTo(new BeatAnswer.Elsewhere());
        assertThat(coverage.find(guardian, lesson.id())).isEmpty();
    }

    /** A life of random beats, told to one who remembers and to one who reads each time. */
    @Test
    void a_remembered_row_answers_as_a_read_one_does() {
        for (int seed = 0; seed < 20; seed++) {
            GuardianId one = agreed();
            GuardianId other = agreed();

            List<String> remembered = life(one, new Random(seed), false);
            List<String> read = life(other, new Random(seed), true);

            assertThat(remembered).as("seed %d", seed).isEqualTo(read);
            assertThat(row(one).coverage().spans()).isEqualTo(row(other).coverage().spans());
            assertThat(row(one).completion()).hasSameSizeAs(row(other).completion());
        }
    }

    private List<String> life(GuardianId who, Random random, boolean reads) {
        clock.set(EVENING);
        start(who);
        Beats one = node();
        return IntStream.range(0, 30)
                .mapToObj(_ -> {
                    later(random.nextInt(8));
                    int from = random.nextInt(SECONDS);
                    int to = from + 1 + random.nextInt(12);
                    return outcome(hear(reads ? node() : one, who, from, to));
                })
                .toList();
    }

    /** Without the ids, which differ. */
    private static String outcome(BeatAnswer answer) {
        return answer instanceof BeatAnswer.Taken taken
                ? "%d %d %s %d"
                        .formatted(
                                taken.coveredSeconds(),
                                taken.cutSeconds(),
                                taken.completed(),
                                taken.earnings().earned().size())
                : answer.toString();
    }

    private static BeatAnswer taken(int seconds) {
        return new BeatAnswer.Taken(seconds, 0, false, Earner.Earnings.NONE);
    }

    /**
     * Changes the row without a sign of it, as nobody does, so that it shows whether it is read.
     */
    private void unseen(int cut) {
        jdbc.sql("update learning.coverage set cut_seconds = :cut where guardian_id = :guardian")
                .param("cut", cut)
                .param("guardian", guardian.value())
                .update();
    }

    private void start(GuardianId who) {
        starts.start(who, playback, lesson.id());
    }

    private LessonId other() {
        return catalogue.lessons().stream()
                .filter(it -> !it.id().equals(lesson.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private CoverageRow row(GuardianId who) {
        return coverage.find(who, lesson.id()).orElseThrow();
    }

    private Beat beat(GuardianId who, int from, int to) {
        return new Beat(who, playback, List.of(new Span(from, to)), null);
    }

    private BeatAnswer hear(Beats by, int from, int to) {
        return hear(by, guardian, from, to);
    }

    private BeatAnswer hear(Beats by, GuardianId who, int from, int to) {
        return by.hear(beat(who, from, to)).orElseThrow().join();
    }

    private Beats node() {
        Beats beats = new Beats(coverage, playbacks, reflections, recorder, catalogue, transaction);
        nodes.add(beats);
        return beats;
    }
}
