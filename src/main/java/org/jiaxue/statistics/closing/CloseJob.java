package org.jiaxue.statistics.closing;

import java.util.concurrent.TimeUnit;
import org.jiaxue.web.DueWork;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/** Closes the weeks whose day has come. */
@Component
class CloseJob extends DueWork {

    private final Closings closings;

    CloseJob(Closings closings, ErrorHandler failures) {
        super(failures);
        this.closings = closings;
    }

    @Override
    protected void work() {
        closings.closeDue();
    }

    @Scheduled(initialDelay = 10, fixedRate = 10, timeUnit = TimeUnit.MINUTES)
    void close() {
        doDue();
    }
}
