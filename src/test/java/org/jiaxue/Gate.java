package org.jiaxue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A gate that one thread opens, once and for good, and others go through. */
public final class Gate {

    /** Whoever has stood before a gate for so long fails. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final CountDownLatch closed = new CountDownLatch(1);

    public void open() {
        closed.countDown();
    }

    /** Waits until the gate is open. */
    public void pass() {
        try {
            if (!closed.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Not open after " + LONGEST_WAIT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the gate", interrupted);
        }
    }
}
