package org.jiaxue.learning.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A guardian with a phone in the evening, before a lesson of 75 seconds. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
abstract class AtThePlayer {

    static final Instant EVENING = Instant.parse("2026-09-01T12:00:00Z");
    static final int SECONDS = 75;
    private static int phones;

    @LocalServerPort int port;
    @Autowired ToldClock clock;
    @Autowired People people;
    @Autowired Catalogue catalogue;
    @Autowired JdbcClient jdbc;

    final UUID playback = UUID.randomUUID();
    GuardianId guardian;
    Device phone;
    Lesson lesson;

    @BeforeEach
    void sitDown() {
        clock.set(EVENING);
        guardian = agreed();
        phone = device(guardian, "zh-CN");
        lesson =
                catalogue.lessons().stream()
                        .filter(it -> it.seconds() == SECONDS)
                        .findFirst()
                        .orElseThrow();
    }

    @AfterEach
    void putAway() {
        phone.close();
    }

    long events() {
        return jdbc.sql("select count(*) from learning.event where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Long.class)
                .single();
    }

    GuardianId agreed() {
        Phone number = new Phone("13701%06d".formatted(++phones));
        GuardianId id = people.register(number, "330102001");
        people.giveConsent(id, Purpose.RECORDS);
        return id;
    }

    Device device(GuardianId who, String language) {
        String token =
                people.issueToken(
                                who,
                                Set.of(Viewer.Scope.LEARN, Viewer.Scope.READ),
                                Duration.ofDays(1))
                        .token();
        return new Device(port, token, language);
    }

    void later(int seconds) {
        clock.set(clock.now().plusSeconds(seconds));
    }
}
