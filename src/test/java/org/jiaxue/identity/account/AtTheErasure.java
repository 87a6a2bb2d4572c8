package org.jiaxue.identity.account;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import org.jiaxue.RoomTest;
import org.jiaxue.database.Database;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.web.Followed;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A guardian who has lived in every room, to be erased. */
@RoomTest
abstract class AtTheErasure {

    /** Where the id of somebody who is gone stands for 180 days more. */
    static final Set<String> LOG = Set.of("identity.audit", "identity.erasure");

    private static int phones;

    @Autowired ApplicationContext house;
    @Autowired Erasures erasures;
    @Autowired People people;
    @Autowired Followed followed;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;
    @Autowired Database database;

    Phone phone = new Phone("13500000000");
    GuardianId guardian = new GuardianId(Ids.next());

    @BeforeEach
    void live() {
        phone = fresh();
        guardian = Life.begun(house, phone);
        followed();
    }

    static Phone fresh() {
        return new Phone("135%08d".formatted(++phones));
    }

    void erase() {
        erasures.ask(guardian);
        erasures.finish(guardian);
    }

    Set<String> traces() {
        return new Traces(database).of(guardian.toString());
    }

    void followed() {
        await().atMost(Duration.ofMinutes(1)).until(() -> followed.waiting() == 0);
    }
}
