package org.jiaxue.schools.totals;

import java.time.Duration;
import java.util.List;
import org.jiaxue.web.DueWork;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/** Settles classes soon after each Monday has begun. */
@Component
class SettleJob extends DueWork {

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Totals totals;

    SettleJob(Totals totals, ErrorHandler failures) {
        super(failures);
        this.totals = totals;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("schools.totals", EVERY, this::settle));
    }

    @Override
    protected void work() {
        totals.settleDue();
    }

    void settle() {
        work();
    }
}
