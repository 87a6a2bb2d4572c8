package org.jiaxue.database.embedded;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server again when it ends without being told to. It comes back on the same port, so
 * pools reconnect by themselves. The attempts do not end while the service lives; each failure is
 * logged with the server's own words.
 */
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Postmaster.Place place;
    private final ReentrantLock turn = new ReentrantLock();
    private final Thread thread;
    private Postmaster postmaster;
    private volatile boolean closing;
    private @Nullable Instant down;

    Watchdog(Postmaster.Place place, Postmaster postmaster) {
        this.place = place;
        this.postmaster = postmaster;
        thread = Thread.ofPlatform().daemon().name("postgresql-watchdog").unstarted(this::watch);
    }

    void begin() {
        thread.start();
    }

    /** The server of this moment. */
    Postmaster postmaster() {
        turn.lock();
        try {
            return postmaster;
        } finally {
            turn.unlock();
        }
    }

    private void watch() {
        var wait = LOOK;
        while (!closing) {
            try {
                Pause.of(wait);
                look();
                wait = LOOK;
            } catch (IOException | RuntimeException e) {
                if (!closing) {
                    LOG.error("PostgreSQL is down and did not start again: {}", e.getMessage());
                }
                wait = wait.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : wait.multipliedBy(2);
            }
        }
    }

    private void look() throws IOException {
        turn.lock();
        try {
            if (closing || postmaster.isAlive()) {
                ServerLog.bound(place.files());
                return;
            }
            if (down == null) {
                down = Instant.now();
                LOG.error("the PostgreSQL process {} has ended; starting it", postmaster.pid());
            }
            postmaster = Postmaster.start(place, postmaster.port());
            LOG.warn(
                    "PostgreSQL is back after {} ms",
                    Duration.between(down, Instant.now()).toMillis());
            down = null;
        } finally {
            turn.unlock();
        }
    }

    /** Ends the watch, then stops the server. */
    @Override
    public void close() throws IOException {
        closing = true;
        thread.interrupt();
        turn.lock();
        try {
            postmaster.stop();
        } finally {
            turn.unlock();
        }
    }
}
