package org.jiaxue.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaxue.RoomTest;
import org.jiaxue.database.Database;
import org.jiaxue.database.Login;
import org.jiaxue.web.Changes;
import org.jiaxue.web.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ErrorHandler;

@RoomTest
class EarTests {

    private static final Duration PAUSE = Duration.ofMillis(50);

    @Autowired Database database;
    @Autowired Changes changes;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ErrorHandler failures;
    @Autowired Listening house;
    @Autowired List<Remembered> rooms;

    private final List<Ear> ears = new ArrayList<>();

    /** What a node remembers, and what it was told of it. */
    private static final class Known implements Remembered {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger anew = new AtomicInteger();

        @Override
        public String topic() {
            return "test.known";
        }

        @Override
        public void changed(String what) {
            heard.add(what);
            if (what.equals("trouble")) {
                throw new IllegalStateException("a bug");
            }
        }

        @Override
        public void anyChanged() {
            anew.incrementAndGet();
        }
    }

    @AfterEach
    void nobody_listens() {
        ears.forEach(Ear::end);
    }

    @Test
    void the_house_listens_and_its_rooms_have_topics_of_their_own() {
        await().until(() -> house.heard() == 1);
        assertThat(rooms).hasSizeGreaterThan(3);
        assertThat(rooms).extracting(Remembered::topic).doesNotHaveDuplicates();
    }

    @Test
    void every_node_hears_a_change_once_it_is_committed_and_none_that_is_not() {
        Known one = listening(database.direct());
        Known two = listening(database.direct());
        transaction.executeWithoutResult(status -> {
            changes.tell("test.known", "undone");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> {
            changes.tell("test.known", "done");
            changes.tell("test.other", "somebody else's");
        });

        await().untilAsserted(() -> assertThat(one.heard).containsExactly("done"));
        await().untilAsserted(() -> assertThat(two.heard).containsExactly("done"));
    }

    @Test
    void one_that_cannot_hear_a_change_keeps_nothing_from_the_next() {
        Known known = listening(database.direct());
        changes.tell("test.known", "trouble");
        changes.tell("test.known", "next");

        await().untilAsserted(() -> assertThat(known.heard).containsExactly("trouble", "next"));
    }

    @Test
    void after_a_connection_was_cut_everything_is_looked_at_anew_and_changes_are_heard_again() {
        Known known = listening(database.direct());
        assertThat(known.anew).hasValue(1);
        cut();
        await().until(() -> known.anew.get() == 2);
        changes.tell("test.known", "later");

        await().untilAsserted(() -> assertThat(known.heard).containsExactly("later"));
    }

    @Test
    void where_the_direct_address_is_refused_nothing_is_heard_and_the_end_does_not_wait() {
        Login app = database.direct();
        Known known = new Known();
        Ear deaf =
                new Ear(
                        new Login("jdbc:postgresql://127.0.0.1:1/no", app.user(), app.password()),
                        List.of(known),
                        failures,
                        PAUSE);
        changes.tell("test.known", "unheard");
        deaf.end();

        assertThat(deaf.hears()).isFalse();
        assertThat(known.anew).hasValue(0);
        assertThat(known.heard).isEmpty();
    }

    @Test
    void what_is_told_has_a_topic_and_is_short() {
        assertThatThrownBy(() -> changes.tell("two words", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> changes.tell("test.known", "x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Known listening(Login login) {
        Known known = new Known();
        Ear ear = new Ear(login, List.of(known), failures, PAUSE);
        ears.add(ear);
        await().until(() -> ear.hears() && known.anew.get() == 1);
        return known;
    }

    /** Ends every connection that listens to this database. */
    private void cut() {
        jdbc.sql(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = 'jiaxue changes' and datname = current_database()
                        """)
                .query((_, _) -> true)
                .list();
    }
}
