package org.jiaxue.identity.account;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes erasures that a process could not, and forgets those that are long past. */
@Component
class EraseJob {

    private final Erasures erasures;

    EraseJob(Erasures erasures) {
        this.erasures = erasures;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void finish() {
        erasures.finishAll();
    }

    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void forget() {
        erasures.forget();
    }
}
