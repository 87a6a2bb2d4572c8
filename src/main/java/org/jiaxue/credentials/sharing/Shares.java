package org.jiaxue.credentials.sharing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.identity.People;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes and withdraws links. A link's token is 128 random bits; what is kept of it is a keyed hash,
 * so that neither the database nor a copy of it opens anything.
 */
@Component
public class Shares {

    /** Links to one certificate that are alive at once, at most. */
    public static final int MOST_ALIVE = 5;

    /** For how many days a link may be made. */
    public static final List<Integer> DAYS = List.of(7, 30, 180);

    private static final String PURPOSE = "credentials.share";
    private static final int TOKEN_BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final ShareStore store;
    private final People people;
    private final Secrets secrets;
    private final Times times;

    Shares(ShareStore store, People people, Secrets secrets, Times times) {
        this.store = store;
        this.people = people;
        this.secrets = secrets;
        this.times = times;
    }

    /**
     * Makes a link to one of the guardian's own, which the caller has made sure of.
     *
     * @param days one of {@link #DAYS}
     * @return its token, told once; nothing when {@link #MOST_ALIVE} are alive
     */
    @Transactional
    public Optional<String> make(GuardianId guardian, CredentialId id, int days) {
        if (!DAYS.contains(days)) {
            throw new IllegalArgumentException("7, 30 or 180 days");
        }
        Instant now = times.now().truncatedTo(ChronoUnit.SECONDS);
        if (people.hereUntilCommit(List.of(guardian)).isEmpty()) {
            return Optional.empty();
        }
        String token = Ids.token(TOKEN_BYTES);
        Share share = new Share(Ids.next(), now, now.plus(Duration.ofDays(days)));
        store.deleteEnded(guardian, id, now);
        for (int attempt = 0; attempt < MOST_ALIVE; attempt++) {
            if (store.insert(guardian, id, share, secrets.hash(PURPOSE, token), MOST_ALIVE)) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /** The links that are alive, newest first. */
    @Transactional(readOnly = true)
    public List<Share> alive(GuardianId guardian, CredentialId id) {
        return store.alive(guardian, id, times.now());
    }

    /** Withdraws a link at once; one that is gone already stays gone. */
    @Transactional
    public void withdraw(GuardianId guardian, CredentialId id, UUID share) {
        store.delete(guardian, id, share);
    }

    /** Whether a token opens this certificate now. */
    @Transactional(readOnly = true)
    public boolean opens(CredentialId id, String token) {
        return TOKEN.matcher(token).matches()
                && store.isAlive(id, secrets.hash(PURPOSE, token), times.now());
    }
}
