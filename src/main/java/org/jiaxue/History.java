package org.jiaxue;

import java.time.Instant;
import java.util.function.Consumer;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.statistics.Retelling;
import org.jiaxue.web.GuardianId;
import org.springframework.stereotype.Component;

/** Has the rooms tell again what happened. */
@Component
class History implements Retelling {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Learning learning;
    private final Credentials credentials;

    History(Learning learning, Credentials credentials) {
        this.learning = learning;
        this.credentials = credentials;
    }

    @Override
    public void learned(
            GuardianId after, GuardianId upTo, Instant from, Consumer<LearningEvent> listener) {
        learning.events(after, upTo, from, END, listener);
    }

    @Override
    public void issued(GuardianId after, GuardianId upTo, Instant from, Listener listener) {
        credentials.told(after, upTo, from, told -> listener.heard(told.issued(), told.revoked()));
    }
}
