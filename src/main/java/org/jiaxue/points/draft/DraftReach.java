package org.jiaxue.points.draft;

import java.util.List;
import org.jiaxue.points.RuleDesk;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;

/** Which drafts wait for whom. */
@Component
class DraftReach implements RuleDesk {

    private final DraftStore store;
    private final Access access;

    DraftReach(DraftStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public Waiting waitingFor(Viewer viewer) {
        return viewer instanceof Viewer.Staff staff && staff.scopes().contains(Viewer.Scope.STAFF)
                ? store.waiting(places(staff), staff.id())
                : new Waiting(0, null, 0);
    }

    private List<String> places(Viewer.Staff staff) {
        return access.where(staff, Deed.APPROVE_RULES);
    }
}
