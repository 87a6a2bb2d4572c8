package org.jiaxue.activities.code;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jiaxue.web.DatabaseClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets which scans were used once none of them could be confirmed any more. */
@Component
class TicketSweepJob {

    private static final int MOST_AT_ONCE = 5_000;

    private final TicketStore tickets;
    private final DatabaseClock clock;

    TicketSweepJob(TicketStore tickets, DatabaseClock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    /** A ticket is used after it was issued, so it ended at the latest so long after its use. */
    @Scheduled(initialDelay = 15, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant before = clock.now().minus(Tickets.GOOD_FOR);
        int removed;
        do {
            removed = tickets.sweep(before, MOST_AT_ONCE);
        } while (removed >= MOST_AT_ONCE);
    }
}
