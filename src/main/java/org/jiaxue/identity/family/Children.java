package org.jiaxue.identity.family;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes a guardian's children, within the caller's transaction. */
@Component
public class Children {

    private final GuardianStore guardians;
    private final ChildStore children;
    private final Consents consents;
    private final Audit audit;
    private final Times times;

    Children(
            GuardianStore guardians,
            ChildStore children,
            Consents consents,
            Audit audit,
            Times times) {
        this.guardians = guardians;
        this.children = children;
        this.consents = consents;
        this.audit = audit;
        this.times = times;
    }

    public UUID add(GuardianId id, YearMonth birthMonth, @Nullable Stage stage) {
        requirePossible(birthMonth);
        int had = guardians.lockAndCountChildren(id);
        if (!consents.given(id, Purpose.CHILDREN)) {
            throw new Refusal(Problem.unprocessable("identity.problem.no-child-consent"));
        }
        if (had >= People.MOST_CHILDREN) {
            throw new Refusal(
                    Problem.unprocessable(
                            "identity.problem.too-many-children", People.MOST_CHILDREN));
        }
        UUID child = Ids.next();
        children.putChild(id, child, birthMonth, stage);
        audit.note(Viewer.Guardian.inPerson(id), "child.added", id.toString());
        return child;
    }

    /** Adds a child together with the consent that it needs, or neither. */
    @Transactional
    UUID addAgreeing(GuardianId id, YearMonth birthMonth, @Nullable Stage stage, boolean agrees) {
        if (agrees) {
            consents.say(id, Purpose.CHILDREN, true);
        }
        return add(id, birthMonth, stage);
    }

    public void change(GuardianId id, UUID child, YearMonth birthMonth, @Nullable Stage stage) {
        requirePossible(birthMonth);
        guardians.lockAndCountChildren(id);
        if (!has(id, child)) {
            throw unknown();
        }
        children.putChild(id, child, birthMonth, stage);
        audit.note(Viewer.Guardian.inPerson(id), "child.changed", id.toString());
    }

    public void remove(GuardianId id, UUID child) {
        if (!children.removeChild(id, child)) {
            throw unknown();
        }
        audit.note(Viewer.Guardian.inPerson(id), "child.removed", id.toString());
    }

    private boolean has(GuardianId id, UUID child) {
        Household household = guardians.households(List.of(id)).get(id);
        return household != null
                && household.children().stream().anyMatch(it -> it.id().equals(child));
    }

    private void requirePossible(YearMonth birthMonth) {
        if (!BirthMonth.possible(birthMonth, times.today())) {
            throw new Refusal(BirthMonth.impossible());
        }
    }

    private static Refusal unknown() {
        return new Refusal(Problem.notFound("identity.problem.no-child"));
    }
}
