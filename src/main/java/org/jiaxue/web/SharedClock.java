package org.jiaxue.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What time it is, for all nodes alike: the database's clock, asked twice a minute and carried on
 * in between, and while it cannot be asked, by what has passed on this machine. So a code that one
 * node sends is good at another, however wrong the clock of either.
 */
final class SharedClock implements InstantSource {

    /** An answer that took longer says what time it was at some moment of that. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);

    /** More than this a node's own clock should not be off; it is told once a start. */
    private static final Duration OFF = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SharedClock.class);

    private record Told(Instant time, long at) {}

    private final Supplier<Instant> database;
    private final LongSupplier nanos;
    private volatile Told told;

    /**
     * A clock that has been asked once.
     *
     * @param own this node's clock on the wall, which stands in for the database's until that
     *     answers
     */
    SharedClock(Supplier<Instant> database, InstantSource own, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
        this.told = new Told(own.instant(), nanos.getAsLong());
        ask();
        Duration off = Duration.between(instant(), own.instant());
        if (off.abs().compareTo(OFF) > 0) {
            LOG.warn(
                    "this node's clock is wrong, the database's holds seconds={}", off.toSeconds());
        }
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    void ask() {
        long asked = nanos.getAsLong();
        try {
            Instant time = database.get();
            long took = nanos.getAsLong() - asked;
            if (took <= LONGEST_ANSWER.toNanos()) {
                told = new Told(time, asked + took / 2);
            }
        } catch (DataAccessException away) {
            LOG.debug("the database's clock could not be read", away);
        }
    }

    @Override
    public Instant instant() {
        Told last = told;
        return last.time().plusNanos(nanos.getAsLong() - last.at());
    }
}
