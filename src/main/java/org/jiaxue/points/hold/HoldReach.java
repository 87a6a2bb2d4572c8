package org.jiaxue.points.hold;

import java.util.List;
import java.util.Optional;
import org.jiaxue.points.HoldDesk;
import org.jiaxue.points.hold.Hold.State;
import org.jiaxue.points.hold.Hold.Step;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;

/** Which holds a member of staff may decide about: those of guardians of their divisions. */
@Component
class HoldReach implements HoldDesk {

    private final HoldStore store;
    private final Decisions decisions;
    private final Access access;

    HoldReach(HoldStore store, Decisions decisions, Access access) {
        this.store = store;
        this.decisions = decisions;
        this.access = access;
    }

    @Override
    public Waiting waitingFor(Viewer viewer) {
        List<String> nodes = nodes(viewer);
        return viewer instanceof Viewer.Staff staff && !nodes.isEmpty()
                ? store.waiting(nodes, staff.id())
                : new Waiting(0, null);
    }

    @Override
    public boolean refuse(Viewer.Staff by, GuardianId guardian, String note) {
        Optional<Hold> waiting = first(guardian, State.WAITING);
        Optional<String> node = waiting.flatMap(it -> nodeFor(by, it));
        return node.isPresent()
                && decisions.decide(
                                by,
                                waiting.get().id(),
                                Step.FIRST,
                                Reason.NOT_READ,
                                note,
                                node.get())
                        == Deciding.DONE;
    }

    @Override
    public boolean appeal(Viewer.Guardian guardian, String words) {
        return first(guardian.id(), State.REFUSED)
                .map(it -> decisions.appeal(guardian, guardian.id(), it.id(), words))
                .filter(it -> it == Deciding.DONE)
                .isPresent();
    }

    private Optional<Hold> first(GuardianId guardian, State state) {
        return store.of(guardian).stream().filter(it -> it.state() == state).findFirst();
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
