package org.jiaxue.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.jiaxue.Gate;
import org.jiaxue.RoomTest;
import org.jiaxue.database.Database;
import org.jiaxue.database.Login;
import org.jiaxue.web.Recurring;
import org.jiaxue.web.Recurring.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ErrorHandler;

/** Nodes are told apart by their connections; each of these has its own, as a process has. */
@RoomTest
class JobsTests {

    private static final Duration LIFE = Duration.ofMillis(250);
    private static final Turns.Rhythm QUICK =
            new Turns.Rhythm(Duration.ofMillis(50), LIFE, Duration.ofSeconds(1));

    /** After so long a node that says nothing is taken for dead. */
    private static final Duration SILENT = LIFE.multipliedBy(4);

    private static final Duration LONG = Duration.ofHours(1);

    @Autowired Database database;
    @Autowired JdbcClient jdbc;
    @Autowired ErrorHandler failures;
    @Autowired List<Recurring> rooms;
    @Autowired Jobs jobs;

    private final List<Node> nodes = new ArrayList<>();

    /** A node with one job. */
    private final class Node {

        private final HikariDataSource pool = new HikariDataSource();
        private final Turns turns;

        Node(Work work) {
            Login app = database.app();
            pool.setJdbcUrl(app.url());
            pool.setUsername(app.user());
            pool.setPassword(app.password());
            pool.setMaximumPoolSize(3);
            turns = new Turns("node-" + nodes.size(), pool, List.of(work), failures, QUICK);
            nodes.add(this);
            turns.begin();
        }

        /** As if its machine lost power: what it was doing never comes to an end for the others. */
        void die() {
            pool.close();
        }

        void end() {
            turns.end();
            pool.close();
        }
    }

    @AfterEach
    void the_nodes_end() {
        nodes.forEach(Node::end);
        jdbc.sql("delete from nodes.job where task_name like 'test.%'").update();
    }

    @Test
    void every_job_of_a_room_has_its_row_and_its_own_name() {
        List<String> names =
                rooms.stream().flatMap(it -> it.recurring().stream()).map(Work::name).toList();

        assertThat(names).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select task_name from nodes.job").query(String.class).list())
                .containsAll(names);
    }

    @Test
    void two_nodes_do_a_job_once_a_period() {
        Duration pause = Duration.ofSeconds(1);
        List<Long> begun = Collections.synchronizedList(new ArrayList<>());
        Work work = new Work("test.once", Duration.ZERO, pause, () -> begun.add(System.nanoTime()));
        new Node(work);
        new Node(work);

        waiting().until(() -> begun.size() >= 4);
        for (int i = 1; i < 4; i++) {
            assertThat(Duration.ofNanos(begun.get(i) - begun.get(i - 1)))
                    .isGreaterThan(pause.dividedBy(2));
        }
    }

    @Test
    void a_job_is_taken_from_a_node_that_dies_and_never_from_one_that_lives() {
        Gate begun = new Gate();
        Gate held = new Gate();
        AtomicInteger taken = new AtomicInteger();
        Node first =
                new Node(
                        new Work(
                                "test.taken",
                                Duration.ZERO,
                                LONG,
                                () -> {
                                    begun.open();
                                    held.pass();
                                }));
        begun.pass();
        new Node(new Work("test.taken", Duration.ZERO, LONG, taken::incrementAndGet));

        waiting().until(() -> livedFor(SILENT.multipliedBy(2)));
        assertThat(taken).hasValue(0);
        first.die();
        waiting().until(() -> taken.get() == 1);
        held.open();
    }

    /** Whether who does the job has said for so long that it lives. */
    private boolean livedFor(Duration time) {
        return jdbc.sql(
                        """
                        select last_heartbeat > execution_time + cast(:time as interval)
                        from nodes.job where task_name = 'test.taken'
                        """)
                .param("time", time.toMillis() + " ms")
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_job_that_failed_is_counted_until_it_is_done_again() {
        AtomicInteger tries = new AtomicInteger();
        Gate again = new Gate();
        new Node(
                new Work(
                        "test.fails",
                        Duration.ZERO,
                        Duration.ofMillis(100),
                        () -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new IllegalStateException("a bug");
                            }
                            again.pass();
                        }));

        waiting().until(() -> jobs.failing() == 1);
        again.open();
        waiting().until(() -> jobs.failing() == 0);
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofMinutes(1));
    }
}
