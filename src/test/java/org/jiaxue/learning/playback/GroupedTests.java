package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jiaxue.Gate;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.web.Grouped;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@Import(ToldClock.InTheHouse.class)
class GroupedTests {

    @Autowired PlaybackStore playbacks;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private final GuardianId guardian = new GuardianId(Ids.next());
    private final Gate writing = new Gate();
    private final Gate go = new Gate();

    @Test
    void closing_commits_and_answers_what_was_taken_in_and_takes_nothing_more() throws Exception {
        Grouped<UUID, UUID> writer = new Grouped<>("test", 2, this::write);
        List<CompletableFuture<UUID>> taken = new ArrayList<>();
        taken.add(writer.offer(guardian, Ids.next()).orElseThrow());
        writing.pass();
        for (int i = 0; i < 700; i++) {
            taken.add(writer.offer(guardian, Ids.next()).orElseThrow());
        }

        CompletableFuture<Void> closing =
                CompletableFuture.runAsync(writer::close, Thread::startVirtualThread);
        while (writer.offer(guardian, Ids.next()).map(taken::add).isPresent()) {
            assertThat(closing).isNotDone();
        }
        assertThat(kept()).isZero();
        go.open();
        closing.get(1, TimeUnit.MINUTES);

        assertThat(taken).allMatch(CompletableFuture::isDone);
        assertThat(taken).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(kept()).isEqualTo(taken.size());
        assertThat(writer.offer(guardian, Ids.next())).isEmpty();
    }

    @Test
    void whoever_comes_to_a_closed_lane_is_told_when_to_come_back() {
        Problem problem = Beats.WAIT.refusal().problem();

        assertThat(problem.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(problem.more()).containsEntry("retryAfterSeconds", 3L);
    }

    @Test
    void what_is_handed_in_together_comes_into_one_group_and_in_its_order() throws Exception {
        List<List<Integer>> groups = new CopyOnWriteArrayList<>();
        try (Grouped<Integer, Integer> writer = new Grouped<>("test", 2, counting(groups))) {
            List<CompletableFuture<Integer>> taken = new ArrayList<>();
            taken.addAll(writer.offer(upTo(1), _ -> guardian).orElseThrow());
            writing.pass();
            taken.addAll(writer.offer(upTo(300), _ -> guardian).orElseThrow());
            taken.addAll(writer.offer(upTo(201), _ -> guardian).orElseThrow());
            go.open();
            for (CompletableFuture<Integer> one : taken) {
                one.get(1, TimeUnit.MINUTES);
            }
        }

        assertThat(groups).containsExactly(upTo(1), upTo(300), upTo(201));
    }

    @Test
    void of_what_is_handed_in_together_all_is_taken_or_nothing() {
        try (Grouped<Integer, Integer> writer =
                new Grouped<>("test", 2, counting(new CopyOnWriteArrayList<>()))) {
            assertThat(writer.offer(0, 0)).isPresent();
            writing.pass();
            for (int i = 0; i < Grouped.MOST_WAITING_A_LANE - 1; i++) {
                assertThat(writer.offer(0, i)).isPresent();
            }

            assertThat(writer.offer(List.of(1, 0, 0), number -> number)).isEmpty();
            assertThat(writer.offer(List.of(1, 0), number -> number)).isPresent();
            assertThat(writer.offer(0, 0)).isEmpty();
            assertThat(writer.offer(1, 1)).isPresent();
            go.open();
        }
    }

    @Test
    void where_a_row_is_held_the_others_of_its_key_do_not_wait_for_it_once_more() {
        List<List<String>> tried = new CopyOnWriteArrayList<>();
        List<CompletableFuture<String>> answers;
        try (Grouped<String, String> writer =
                new Grouped<>("test", 1, group -> unless(tried, group))) {
            answers =
                    writer.offer(
                                    List.of("held 1", "other 1", "bad 1", "held 2", "bad 2 good"),
                                    word -> word.split(" ", 2)[0])
                            .orElseThrow();
        }

        assertThat(tried.stream().filter(group -> group.size() == 1))
                .containsExactly(
                        List.of("held 1"),
                        List.of("other 1"),
                        List.of("bad 1"),
                        List.of("bad 2 good"));
        assertThat(answers.stream().map(CompletableFuture::isCompletedExceptionally))
                .containsExactly(true, false, true, true, false);
    }

    private static List<String> unless(List<List<String>> tried, List<String> group) {
        tried.add(group);
        if (group.stream().anyMatch(word -> word.startsWith("held"))) {
            throw new UncategorizedSQLException("", "", new SQLException("held", "55P03"));
        }
        if (group.stream().anyMatch(word -> word.startsWith("bad") && !word.endsWith("good"))) {
            throw new IllegalStateException("bad");
        }
        return group;
    }

    private Function<List<Integer>, List<Integer>> counting(List<List<Integer>> groups) {
        return group -> {
            groups.add(group);
            if (group.contains(0)) {
                writing.open();
                go.pass();
            }
            return group;
        };
    }

    private static List<Integer> upTo(int many) {
        return IntStream.range(0, many).boxed().toList();
    }

    private List<UUID> write(List<UUID> ids) {
        return transaction.execute(_ -> {
            LessonId lesson = new LessonId(guardian.value());
            ids.forEach(id -> playbacks.begin(guardian, id, lesson, Instant.EPOCH));
            writing.open();
            go.pass();
            return ids;
        });
    }

    private long kept() {
        return jdbc.sql("select count(*) from learning.playback where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Long.class)
                .single();
    }
}
