package org.jiaxue.nodes;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;

/** First after a while, and from then on so long after each end. */
record Pace(Duration first, Duration pause) implements Schedule {

    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return now.plus(first);
    }

    @Override
    public Instant getNextExecutionTime(ExecutionComplete done) {
        return done.getTimeDone().plus(pause);
    }

    @Override
    public boolean isDeterministic() {
        return false;
    }
}
