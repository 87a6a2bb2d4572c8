package org.jiaxue.identity.account;

import java.time.Duration;
import java.util.List;
import org.jiaxue.web.Recurring;
import org.springframework.stereotype.Component;

/** Finishes erasures that a process could not, and forgets those that are long past. */
@Component
class EraseJob implements Recurring {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Erasures erasures;

    EraseJob(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public List<Work> recurring() {
        return List.of(
                new Work("identity.erasures", SOON, EVERY, this::finish),
                new Work("identity.erased", HOUR, DAY, this::forget));
    }

    void finish() {
        erasures.finishAll();
    }

    void forget() {
        erasures.forget();
    }
}
