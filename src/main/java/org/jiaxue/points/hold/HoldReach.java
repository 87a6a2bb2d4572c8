package org.jiaxue.points.hold;

import java.util.List;
import java.util.Optional;
import org.jiaxue.points.HoldDesk;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;

/** Which holds a member of staff may decide about: those of guardians of their divisions. */
@Component
class HoldReach implements HoldDesk {

    private final HoldStore store;
    private final Access access;

    HoldReach(HoldStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public Waiting waitingFor(Viewer viewer) {
        List<String> nodes = nodes(viewer);
        return viewer instanceof Viewer.Staff staff && !nodes.isEmpty()
                ? store.waiting(nodes, staff.id())
                : new Waiting(0, null);
    }

    /** The divisions at which they may decide; empty for one who may not. */
    List<String> nodes(Viewer viewer) {
        return access.where(viewer, Deed.DECIDE_HOLDS);
    }

    /** At which of them they may decide about this one. */
    Optional<String> nodeFor(Viewer viewer, Hold hold) {
        return nodes(viewer).stream().filter(hold.division()::startsWith).findFirst();
    }
}
