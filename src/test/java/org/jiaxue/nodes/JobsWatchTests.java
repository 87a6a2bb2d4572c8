package org.jiaxue.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiaxue.RoomTest;
import org.jiaxue.nodes.JobsCheck.Trouble;
import org.jiaxue.web.Recurring.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class JobsWatchTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FAR = HOUR.plus(JobsWatch.LATE).plusMinutes(1);

    @Autowired JobsWatch watch;
    @Autowired JdbcClient jdbc;
    @TempDir Path directory;

    @AfterEach
    void the_jobs_are_gone() {
        jdbc.sql("delete from nodes.job where task_name like 'watched.%'").update();
    }

    /**
     * A job of an hour's pause that was due so long ago; with a node that lives, if it is taken.
     */
    private void job(String name, Duration due, int failures, boolean taken, Duration silent) {
        jdbc.sql(
                        """
                        insert into nodes.job
                            (task_name, task_instance, execution_time, picked, picked_by,
                             consecutive_failures, last_success, last_heartbeat, version)
                        values (:name, 'recurring', clock_timestamp() - cast(:due as interval),
                            :taken, case when :taken then 'a node' end, :failures,
                            case when :failures > 1 then timestamptz '2026-11-20 08:00:00+00' end,
                            clock_timestamp() - cast(:silent as interval), 1)
                        """)
                .param("name", name)
                .param("due", due.toSeconds() + " s")
                .param("taken", taken)
                .param("failures", failures)
                .param("silent", silent.toSeconds() + " s")
                .update();
    }

    private List<Trouble> troubles(String... names) {
        List<Work> known = List.of(names).stream().map(it -> new Work(it, HOUR, () -> {})).toList();
        return watch.look(known).troubles();
    }

    @Test
    void a_job_that_fails_is_named_with_when_it_was_last_done_well() {
        job("watched.fails", Duration.ZERO, 3, false, Duration.ZERO);
        job("watched.never", Duration.ZERO, 1, false, Duration.ZERO);

        assertThat(troubles("watched.fails", "watched.never"))
                .containsExactly(
                        new Trouble.Failing(
                                "watched.fails", 3, Instant.parse("2026-11-20T08:00:00Z")),
                        new Trouble.Failing("watched.never", 1, null));
    }

    @Test
    void a_job_that_nobody_does_is_named_only_when_it_is_later_than_its_pause() {
        job("watched.late", FAR, 0, false, Duration.ZERO);
        job("watched.due", FAR.minusMinutes(2), 0, false, Duration.ZERO);

        assertThat(troubles("watched.late", "watched.due"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Trouble.Waiting.class,
                        it -> assertThat(it.job()).isEqualTo("watched.late"));
    }

    @Test
    void a_job_that_a_node_is_long_at_is_done_while_that_node_says_that_it_lives() {
        job("watched.long", FAR, 0, true, Duration.ofMinutes(1));
        job("watched.dead", FAR, 0, true, JobsWatch.LATE.plusMinutes(1));

        assertThat(troubles("watched.long", "watched.dead"))
                .extracting(Trouble::job)
                .containsExactly("watched.dead");
    }

    @Test
    void of_jobs_of_another_version_of_the_house_nothing_is_said() {
        job("watched.newer", FAR, 2, false, Duration.ZERO);

        assertThat(troubles("watched.older")).isEmpty();
    }

    @Test
    void what_was_seen_is_read_again_as_it_was_left() throws Exception {
        JobsCheck seen =
                new JobsCheck(
                        Instant.parse("2026-11-23T04:00:00Z"),
                        List.of(
                                new Trouble.Failing("a.b", 2, null),
                                new Trouble.Failing("c.d", 1, Instant.EPOCH),
                                new Trouble.Waiting("e.f", Instant.EPOCH)));
        seen.leave(directory);
        assertThat(JobsCheck.in(directory)).contains(seen);

        Files.writeString(directory.resolve("jobs-check"), "what a newer version may write\n");
        assertThat(JobsCheck.in(directory)).isEmpty();
    }
}
