package org.jiaxue.identity.invitation;

import java.time.Duration;
import java.util.List;
import org.jiaxue.web.Recurring;
import org.springframework.stereotype.Component;

/** Forgets whom invitations named that are long over. */
@Component("invitationForgetJob")
class ForgetJob implements Recurring {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int MOST_AT_ONCE = 5_000;

    private final Invitations invitations;

    ForgetJob(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("identity.invitations", EVERY, this::forget));
    }

    void forget() {
        int forgotten;
        do {
            forgotten = invitations.forget(MOST_AT_ONCE);
        } while (forgotten >= MOST_AT_ONCE);
    }
}
