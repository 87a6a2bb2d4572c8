package org.jiaxue.statistics.closing;

import java.time.Duration;
import java.util.List;
import org.jiaxue.web.DueWork;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/** Closes the weeks whose day has come. */
@Component
class CloseJob extends DueWork {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Closings closings;

    CloseJob(Closings closings, ErrorHandler failures) {
        super(failures);
        this.closings = closings;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("statistics.closing", EVERY, this::close));
    }

    @Override
    protected void work() {
        closings.closeDue();
    }

    void close() {
        work();
    }
}
