package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiaxue.web.GroupWait;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody holds a row and does not let go: what needs it is refused, and the rest goes on. */
@TestPropertySource(properties = "jiaxue.database.lock-timeout=300ms")
class HeldRowTests extends AtThePlayer {

    @Autowired DataSource connections;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void play() {
        phone.play(playback, lesson.id().value());
        later(20);
    }

    @Test
    void a_beat_whose_row_is_held_is_refused_in_words_and_the_next_is_taken() throws Exception {
        Instant before = Instant.now();
        try (Connection held = hold("select 1 from learning.coverage where guardian_id = ?")) {
            Device.Answer refused = phone.beat(playback, "[[0,10]]");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("learning.problem.busy");
            assertThat(Duration.between(before, Instant.now())).isLessThan(GroupWait.LONGEST);
            othersAreHeard();
            held.rollback();
        }

        assertThat(phone.beat(playback, "[[0,10]]").number("coveredSeconds")).isEqualTo(10);
    }

    @Test
    void whoever_waits_for_a_row_too_long_is_told_to_come_back() throws Exception {
        try (Connection held = hold("select 1 from identity.guardian where guardian_id = ?")) {
            assertThat(phone.play(UUID.randomUUID(), lesson.id().value()).status()).isEqualTo(503);
            held.rollback();
        }
    }

    @Test
    void an_answer_that_cannot_earn_now_is_not_kept_either() throws Exception {
        later(20);
        phone.beat(playback, "[[0,75]]");
        try (Connection held = hold("select 1 from points.account where guardian_id = ?")) {
            assertThat(answer().status()).isEqualTo(503);
            held.rollback();
        }
        assertThat(answersKept()).isZero();

        assertThat(answer().points()).isEqualTo(1);
        assertThat(answersKept()).isEqualTo(1);
    }

    @Test
    void a_statement_that_takes_too_long_is_stopped_and_counts_as_the_database_away() {
        assertThat(jdbc.sql("show statement_timeout").query(String.class).single())
                .isEqualTo("15s");
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(_ -> {
                            ask("select set_config('statement_timeout', '50ms', true)");
                            ask("select pg_sleep(20)::text");
                        }))
                .isInstanceOfAny(
                        TransientDataAccessException.class,
                        DataAccessResourceFailureException.class);
    }

    @Test
    void who_stands_still_in_a_transaction_holds_rows_for_half_a_minute() {
        assertThat(
                        jdbc.sql("show idle_in_transaction_session_timeout")
                                .query(String.class)
                                .single())
                .isEqualTo("30s");
    }

    /** Two lanes, and eight guardians: the lane of the held row is among theirs. */
    private void othersAreHeard() {
        for (int i = 0; i < 8; i++) {
            UUID other = UUID.randomUUID();
            try (Device device = device(agreed(), "en")) {
                device.play(other, lesson.id().value());
                later(20);
                assertThat(device.beat(other, "[[0,10]]").status()).isEqualTo(200);
            }
        }
    }

    private Device.Answer answer() {
        String right = catalogue.question(lesson.id()).orElseThrow().right().letter();
        return phone.send(
                "PUT",
                "/api/v1/lessons/" + lesson.id() + "/reflection",
                "{\"answer\":\"" + right + "\"}");
    }

    private long answersKept() {
        return jdbc.sql("select count(*) from learning.reflection where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Long.class)
                .single();
    }

    private Connection hold(String row) throws Exception {
        Connection held = connections.getConnection();
        held.setAutoCommit(false);
        try (var statement = held.prepareStatement(row + " for update")) {
            statement.setObject(1, guardian.value());
            statement.execute();
        }
        return held;
    }

    private void ask(String question) {
        jdbc.sql(question).query(String.class).single();
    }
}
