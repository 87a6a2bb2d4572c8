package org.jiaxue.nodes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Phases;
import org.jiaxue.web.Recurring;
import org.jiaxue.web.Recurring.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/**
 * Has what the rooms want done again and again done by one node at a time, from when this node
 * serves until it is to end. A command that opens the house beside no one does none of it.
 */
@Component
class Jobs implements SmartLifecycle, MeterBinder {

    private final DataSource database;
    private final JdbcClient jdbc;
    private final List<Work> works;
    private final ErrorHandler failures;
    private final Turns.Rhythm rhythm;
    private final boolean aside;
    private @Nullable Turns turns;

    Jobs(
            DataSource database,
            JdbcClient jdbc,
            List<Recurring> rooms,
            ErrorHandler failures,
            @Value("${jiaxue.jobs.life:PT15S}") Duration life,
            @Value("${jiaxue.aside:false}") boolean aside) {
        this.database = database;
        this.jdbc = jdbc;
        this.works = rooms.stream().flatMap(room -> room.recurring().stream()).toList();
        this.failures = failures;
        this.rhythm = Turns.Rhythm.living(life);
        this.aside = aside;
    }

    @Override
    public synchronized void start() {
        if (!aside && turns == null) {
            String node = "%s-%s".formatted(ProcessHandle.current().pid(), Ids.next());
            turns = new Turns(node, database, works, failures, rhythm);
            turns.begin();
        }
    }

    @Override
    public synchronized void stop() {
        if (turns != null) {
            turns.end();
            turns = null;
        }
    }

    /** Beside the requests that are still being answered, which do not wait for a job. */
    @Override
    public void stop(Runnable then) {
        Thread.ofVirtual()
                .name("jobs-end")
                .start(() -> {
                    try {
                        stop();
                    } finally {
                        then.run();
                    }
                });
    }

    @Override
    public synchronized boolean isRunning() {
        return turns != null;
    }

    @Override
    public int getPhase() {
        return Phases.WORKING;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("jiaxue.jobs.failing", this, Jobs::failing)
                .description("jobs of all nodes that failed when they were last done")
                .register(registry);
    }

    long failing() {
        return jdbc.sql("select count(*) from nodes.job where consecutive_failures > 0")
                .query(Long.class)
                .single();
    }
}
