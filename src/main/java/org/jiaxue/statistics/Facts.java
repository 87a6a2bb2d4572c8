package org.jiaxue.statistics;

import java.util.List;
import java.util.Set;
import org.jiaxue.activities.SessionsAnnounced;
import org.jiaxue.credentials.CredentialIssued;
import org.jiaxue.credentials.CredentialRevoked;
import org.jiaxue.identity.People;
import org.jiaxue.learning.LearningRecorded;
import org.jiaxue.schools.ParentSchoolClosed;
import org.jiaxue.schools.ParentSchoolOpened;
import org.jiaxue.statistics.fact.Fact;
import org.jiaxue.statistics.fact.FactStore;
import org.jiaxue.statistics.supply.Supply;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what happened by listening; told at least once and in any order, kept once. Of whom the
 * account is gone meanwhile nothing is kept.
 */
@Component
class Facts {

    private final FactStore store;
    private final Supply supply;
    private final People people;
    private final Times times;

    Facts(FactStore store, Supply supply, People people, Times times) {
        this.store = store;
        this.supply = supply;
        this.people = people;
        this.times = times;
    }

    @ApplicationModuleListener
    void follow(LearningRecorded recorded) {
        keep(recorded.events().stream().map(event -> Fact.of(event, times)).toList());
    }

    @ApplicationModuleListener
    void follow(CredentialIssued issued) {
        keep(List.of(Fact.of(issued, times)));
    }

    /** A certificate that was withdrawn counts no longer, whichever of the two is heard first. */
    @ApplicationModuleListener
    void follow(CredentialRevoked revoked) {
        if (people.hereUntilCommit(List.of(revoked.guardian())).isEmpty()) {
            return;
        }
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

    private void keep(List<Fact> told) {
        Set<GuardianId> here = people.hereUntilCommit(told.stream().map(Fact::guardian).toList());
        List<Fact> facts = told.stream().filter(it -> here.contains(it.guardian())).toList();
        if (!facts.isEmpty()) {
            store.keep(facts);
        }
    }
}
