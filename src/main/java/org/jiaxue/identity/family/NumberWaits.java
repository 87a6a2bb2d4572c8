package org.jiaxue.identity.family;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Phone;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of number without the old one, which is gone: the new number waits, so that whoever still
 * holds the old one, or is signed in, has time to say no. After the wait it is put in force by a
 * code to the new number; a change that nobody finishes ends. Each guardian has one at most.
 */
@Component
public class NumberWaits {

    /** How long whoever holds the old number has to say no. */
    public static final Duration WAIT = Duration.ofDays(7);

    /** How long a change can be finished once the wait is over. */
    public static final Duration OPEN = Duration.ofDays(14);

    /**
     * A change that waits.
     *
     * @param phone the number to be
     * @param dueAt from when on it can be finished
     * @param endsAt until when
     */
    public record Wait(Phone phone, Instant dueAt, Instant endsAt) {}

    /** What came of finishing a change. */
    public enum Finish {
        DONE,
        /** The number is somebody's meanwhile. */
        TAKEN,
        /** No such change is due: cancelled, finished or ended in between. */
        GONE
    }

    private final NumberWaitStore store;
    private final GuardianStore guardianStore;
    private final Guardians guardians;
    private final Seal seal;
    private final Audit audit;
    private final Times times;

    NumberWaits(
            NumberWaitStore store,
            GuardianStore guardianStore,
            Guardians guardians,
            Secrets secrets,
            Audit audit,
            Times times) {
        this.store = store;
        this.guardianStore = guardianStore;
        this.guardians = guardians;
        this.seal = secrets.seal("identity.number-wait");
        this.audit = audit;
        this.times = times;
    }

    /** When a change that is asked for now can be finished. */
    public Instant dueFromNow() {
        return times.now().plus(WAIT);
    }

    public Optional<Wait> of(GuardianId guardian) {
        return store.find(guardian, times.now())
                .map(row ->
                        new Wait(
                                new Phone(
                                        seal.openText(row.phoneSealed(), bound(guardian))
                                                .orElseThrow()),
                                row.dueAt(),
                                row.endsAt()));
    }

    public boolean isDue(Wait wait) {
        return !wait.dueAt().isAfter(times.now());
    }

    /**
     * Lets a number wait; false where one waits already. Holds the guardian's row, so that nothing
     * is written behind an erasure's back; refuses an unknown guardian with 404.
     */
    @Transactional
    public boolean begin(GuardianId guardian, Phone phone) {
        if (!guardianStore.hereAndHeld(guardian)) {
            throw new Refusal(Problem.notFound("identity.problem.no-guardian"));
        }
        Instant now = times.now();
        store.removeEnded(guardian, now);
        String sealed = seal.close(phone.digits(), bound(guardian));
        NumberWaitStore.Row wait =
                new NumberWaitStore.Row(sealed, now.plus(WAIT), now.plus(WAIT).plus(OPEN));
        boolean begun = store.add(guardian, wait, now);
        if (begun) {
            note(guardian, "guardian.phone-wait-begun");
        }
        return begun;
    }

    /** Ends a change that waits; false where there is none. */
    @Transactional
    public boolean cancel(GuardianId guardian) {
        boolean ended = store.remove(guardian);
        if (ended) {
            note(guardian, "guardian.phone-wait-cancelled");
        }
        return ended;
    }

    /**
     * Puts a number in force that has waited long enough. The guardian's row is locked first, so
     * that of two who finish at once the second finds no change.
     */
    @Transactional
    public Finish finish(GuardianId guardian, Phone phone) {
        guardianStore.lockAndCountChildren(guardian);
        boolean due = of(guardian).filter(it -> it.phone().equals(phone) && isDue(it)).isPresent();
        if (!due) {
            return Finish.GONE;
        }
        return guardians.changePhone(guardian, phone) ? Finish.DONE : Finish.TAKEN;
    }

    /** Forgets changes, at most so many at a time, that nobody finished; returns how many. */
    public int sweep(Instant before, int most) {
        return store.sweep(before, most);
    }

    private void note(GuardianId guardian, String deed) {
        audit.note(Viewer.Guardian.inPerson(guardian), deed, guardian.toString());
    }

    private static String bound(GuardianId guardian) {
        return "waiting:" + guardian;
    }
}
