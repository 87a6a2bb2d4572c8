package org.jiaxue.identity.family;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Consent;
import org.jiaxue.identity.ConsentWithdrawn;
import org.jiaxue.identity.Purpose;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What guardians consented to; those who record ask whether they may, before they do. */
@Component
public class Consents {

    private static final int MOST_SHOWN = 200;

    private final ConsentStore store;
    private final GuardianStore guardians;
    private final ChildStore children;
    private final Audit audit;
    private final Times times;
    private final ApplicationEventPublisher events;

    Consents(
            ConsentStore store,
            GuardianStore guardians,
            ChildStore children,
            Audit audit,
            Times times,
            ApplicationEventPublisher events) {
        this.store = store;
        this.guardians = guardians;
        this.children = children;
        this.audit = audit;
        this.times = times;
        this.events = events;
    }

    public boolean given(GuardianId id, Purpose purpose) {
        return store.given(id, purpose);
    }

    public List<Consent> history(GuardianId id) {
        return store.history(id, MOST_SHOWN);
    }

    public Set<GuardianId> mayRecord(Collection<GuardianId> ids) {
        return guardians.recorded(ids);
    }

    public boolean mayRecordUntilCommit(GuardianId id) {
        return guardians.recordedAndHeld(id);
    }

    /** Keeps a consent with all that follows from it, in the caller's transaction. */
    public void say(GuardianId id, Purpose purpose, boolean given) {
        guardians.lockAndCountChildren(id);
        if (store.given(id, purpose) == given) {
            return;
        }
        store.add(id, ConsentStore.now(purpose, given, times.now()));
        switch (purpose) {
            case RECORDS -> guardians.record(id, given);
            case CHILDREN -> {
                if (!given) {
                    children.removeChildren(id);
                }
            }
        }
        audit.note(
                Viewer.Guardian.inPerson(id),
                given ? "consent.given" : "consent.withdrawn",
                purpose.slug() + ":" + id);
        if (!given) {
            events.publishEvent(new ConsentWithdrawn(id, purpose));
        }
    }
}
