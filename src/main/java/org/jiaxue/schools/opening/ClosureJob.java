package org.jiaxue.schools.opening;

import java.util.concurrent.TimeUnit;
import org.jiaxue.web.DueWork;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/** Closes the parent schools of schools that are no more, on the day of which their list tells. */
@Component
class ClosureJob extends DueWork {

    private final ParentSchools parentSchools;

    ClosureJob(ParentSchools parentSchools, ErrorHandler failures) {
        super(failures);
        this.parentSchools = parentSchools;
    }

    @Override
    protected void work() {
        parentSchools.closeEnded();
    }

    @Scheduled(initialDelay = 10, fixedRate = 10, timeUnit = TimeUnit.MINUTES)
    void close() {
        doDue();
    }
}
