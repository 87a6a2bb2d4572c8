package org.jiaxue.identity;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.identity.account.Leaving;
import org.jiaxue.identity.family.Children;
import org.jiaxue.identity.family.Consents;
import org.jiaxue.identity.family.Guardians;
import org.jiaxue.identity.staff.Employer;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to people: guardians with their children and consents, and staff.
 *
 * <p>Nothing that a guardian learns may be recorded before they consented to it ({@link
 * Purpose#RECORDS}), nor a child before they consented to that ({@link Purpose#CHILDREN}).
 */
@Component
public class People {

    /** How many children one guardian can add. */
    public static final int MOST_CHILDREN = 12;

    /** How many who work at one node are told of at once. */
    public static final int MOST_COLLEAGUES = 500;

    /** How many guardians can be asked for at once. */
    public static final int MOST_AT_ONCE = 10_000;

    private final Guardians guardians;
    private final Leaving leaving;
    private final Children children;
    private final Consents consents;
    private final Employer employer;
    private final Tokens tokens;

    People(
            Guardians guardians,
            Leaving leaving,
            Children children,
            Consents consents,
            Employer employer,
            Tokens tokens) {
        this.guardians = guardians;
        this.leaving = leaving;
        this.children = children;
        this.consents = consents;
        this.employer = employer;
        this.tokens = tokens;
    }

    /** Households by guardian, at most 10,000 at once; an unknown guardian has none. */
    @Transactional(readOnly = true)
    public Map<GuardianId, Household> households(Collection<GuardianId> ids) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " guardians at once");
        }
        return ids.isEmpty() ? Map.of() : guardians.households(ids);
    }

    /** The household of one guardian; refuses an unknown one with 404. */
    public Household household(GuardianId id) {
        return guardians.household(id);
    }

    /** The code of the division a guardian lives in; refuses an unknown one with 404. */
    public String divisionOf(GuardianId id) {
        return household(id).division();
    }

    /**
     * How many guardians live in a division or below it, by the first digits of where they live.
     *
     * @param digits how many digits to tell apart; one who lives in a division with fewer is
     *     counted under that division's own code
     */
    @Transactional(readOnly = true)
    public Map<String, Long> guardiansByDivision(String division, int digits) {
        return guardians.countByDivision(division, digits);
    }

    /**
     * The guardians of a division and below it that come next, in the order of their ids.
     *
     * @param most at most {@value #MOST_AT_ONCE}
     */
    @Transactional(readOnly = true)
    public List<GuardianId> guardiansIn(String division, GuardianId after, int most) {
        return guardians.in(division, after, Math.min(most, MOST_AT_ONCE));
    }

    /**
     * Whose learning may be recorded: those whose newest word on {@link Purpose#RECORDS} is yes.
     */
    public Set<GuardianId> mayRecord(Collection<GuardianId> ids) {
        return consents.mayRecord(ids);
    }

    /**
     * Whether this guardian's learning may be recorded; where it may, a withdrawal waits until the
     * caller's transaction has ended, and then finds what that transaction began.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayRecordUntilCommit(GuardianId id) {
        return consents.mayRecordUntilCommit(id);
    }

    /** As {@link #mayRecordUntilCommit(GuardianId)}, of many, with one question for all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<GuardianId> mayRecordUntilCommit(Collection<GuardianId> ids) {
        return guardians.mayRecordUntilCommit(ids);
    }

    /**
     * Which of these guardians are still here. Their accounts cannot be erased until the caller's
     * transaction has ended, so whatever it writes about them is found by the erasure; about the
     * others nothing may be written any more. For all who write about a guardian without asking
     * {@link #mayRecordUntilCommit}, listeners above all.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<GuardianId> hereUntilCommit(Collection<GuardianId> ids) {
        return guardians.hereUntilCommit(ids);
    }

    /**
     * Whose erasure was asked for and has not come to its end, of these guardians: some rooms may
     * have removed what is theirs already and others not yet.
     *
     * @param ids at most {@value #MOST_AT_ONCE}
     */
    public Set<GuardianId> beingErased(Collection<GuardianId> ids) {
        return ids.isEmpty() ? Set.of() : leaving.among(ids);
    }

    /** The guardian of a phone, made where there is none yet, living in a division. */
    @Transactional
    public GuardianId register(Phone phone, String division) {
        return register(phone, "", division);
    }

    /** As {@link #register(Phone, String)}, with the name that the guardian gave. */
    @Transactional
    public GuardianId register(Phone phone, String name, String division) {
        return guardians.register(phone, name, division);
    }

    /** Says where a guardian lives from now on. */
    @Transactional
    public void move(GuardianId id, String division) {
        guardians.move(id, division);
    }

    /** The guardian's phone with its middle hidden. */
    public String maskedPhone(GuardianId id) {
        return guardians.maskedPhone(id);
    }

    /** The name a guardian gave, if they gave one. */
    public Optional<String> nameOf(GuardianId id) {
        return guardians.nameOf(id);
    }

    /**
     * Adds a child. Its stage is the one that its birth month suggests, from year to year. Refuses
     * (422) without the consent to keep children, beyond twelve children, and a month over ten
     * months ahead or nineteen years back.
     */
    @Transactional
    public UUID addChild(GuardianId id, YearMonth birthMonth) {
        return addChild(id, birthMonth, null);
    }

    /** As {@link #addChild(GuardianId, YearMonth)}, but in this stage where one is given. */
    @Transactional
    public UUID addChild(GuardianId id, YearMonth birthMonth, @Nullable Stage stage) {
        return children.add(id, birthMonth, stage);
    }

    /** Whether the newest word on this purpose is yes. */
    public boolean consented(GuardianId id, Purpose purpose) {
        return consents.given(id, purpose);
    }

    /** Changes a child; refuses another guardian's or an unknown one with 404. */
    @Transactional
    public void changeChild(GuardianId id, UUID child, YearMonth month, @Nullable Stage stage) {
        children.change(id, child, month, stage);
    }

    /** Removes a child; refuses another guardian's or an unknown one with 404. */
    @Transactional
    public void removeChild(GuardianId id, UUID child) {
        children.remove(id, child);
    }

    /** Gives a consent to the words in force; given already, nothing changes. */
    @Transactional
    public void giveConsent(GuardianId id, Purpose purpose) {
        consents.say(id, purpose, true);
    }

    /**
     * Withdraws a consent, which {@link ConsentWithdrawn} tells within the same transaction. For
     * {@link Purpose#RECORDS} nothing more is recorded from now on and what was recorded stays; for
     * {@link Purpose#CHILDREN} the children are removed.
     */
    @Transactional
    public void withdrawConsent(GuardianId id, Purpose purpose) {
        consents.say(id, purpose, false);
    }

    /** Consents given and withdrawn, newest first; at most 200. */
    public List<Consent> consentHistory(GuardianId id) {
        return consents.history(id);
    }

    /** A bearer token for a guardian; at most 366 days. */
    public Issued issueToken(GuardianId id, Set<Viewer.Scope> scopes, Duration lifetime) {
        return tokens.bearer(new Viewer.Guardian(id, Set.copyOf(scopes)), lifetime);
    }

    /** A bearer token for a member of staff; at most 366 days. */
    public Issued issueToken(StaffId id, Set<Viewer.Scope> scopes, Duration lifetime) {
        return tokens.bearer(new Viewer.Staff(id, "", Set.copyOf(scopes)), lifetime);
    }

    /**
     * Hires somebody, or changes who has this login: name, password and grants.
     *
     * @param login 3 to 40 characters of a–z, 0–9, dot, hyphen and underscore
     * @param password 8 to 200 characters
     */
    @Transactional
    public StaffId hire(String login, String name, String password, List<Grant> grants) {
        return employer.hire(login, name, password, grants);
    }

    /** What somebody was granted, in order of node. */
    public List<Grant> grants(StaffId id) {
        return employer.grants(id);
    }

    /** The name of a member of staff, for other staff to see; empty if there is none. */
    public Optional<String> nameOf(StaffId id) {
        return employer.nameOf(id);
    }

    /** Whether somebody has set up a second factor. */
    public boolean hasSecondFactor(StaffId id) {
        return employer.hasSecondFactor(id);
    }

    /** How many invitations to a node wait to be accepted, at most 200. */
    public int openInvitations(String node) {
        return employer.openInvitations(node);
    }

    /**
     * Who was granted a role exactly at this node, not above or below it, and has not left; in
     * order of name, at most {@value #MOST_COLLEAGUES}.
     */
    public List<Colleague> colleagues(String node) {
        return employer.colleagues(node);
    }
}
