package org.jiaxue.identity.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.staff.Employer;
import org.jiaxue.identity.staff.Granting;
import org.jiaxue.identity.staff.Place;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invitations: a link with 128 random bits, good for seven days and once. It is worth what the one
 * who made it may grant on the day it is accepted, so it ends with their own rights.
 */
@Component
public class Invitations {

    public static final Duration LIFETIME = Duration.ofDays(7);

    /** How long whom an invitation named is known after it was accepted, withdrawn or ended. */
    public static final Duration NAMES_KEPT = Duration.ofDays(30);

    /** How many can be open at one node. */
    public static final int MOST_OPEN = 200;

    private static final String PURPOSE = "identity.invitation";
    private static final int TOKEN_BYTES = 16;

    private final InvitationStore store;
    private final Granting granting;
    private final Employer employer;
    private final Secrets secrets;
    private final Audit audit;
    private final Times times;

    Invitations(
            InvitationStore store,
            Granting granting,
            Employer employer,
            Secrets secrets,
            Audit audit,
            Times times) {
        this.store = store;
        this.granting = granting;
        this.employer = employer;
        this.secrets = secrets;
        this.audit = audit;
        this.times = times;
    }

    /** Invites somebody; the token is told here and never again. Refuses what is not theirs. */
    @Transactional
    public String invite(Viewer.Staff by, Grant grant, String name, String note) {
        Place place = granting.require(by, grant.node());
        if (!granting.grantable(by, place).contains(grant.role())) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        Instant now = times.now();
        if (store.open(grant.node(), now, MOST_OPEN).size() >= MOST_OPEN) {
            throw new Refusal(
                    Problem.unprocessable("identity.problem.invitations-many", MOST_OPEN));
        }
        String token = Ids.token(TOKEN_BYTES);
        UUID id = Ids.next();
        store.add(
                new Invitation(id, grant, name, note, by.id(), now.plus(LIFETIME)),
                hash(token),
                now);
        audit.note(by, "invitation.made", id + " " + grant.role(), grant.node());
        return token;
    }

    /** The open invitations at a node, newest first, at most {@value #MOST_OPEN}. */
    public List<Invitation> open(String node) {
        return store.open(node, times.now(), MOST_OPEN);
    }

    /** Withdraws an invitation; refuses (404) one that is unknown, used or withdrawn already. */
    @Transactional
    public Invitation withdraw(Viewer by, UUID id) {
        Invitation invitation = store.byId(id).orElseThrow(Invitations::gone);
        Place place = granting.require(by, invitation.grant().node());
        if (!granting.grantable(by, place).contains(invitation.grant().role())) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        if (!store.withdraw(id, times.now())) {
            throw gone();
        }
        audit.note(by, "invitation.withdrawn", id.toString(), place.node());
        return invitation;
    }

    /** The invitation behind a link; empty when there is none that still holds. */
    public Optional<Invitation> find(String token) {
        return store.byHash(hash(token), times.now()).filter(this::stillGrantable);
    }

    private boolean stillGrantable(Invitation invitation) {
        Grant grant = invitation.grant();
        return employer.find(invitation.invitedBy()).isPresent()
                && granting.place(grant.node())
                        .filter(place ->
                                granting.grantable(invitation.invitedBy(), place)
                                        .contains(grant.role()))
                        .isPresent();
    }

    /** Grants a member of staff what the link offers; refuses (404) one that no longer holds. */
    @Transactional
    public void accept(Viewer.Staff staff, String token) {
        Invitation invitation = find(token).orElseThrow(Invitations::gone);
        if (!store.accept(invitation.id(), staff.id(), times.now())) {
            throw gone();
        }
        String node = invitation.grant().node();
        audit.note(staff, "invitation.accepted", invitation.id().toString(), node);
        employer.find(invitation.invitedBy())
                .ifPresent(by -> granting.give(by, staff.id(), invitation.grant()));
    }

    /** Makes an account and grants it what the link offers; empty where the login is taken. */
    @Transactional
    public Optional<Viewer.Staff> accept(String token, String login, String password) {
        Invitation invitation = find(token).orElseThrow(Invitations::gone);
        Optional<StaffId> made = employer.enter(login, invitation.name(), password);
        Optional<Viewer.Staff> staff = made.flatMap(employer::find);
        staff.ifPresent(it -> accept(it, token));
        return staff;
    }

    /** Forgets whom invitations named that are long over, at most so many; returns how many. */
    int forget(int most) {
        return store.forget(times.now().minus(NAMES_KEPT), most);
    }

    static Refusal gone() {
        return new Refusal(Problem.notFound("identity.problem.invitation-gone"));
    }

    private String hash(String token) {
        return secrets.hash(PURPOSE, token);
    }
}
