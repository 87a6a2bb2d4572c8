package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
        Problem problem = BeatWait.busy().problem();

        assertThat(problem.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(problem.more()).containsEntry("retryAfterSeconds", 3L);
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
