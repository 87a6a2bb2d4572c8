package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.database.Database;
import org.jiaxue.database.Login;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.learning.CourseCompleted;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class RetryTests {

    private static final Instant PUBLISHED = Instant.parse("2026-03-01T02:00:00Z");

    @Autowired RetryJob job;
    @Autowired Database database;
    @Autowired Credentials credentials;
    @Autowired People people;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired MeterRegistry meters;

    @Test
    void a_listener_that_fails_first_and_works_later_yields_one_certificate() throws Exception {
        GuardianId guardian = people.register(Phone.read("13800000009").orElseThrow(), "330102");
        asOwner("revoke insert on credentials.credential from jiaxue_app");
        transaction.executeWithoutResult(_ -> events.publishEvent(completed(guardian)));
        await().until(() -> failed() == 1);

        job.retry(Instant.now());
        assertThat(failed()).as("not due yet").isEqualTo(1);
        job.retry(Instant.now().plus(RetryJob.FIRST_PAUSE));
        await().until(() -> attempts() == 2 && failed() == 1);
        assertThat(of(guardian)).isZero();
        assertThat(meters.get("jiaxue.events.waiting").gauge().value()).isEqualTo(1);
        assertThat(meters.get("jiaxue.events.stuck").gauge().value()).isZero();

        asOwner("grant insert on credentials.credential to jiaxue_app");
        job.retry(Instant.now().plus(Duration.ofHours(1)));
        await().until(() -> job.waiting() == 0);
        job.retry(Instant.now().plus(Duration.ofHours(9)));

        assertThat(of(guardian)).isEqualTo(1);
    }

    @Test
    void it_is_tried_again_after_twice_as_long_each_time_and_never_given_up() {
        assertThat(RetryJob.due(1, PUBLISHED, null, PUBLISHED.plusSeconds(29))).isFalse();
        assertThat(RetryJob.due(1, PUBLISHED, null, PUBLISHED.plusSeconds(30))).isTrue();
        Instant last = PUBLISHED.plusSeconds(30);
        assertThat(RetryJob.due(2, PUBLISHED, last, last.plusSeconds(59))).isFalse();
        assertThat(RetryJob.due(2, PUBLISHED, last, last.plusSeconds(60))).isTrue();
        Instant sixHours = last.plus(RetryJob.LONGEST_PAUSE);
        assertThat(RetryJob.due(900, PUBLISHED, last, sixHours.minusSeconds(1))).isFalse();
        assertThat(RetryJob.due(900, PUBLISHED, last, sixHours)).isTrue();
    }

    private static CourseCompleted completed(GuardianId guardian) {
        return new CourseCompleted(
                guardian,
                Ids.next(),
                Ids.next(),
                new Words("好好说话", "Talking well"),
                "330102",
                PUBLISHED);
    }

    private int of(GuardianId guardian) {
        return credentials.of(guardian, 10, null).items().size();
    }

    private int failed() {
        return count("select count(*) from events.event_publication where status = 'FAILED'");
    }

    private int attempts() {
        return count("select max(completion_attempts) from events.event_publication");
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private void asOwner(String sql) throws SQLException {
        Login owner = database.owner();
        try (Connection connection =
                        DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
