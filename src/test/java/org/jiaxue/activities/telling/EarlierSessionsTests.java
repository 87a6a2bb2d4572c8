package org.jiaxue.activities.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jiaxue.ReadingHour;
import org.jiaxue.RoomTest;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SessionsAnnounced;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RoomTest
@RecordApplicationEvents
class EarlierSessionsTests {

    @Autowired private Activities activities;
    @Autowired private EarlierSessionsJob job;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEvents events;

    @Test
    void a_session_announced_before_anybody_was_told_is_told_once() {
        job.tell();
        Session session = ReadingHour.announced(activities, Instant.now().plusSeconds(7200));
        for (int i = 1; i <= SessionsAnnounced.MOST; i++) {
            Instant at = session.startsAt().plus(Duration.ofHours(3L * i));
            activities.hold(ReadingHour.session(session.activity(), at));
        }
        jdbc.sql("update activities.session set told = false where activity = :activity")
                .param("activity", session.activity().value())
                .update();
        events.clear();

        assertThat(job.tell()).isEqualTo(SessionsAnnounced.MOST + 1);
        assertThat(job.tell()).isZero();
        assertThat(events.stream(SessionsAnnounced.class))
                .hasSize(2)
                .allMatch(SessionsAnnounced::earlier);
        assertThat(
                        events.stream(SessionsAnnounced.class)
                                .flatMap(event -> event.sessions().stream())
                                .filter(one -> one.session().equals(session.id())))
                .singleElement()
                .satisfies(one -> assertThat(one.division()).isEqualTo(ReadingHour.DIVISION));
    }

    @Test
    void a_session_is_told_of_when_it_is_announced_and_not_again() {
        Session session = ReadingHour.announced(activities, Instant.now().plusSeconds(7200));
        activities.hold(session);

        assertThat(
                        events.stream(SessionsAnnounced.class)
                                .flatMap(event -> event.sessions().stream())
                                .filter(one -> one.session().equals(session.id())))
                .hasSize(1);
    }
}
