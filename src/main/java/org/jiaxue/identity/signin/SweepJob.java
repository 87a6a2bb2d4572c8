package org.jiaxue.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiaxue.identity.Throttle;
import org.jiaxue.identity.family.NumberWaits;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.web.Recurring;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;

/** Removes what has ended: tokens, codes, windows of the throttle, changes of number. */
@Component
class SweepJob implements Recurring {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 5_000;

    private final Tokens tokens;
    private final CodeStore codes;
    private final Throttle throttle;
    private final NumberWaits waits;
    private final Times times;

    SweepJob(Tokens tokens, CodeStore codes, Throttle throttle, NumberWaits waits, Times times) {
        this.tokens = tokens;
        this.codes = codes;
        this.throttle = throttle;
        this.waits = waits;
        this.times = times;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("identity.sweep", EVERY, this::sweep));
    }

    void sweep() {
        Instant now = times.now();
        int removed;
        do {
            removed =
                    codes.sweep(now, MOST_AT_ONCE)
                            + tokens.sweep(now, MOST_AT_ONCE)
                            + throttle.sweep(now, MOST_AT_ONCE)
                            + waits.sweep(now, MOST_AT_ONCE);
        } while (removed >= MOST_AT_ONCE);
    }
}
