package org.jiaxue.database.embedded;

import java.io.IOException;
import java.time.Duration;

/** Waits for another process, which cannot wake us. */
final class Pause {

    private Pause() {}

    static void shortly() throws IOException {
        of(Duration.ofMillis(25));
    }

    static void of(Duration duration) throws IOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
