package org.jiaxue.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jiaxue.web.Followed;
import org.springframework.stereotype.Component;

/** Waits until certificates and figures have followed everything that happened. */
@Component
@DemoOnly
class Followers {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Followed followed;

    Followers(Followed followed) {
        this.followed = followed;
    }

    void await() {
        Instant end = Instant.now().plus(LONGEST);
        long left = followed.waiting();
        while (left > 0) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(left + " events were not followed in " + LONGEST);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
            left = followed.waiting();
        }
    }
}
