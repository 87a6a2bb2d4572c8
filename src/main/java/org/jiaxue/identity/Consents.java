package org.jiaxue.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What guardians consented to. Whether learning may be recorded is asked at every beat. */
@Component
class Consents {

    private static final int MOST_SHOWN = 200;
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 200_000;

    private final ConsentStore store;
    private final GuardianStore guardians;
    private final Audit audit;
    private final Times times;
    private final Cache<GuardianId, Boolean> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    Consents(ConsentStore store, GuardianStore guardians, Audit audit, Times times) {
        this.store = store;
        this.guardians = guardians;
        this.audit = audit;
        this.times = times;
    }

    boolean given(GuardianId id, Purpose purpose) {
        return store.given(id, purpose);
    }

    List<Consent> history(GuardianId id) {
        return store.history(id, MOST_SHOWN);
    }

    Set<GuardianId> mayRecord(Collection<GuardianId> ids) {
        Set<GuardianId> may = new HashSet<>();
        List<GuardianId> unsure = new ArrayList<>();
        for (GuardianId id : ids) {
            @Nullable Boolean known = remembered.getIfPresent(id);
            if (known == null) {
                unsure.add(id);
            } else if (known) {
                may.add(id);
            }
        }
        if (!unsure.isEmpty()) {
            Set<GuardianId> found = guardians.recorded(unsure);
            unsure.forEach(id -> remembered.put(id, found.contains(id)));
            may.addAll(found);
        }
        return may;
    }

    /** Keeps a consent with all that follows from it, in the caller's transaction. */
    void say(GuardianId id, Purpose purpose, boolean given) {
        guardians.lockAndCountChildren(id);
        if (store.given(id, purpose) == given) {
            return;
        }
        store.add(id, ConsentStore.now(purpose, given, times.now()));
        switch (purpose) {
            case RECORDS -> {
                guardians.record(id, given);
                forgetAfterCommit(id);
            }
            case CHILDREN -> {
                if (!given) {
                    guardians.removeChildren(id);
                }
            }
        }
        audit.note(
                People.guardian(id),
                given ? "consent.given" : "consent.withdrawn",
                purpose.slug() + ":" + id);
    }

    /** Forgets when it is done: forgotten before, a reader could remember the old answer again. */
    private void forgetAfterCommit(GuardianId id) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        remembered.invalidate(id);
                    }
                });
    }
}
