package org.jiaxue.statistics;

import java.util.List;
import org.jiaxue.activities.SessionsAnnounced;
import org.jiaxue.credentials.CredentialIssued;
import org.jiaxue.credentials.CredentialRevoked;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.LearningRecorded;
import org.jiaxue.schools.ParentSchoolClosed;
import org.jiaxue.schools.ParentSchoolOpened;
import org.jiaxue.statistics.closing.Fact;
import org.jiaxue.statistics.closing.FactStore;
import org.jiaxue.statistics.supply.Supply;
import org.jiaxue.web.Times;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Keeps what happened by listening; told at least once and in any order, kept once. */
@Component
class Facts {

    private final FactStore store;
    private final Supply supply;
    private final Times times;

    Facts(FactStore store, Supply supply, Times times) {
        this.store = store;
        this.supply = supply;
        this.times = times;
    }

    @ApplicationModuleListener
    void follow(LearningRecorded recorded) {
        List<Fact> facts = recorded.events().stream().map(this::fact).toList();
        if (!facts.isEmpty()) {
            store.keep(facts);
        }
    }

    @ApplicationModuleListener
    void follow(CredentialIssued issued) {
        store.keep(
                List.of(
                        new Fact(
                                issued.guardian(),
                                issued.credential().value(),
                                Measure.CREDENTIAL,
                                times.dayOf(issued.issuedAt()),
                                issued.division(),
                                null)));
    }

    /** A certificate that was withdrawn counts no longer, whichever of the two is heard first. */
    @ApplicationModuleListener
    void follow(CredentialRevoked revoked) {
        store.revoke(
                new Fact(
                        revoked.guardian(),
                        revoked.first().value(),
                        Measure.CREDENTIAL,
                        times.dayOf(revoked.revokedAt()),
                        revoked.division(),
                        null));
    }

    @ApplicationModuleListener
    void follow(ParentSchoolOpened opened) {
        supply.opened(opened);
    }

    @ApplicationModuleListener
    void follow(ParentSchoolClosed closed) {
        supply.closed(closed);
    }

    @ApplicationModuleListener
    void follow(SessionsAnnounced announced) {
        supply.announced(announced);
    }

    private Fact fact(LearningEvent event) {
        return new Fact(
                event.guardian(),
                event.id().toString(),
                event.kind().slug(),
                times.dayOf(event.occurredAt()),
                event.division(),
                event.subject().stage().slug());
    }
}
