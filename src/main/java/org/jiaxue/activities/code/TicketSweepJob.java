package org.jiaxue.activities.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Recurring;
import org.springframework.stereotype.Component;

/** Forgets which scans were used once none of them could be confirmed any more. */
@Component
class TicketSweepJob implements Recurring {

    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final int MOST_AT_ONCE = 5_000;

    private final TicketStore tickets;
    private final DatabaseClock clock;

    TicketSweepJob(TicketStore tickets, DatabaseClock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("activities.tickets", EVERY, this::sweep));
    }

    /** A ticket is used after it was issued, so it ended at the latest so long after its use. */
    void sweep() {
        Instant before = clock.now().minus(Tickets.GOOD_FOR);
        int removed;
        do {
            removed = tickets.sweep(before, MOST_AT_ONCE);
        } while (removed >= MOST_AT_ONCE);
    }
}
