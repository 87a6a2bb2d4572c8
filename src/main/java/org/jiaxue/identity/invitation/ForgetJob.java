package org.jiaxue.identity.invitation;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets whom invitations named that are long over. */
@Component("invitationForgetJob")
class ForgetJob {

    private static final int MOST_AT_ONCE = 5_000;

    private final Invitations invitations;

    ForgetJob(Invitations invitations) {
        this.invitations = invitations;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        int forgotten;
        do {
            forgotten = invitations.forget(MOST_AT_ONCE);
        } while (forgotten >= MOST_AT_ONCE);
    }
}
