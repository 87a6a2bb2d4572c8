package org.jiaxue.identity.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives roles and takes them away, by the rights that {@link GrantTable} shows. */
@Component
public class Granting {

    private final StaffStore store;
    private final Grants grants;
    private final Regions regions;
    private final Tokens tokens;
    private final Audit audit;
    private final Times times;

    Granting(
            StaffStore store,
            Grants grants,
            Regions regions,
            Tokens tokens,
            Audit audit,
            Times times) {
        this.store = store;
        this.grants = grants;
        this.regions = regions;
        this.tokens = tokens;
        this.audit = audit;
        this.times = times;
    }

    /** What became of taking something away. */
    public enum Taken {
        DONE,
        /** It is the last thing that one may do oneself. */
        OWN_LAST,
        /** Nobody at the place could grant anything there any more, and this was not said. */
        LAST_HERE,
        /** Some of what they may do was granted by others, elsewhere. */
        ELSEWHERE_TOO
    }

    public Optional<Place> place(String node) {
        return Ids.parse(node).isPresent()
                ? Ids.parse(node)
                        .flatMap(regions::organisation)
                        .map(it ->
                                new Place(
                                        it.id().toString(),
                                        it.county(),
                                        new Words(it.fullName(), it.fullName())))
                : regions.find(node).map(it -> new Place(node, node, it.name()));
    }

    /** What this viewer may grant there; read anew, so that nobody grants what they just lost. */
    public Set<Role> grantable(Viewer viewer, Place place) {
        return viewer instanceof Viewer.Staff staff && !staff.unproven()
                ? grantable(staff.id(), place)
                : Set.of();
    }

    public Set<Role> grantable(StaffId staff, Place place) {
        return GrantTable.grantable(store.grants(staff), place);
    }

    /** The place under a node where this viewer may grant something; refuses all others. */
    public Place require(Viewer viewer, String node) {
        return place(node)
                .filter(it -> !grantable(viewer, it).isEmpty())
                .orElseThrow(() -> new Refusal(Problem.forbidden("web.problem.not-yours")));
    }

    /** Everything that somebody was granted, in order of node. */
    public List<Grant> of(StaffId staff) {
        return store.grants(staff);
    }

    /** Whether the viewer may grant all that somebody else has, and so look after their account. */
    public boolean looksAfter(Viewer viewer, StaffId staff) {
        List<Grant> theirs = store.grants(staff);
        return !isSelf(viewer, staff)
                && !theirs.isEmpty()
                && theirs.stream().allMatch(it -> mayGrant(viewer, it));
    }

    private boolean mayGrant(Viewer viewer, Grant grant) {
        return place(grant.node())
                .filter(it -> grantable(viewer, it).contains(grant.role()))
                .isPresent();
    }

    /** Whether nobody at this node could grant anything there without this grant. */
    public boolean lastHere(StaffId staff, Grant grant) {
        return grants(grant) && store.others(staff, grant.node()).stream().noneMatch(this::grants);
    }

    private boolean grants(Grant grant) {
        return place(grant.node())
                .filter(it -> !GrantTable.grantable(List.of(grant), it).isEmpty())
                .isPresent();
    }

    /** Gives a role; again, nothing changes. The caller has made sure that it may be given. */
    @Transactional
    public void give(Viewer actor, StaffId staff, Grant grant) {
        store.add(staff, grant);
        grants.forget(staff);
        audit.note(actor, "grant.given", subject(staff, grant.role()), grant.node());
    }

    /**
     * Takes a role away; refuses (403) what the actor may not grant, and 404 what is not there.
     *
     * @param told whether the actor was told that the place is left without anybody
     */
    @Transactional
    public Taken take(Viewer actor, StaffId staff, Grant grant, boolean told) {
        if (!mayGrant(actor, grant)) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        store.lockNode(grant.node());
        store.lock(staff);
        List<Grant> theirs = store.grants(staff);
        if (!theirs.contains(grant)) {
            throw new Refusal(Problem.notFound("identity.problem.grant-gone"));
        }
        if (isSelf(actor, staff) && theirs.size() == 1) {
            return Taken.OWN_LAST;
        }
        if (!told && lastHere(staff, grant)) {
            return Taken.LAST_HERE;
        }
        store.remove(staff, grant);
        grants.forget(staff);
        audit.note(actor, "grant.withdrawn", subject(staff, grant.role()), grant.node());
        return Taken.DONE;
    }

    /** Somebody leaves: all their roles, sessions and tokens end. */
    @Transactional
    public Taken leave(Viewer actor, StaffId staff, boolean told) {
        List<Grant> seen = store.grants(staff);
        seen.stream().map(Grant::node).distinct().sorted().forEach(store::lockNode);
        store.lock(staff);
        if (!looksAfter(actor, staff)) {
            return isSelf(actor, staff) ? Taken.OWN_LAST : Taken.ELSEWHERE_TOO;
        }
        List<Grant> theirs = store.grants(staff);
        if (!told && theirs.stream().anyMatch(it -> lastHere(staff, it))) {
            return Taken.LAST_HERE;
        }
        theirs.forEach(it -> store.remove(staff, it));
        store.leave(staff, times.now());
        tokens.removeAll(staff);
        grants.forget(staff);
        theirs.stream()
                .map(Grant::node)
                .distinct()
                .forEach(node -> audit.note(actor, "staff.left", staff.toString(), node));
        return Taken.DONE;
    }

    private static boolean isSelf(Viewer viewer, StaffId staff) {
        return viewer instanceof Viewer.Staff self && self.id().equals(staff);
    }

    private static String subject(StaffId staff, Role role) {
        return staff + " " + role;
    }
}
