package org.jiaxue.licences.asking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.identity.Audit;
import org.jiaxue.licences.Confirmations;
import org.jiaxue.licences.Confirmations.Asked;
import org.jiaxue.licences.Confirmations.Decided;
import org.jiaxue.licences.Confirmations.Place;
import org.jiaxue.licences.Confirmations.Request;
import org.jiaxue.licences.Confirmations.Wanted;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks and decides, each with its line in the log and with the name under which it is asked. The
 * guardian finds every line in their own log; a decision's subject is the guardian.
 */
@Component
class Asking {

    private final Confirmations confirmations;
    private final CalledStore names;
    private final Audit audit;

    Asking(Confirmations confirmations, CalledStore names, Audit audit) {
        this.confirmations = confirmations;
        this.names = names;
        this.audit = audit;
    }

    @Transactional
    Asked ask(GuardianId guardian, Wanted wanted, String name) {
        Asked asked = confirmations.ask(guardian, wanted);
        if (asked instanceof Asked.Waiting(Request request)) {
            names.add(guardian, request.id(), name);
            audit.note(
                    Viewer.Guardian.inPerson(guardian),
                    "guardian.confirmation-asked",
                    guardian.toString());
        }
        return asked;
    }

    @Transactional
    boolean takeBack(GuardianId guardian, UUID request) {
        if (!confirmations.withdraw(guardian, request)) {
            return false;
        }
        names.forget(guardian, request);
        audit.note(
                Viewer.Guardian.inPerson(guardian),
                "guardian.confirmation-taken-back",
                guardian.toString());
        return true;
    }

    @Transactional
    Decided confirm(UUID request, Collection<Place> places, Viewer.Staff by) {
        return noted(
                confirmations.confirm(request, places, by.id()), by, "guardian.confirmation-given");
    }

    @Transactional
    Decided decline(UUID request, Collection<Place> places, Viewer.Staff by, Reason reason) {
        return noted(
                confirmations.decline(request, places, by.id(), reason.slug()),
                by,
                "guardian.confirmation-declined");
    }

    private Decided noted(Decided decided, Viewer.Staff by, String deed) {
        if (decided instanceof Decided.Done(Request request)) {
            names.forget(request.guardian(), request.id());
            audit.note(by, deed, request.guardian().toString());
        }
        return decided;
    }

    /** The names under which these were asked, by request. */
    @Transactional(readOnly = true)
    Map<UUID, String> names(List<Request> requests) {
        return names.of(requests.stream().map(Request::guardian).distinct().toList());
    }
}
