package org.jiaxue.activities.telling;

import java.util.List;
import org.jiaxue.activities.SessionsAnnounced;
import org.jiaxue.activities.SessionsAnnounced.Announced;
import org.jiaxue.web.Phases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At a start, tells of the sessions that nobody was told of when they were announced, each once and
 * {@value SessionsAnnounced#MOST} in a transaction.
 */
@Component
class EarlierSessionsJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierSessionsJob.class);

    private final UntoldStore untold;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    EarlierSessionsJob(
            UntoldStore untold, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.untold = untold;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        running = true;
        int told = tell();
        if (told > 0) {
            LOG.info("earlier sessions told sessions={}", told);
        }
    }

    /** Tells of all of them; answers how many. */
    int tell() {
        int all = 0;
        Integer told;
        do {
            told = transaction.execute(_ -> tellSome());
            all += told;
        } while (told == SessionsAnnounced.MOST);
        return all;
    }

    private int tellSome() {
        List<Announced> some = untold.take(SessionsAnnounced.MOST);
        if (!some.isEmpty()) {
            events.publishEvent(new SessionsAnnounced(some, true));
        }
        return some.size();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.FILLING;
    }
}
