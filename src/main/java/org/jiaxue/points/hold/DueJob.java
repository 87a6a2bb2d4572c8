package org.jiaxue.points.hold;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jiaxue.points.detection.Watching;
import org.jiaxue.web.DueWork;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/** Releases what nobody decided about in time, and forgets what was seen long ago. */
@Component
class DueJob extends DueWork {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Decisions decisions;
    private final Watching watching;

    DueJob(Decisions decisions, Watching watching, ErrorHandler failures) {
        super(failures);
        this.decisions = decisions;
        this.watching = watching;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("points.holds", EVERY, this::due));
    }

    /** What cannot be released is left for the next time, and does not keep the rest waiting. */
    @Override
    protected void work() {
        List<UUID> overdue = decisions.overdue();
        while (!overdue.isEmpty()) {
            overdue.forEach(one -> alone(() -> decisions.release(one)));
            List<UUID> left = decisions.overdue();
            overdue = left.equals(overdue) ? List.of() : left;
        }
        watching.forget();
    }

    void due() {
        work();
    }
}
