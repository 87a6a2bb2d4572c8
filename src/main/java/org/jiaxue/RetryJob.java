package org.jiaxue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiaxue.web.Followed;
import org.jiaxue.web.Recurring;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.stereotype.Component;

/**
 * Brings events once more to those who could not follow them: half a minute after the first
 * failure, then after twice as long each time, at most six hours. It never gives up, because what
 * follows an event is somebody's certificate; what has failed five times counts as stuck and is
 * told in the log and by the gauge {@code jiaxue.events.stuck}. An event that a process took and
 * did not finish counts as failed after the time that {@code spring.modulith.events.staleness}
 * names.
 */
@Component
class RetryJob implements MeterBinder, Followed, Recurring {

    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    static final int STUCK_AFTER = 5;

    private static final int MOST_READ = 5_000;
    private static final int MOST_DOUBLINGS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(RetryJob.class);

    private final FailedEventPublications failed;
    private final JdbcClient jdbc;

    RetryJob(FailedEventPublications failed, JdbcClient jdbc) {
        this.failed = failed;
        this.jdbc = jdbc;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("events.retry", FIRST_PAUSE, this::retry));
    }

    void retry() {
        retry(Instant.now());
        long stuck = stuck();
        if (stuck > 0) {
            LOG.warn("events stuck={} waiting={} attempts={}", stuck, waiting(), STUCK_AFTER);
        }
    }

    /** Brings again what is due at that time; at most 5,000 are looked at. */
    void retry(Instant now) {
        failed.resubmit(
                ResubmissionOptions.defaults()
                        .withBatchSize(MOST_READ)
                        .withMaxInFlight(MOST_READ)
                        .withFilter(one -> due(one, now)));
    }

    private static boolean due(EventPublication one, Instant now) {
        return due(
                one.getCompletionAttempts(),
                one.getPublicationDate(),
                one.getLastResubmissionDate(),
                now);
    }

    /** Whether an event that failed so often, the last time then, is to be tried again. */
    static boolean due(int attempts, Instant published, @Nullable Instant last, Instant now) {
        int doublings = Math.clamp(attempts - 1, 0, MOST_DOUBLINGS);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            pause = LONGEST_PAUSE;
        }
        return !now.isBefore((last == null ? published : last).plus(pause));
    }

    @Override
    public long waiting() {
        return jdbc.sql(
                        """
                        select count(*) from events.event_publication where completion_date is null
                        """)
                .query(Long.class)
                .single();
    }

    /** Events that failed five times or more. */
    long stuck() {
        return jdbc.sql(
                        """
                        select count(*) from events.event_publication
                        where completion_date is null and completion_attempts >= :attempts
                        """)
                .param("attempts", STUCK_AFTER)
                .query(Long.class)
                .single();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("jiaxue.events.waiting", this, RetryJob::waiting)
                .description("events that somebody has yet to follow")
                .register(registry);
        Gauge.builder("jiaxue.events.stuck", this, RetryJob::stuck)
                .description("events that failed five times or more")
                .register(registry);
    }

    /** Tells a failure in one line; the event is kept and comes again. */
    @Component
    static class Failures implements AsyncConfigurer {

        @Override
        public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
            return Failures::tell;
        }

        private static void tell(Throwable why, Method listener, @Nullable Object... events) {
            LOG.warn(
                    "event not followed listener={}.{} why={}",
                    listener.getDeclaringClass().getSimpleName(),
                    listener.getName(),
                    why.getClass().getSimpleName());
            LOG.debug("event not followed", why);
        }
    }
}
