package org.jiaxue.schools.totals;

import java.util.concurrent.TimeUnit;
import org.jiaxue.web.DueWork;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/** Settles classes soon after each Monday has begun. */
@Component
class SettleJob extends DueWork {

    private final Totals totals;

    SettleJob(Totals totals, ErrorHandler failures) {
        super(failures);
        this.totals = totals;
    }

    @Override
    protected void work() {
        totals.settleDue();
    }

    @Scheduled(initialDelay = 5, fixedRate = 5, timeUnit = TimeUnit.MINUTES)
    void settle() {
        doDue();
    }
}
