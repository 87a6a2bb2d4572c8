package org.jiaxue.nodes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiaxue.nodes.JobsCheck.Trouble;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Recurring;
import org.jiaxue.web.Recurring.Work;
import org.jiaxue.web.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks whether the jobs are done, whichever node should, and leaves in this node's directory what
 * it saw, for {@code doctor}. It is no job itself: where nobody does jobs it must still be seen.
 */
@Component
class JobsWatch {

    /**
     * So much later than its pause after it was due, a job is late; nodes need less to take over.
     */
    static final Duration LATE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final List<Work> works;
    private final DatabaseClock clock;
    private final Settings settings;
    private final boolean aside;

    JobsWatch(
            JdbcClient jdbc,
            List<Recurring> rooms,
            DatabaseClock clock,
            Settings settings,
            @Value("${jiaxue.aside:false}") boolean aside) {
        this.jdbc = jdbc;
        this.works = rooms.stream().flatMap(room -> room.recurring().stream()).toList();
        this.clock = clock;
        this.settings = settings;
        this.aside = aside;
    }

    @Scheduled(initialDelay = 1, fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void leave() {
        if (!aside) {
            look(works).leave(settings.data());
        }
    }

    /**
     * What is wrong with these; of what only another version of the house does, nothing is said.
     */
    JobsCheck look(List<Work> known) {
        Instant now = clock.now();
        List<Trouble> troubles =
                jdbc.sql(
                                """
                                select j.task_name, j.consecutive_failures, j.last_success,
                                       j.execution_time
                                from unnest(:names::text[], :pauses::bigint[]) as w (name, pause)
                                join nodes.job j on j.task_name = w.name
                                where j.consecutive_failures > 0
                                   or (j.execution_time + make_interval(secs => w.pause + :late)
                                           < clock_timestamp()
                                       and (not j.picked or j.last_heartbeat
                                           < clock_timestamp() - make_interval(secs => :late)))
                                order by j.task_name
                                """)
                        .param("names", known.stream().map(Work::name).toArray(String[]::new))
                        .param(
                                "pauses",
                                known.stream()
                                        .map(it -> it.pause().toSeconds())
                                        .toArray(Long[]::new))
                        .param("late", LATE.toSeconds())
                        .query(JobsWatch::trouble)
                        .list();
        return new JobsCheck(now, troubles);
    }

    private static Trouble trouble(ResultSet row, int number) throws SQLException {
        String job = row.getString("task_name");
        int failures = row.getInt("consecutive_failures");
        if (failures > 0) {
            @Nullable OffsetDateTime well = row.getObject("last_success", OffsetDateTime.class);
            return new Trouble.Failing(job, failures, well == null ? null : well.toInstant());
        }
        return new Trouble.Waiting(
                job, row.getObject("execution_time", OffsetDateTime.class).toInstant());
    }
}
