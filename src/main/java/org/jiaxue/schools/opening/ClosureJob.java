package org.jiaxue.schools.opening;

import java.time.Duration;
import java.util.List;
import org.jiaxue.web.DueWork;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/** Closes the parent schools of schools that are no more, on the day of which their list tells. */
@Component
class ClosureJob extends DueWork {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final ParentSchools parentSchools;

    ClosureJob(ParentSchools parentSchools, ErrorHandler failures) {
        super(failures);
        this.parentSchools = parentSchools;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("schools.closures", EVERY, this::close));
    }

    @Override
    protected void work() {
        parentSchools.closeEnded();
    }

    void close() {
        work();
    }
}
