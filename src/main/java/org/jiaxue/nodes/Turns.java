package org.jiaxue.nodes;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jiaxue.web.Recurring.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ErrorHandler;

/**
 * This node's part in the work that one node at a time does: it looks every few seconds what is
 * due, takes what no other has taken, and says meanwhile that it lives. What a node has taken that
 * has not said so four times over is taken from it.
 */
final class Turns {

    /** So much is done at once by a node. */
    private static final int THREADS = 4;

    private static final int MISSED = 4;
    private static final String TABLE = "nodes.job";
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    /**
     * How often things happen.
     *
     * @param look between two looks at what is due
     * @param life between two signs of life
     * @param patience how long what is being done may go on once the node is to end; then it is
     *     interrupted, and has as long once more
     */
    record Rhythm(Duration look, Duration life, Duration patience) {

        /** As a house that serves does it, but for how often it says that it lives. */
        static Rhythm living(Duration life) {
            return new Rhythm(Duration.ofSeconds(5), life, Duration.ofSeconds(10));
        }
    }

    private final Scheduler scheduler;

    Turns(
            String node,
            DataSource database,
            List<Work> works,
            ErrorHandler failures,
            Rhythm rhythm) {
        Clock clock = new SteadyClock(JdbcClient.create(database));
        this.scheduler =
                Scheduler.create(database)
                        .startTasks(works.stream().map(it -> task(it, failures, clock)).toList())
                        .schedulerName(new SchedulerName.Fixed(node))
                        .tableName(TABLE)
                        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                        .clock(clock)
                        .threads(THREADS)
                        .pollingInterval(rhythm.look())
                        .heartbeatInterval(rhythm.life())
                        .missedHeartbeatsLimit(MISSED)
                        .shutdownMaxWait(rhythm.patience())
                        .failureLogging(LogLevel.OFF, false)
                        .addSchedulerListener(new Untroubled())
                        .build();
    }

    /** Tells in a line that the database was away; the next look or sign of life comes anyway. */
    private static final class Untroubled extends AbstractSchedulerListener {

        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            if (type == SchedulerEventType.UNEXPECTED_ERROR) {
                LOG.warn("jobs not looked at, soon again");
            }
        }
    }

    /** What fails is told here, with its name, and done again after its pause. */
    private static RecurringTask<Void> task(Work work, ErrorHandler failures, Clock clock) {
        return Tasks.recurring(work.name(), new Pace(work.first(), work.pause()))
                .onDeadExecution((dead, then) -> takeOver(work, clock, dead, then))
                .execute((_, _) -> {
                    try {
                        work.work().run();
                    } catch (RuntimeException | Error failed) {
                        LOG.warn("job failed, done again after its pause job={}", work.name());
                        failures.handleError(failed);
                        throw failed;
                    }
                });
    }

    private static void takeOver(
            Work work, Clock clock, ExecutionComplete dead, ExecutionOperations<Void> then) {
        LOG.warn("job taken from a node that is silent job={}", work.name());
        then.reschedule(dead, clock.now());
    }

    void begin() {
        scheduler.start();
    }

    /** Takes nothing more, and waits for what is being done. */
    void end() {
        scheduler.stop();
    }
}
