package org.jiaxue.identity.staff;

import java.util.Set;
import org.jiaxue.identity.Audit;
import org.jiaxue.regions.SchoolListTaken;
import org.jiaxue.web.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes in the audit that a county's list of schools was taken, in the same transaction. */
@Component
class ListAudit {

    private final Audit audit;

    ListAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void note(SchoolListTaken taken) {
        Viewer actor =
                taken.by() == null
                        ? new Viewer.Visitor()
                        : new Viewer.Staff(taken.by(), "", Set.of(Viewer.Scope.STAFF));
        audit.note(actor, "schools.imported", taken.county() + " " + taken.list());
    }
}
