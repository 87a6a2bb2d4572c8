package org.jiaxue.identity;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
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

    /** How many guardians can be asked for at once. */
    public static final int MOST_AT_ONCE = 10_000;

    private static final int LONGEST_NAME = 50;

    private final GuardianStore guardians;
    private final Children children;
    private final Consents consents;
    private final Employer employer;
    private final Tokens tokens;
    private final Regions regions;
    private final Secrets secrets;
    private final Seal seal;
    private final Audit audit;
    private final Times times;

    People(
            GuardianStore guardians,
            Children children,
            Consents consents,
            Employer employer,
            Tokens tokens,
            Regions regions,
            Secrets secrets,
            Audit audit,
            Times times) {
        this.guardians = guardians;
        this.children = children;
        this.consents = consents;
        this.employer = employer;
        this.tokens = tokens;
        this.regions = regions;
        this.secrets = secrets;
        this.seal = secrets.seal("identity.seal");
        this.audit = audit;
        this.times = times;
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
        return Optional.ofNullable(guardians.households(List.of(id)).get(id))
                .orElseThrow(() -> new Refusal(Problem.notFound("identity.problem.no-guardian")));
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

    /** A guardian who came in by their phone, and whether they are new. */
    record Arrival(GuardianId guardian, boolean fresh) {}

    /** The guardian of a phone; one who is new lives in the division until they say where. */
    @Transactional
    Arrival arrive(Phone phone, String division) {
        Optional<GuardianId> known =
                guardians.byPhone(secrets.hash("identity.phone", phone.digits()));
        return known.map(it -> new Arrival(it, false))
                .orElseGet(() -> new Arrival(register(phone, division), true));
    }

    /** The guardian of a phone, made where there is none yet, living in a division. */
    @Transactional
    public GuardianId register(Phone phone, String division) {
        return register(phone, "", division);
    }

    /** As {@link #register(Phone, String)}, with the name that the guardian gave. */
    @Transactional
    public GuardianId register(Phone phone, String name, String division) {
        String known = requireDivision(division);
        String shown = name.strip();
        if (shown.length() > LONGEST_NAME) {
            throw new Refusal(
                    Problem.unprocessable("identity.problem.name-too-long", LONGEST_NAME));
        }
        GuardianId fresh = new GuardianId(Ids.next());
        GuardianId owner = guardians.claim(secrets.hash("identity.phone", phone.digits()), fresh);
        if (owner.equals(fresh)) {
            @Nullable String sealedName =
                    shown.isEmpty() ? null : seal.close(shown, "name:" + fresh);
            guardians.add(
                    new GuardianStore.Row(
                            fresh, known, seal.close(phone.digits(), "phone:" + fresh), sealedName),
                    times.now());
            audit.note(guardian(fresh), "guardian.joined", fresh.toString());
        }
        return owner;
    }

    /** Says where a guardian lives from now on. */
    @Transactional
    public void move(GuardianId id, String division) {
        if (!guardians.move(id, requireDivision(division))) {
            throw new Refusal(Problem.notFound("identity.problem.no-guardian"));
        }
    }

    /** The guardian's phone with its middle hidden. */
    public String maskedPhone(GuardianId id) {
        return guardians
                .find(id)
                .map(it -> seal.openText(it.phone(), "phone:" + id).orElseThrow())
                .map(it -> new Phone(it).toString())
                .orElseThrow(() -> new Refusal(Problem.notFound("identity.problem.no-guardian")));
    }

    /** The name a guardian gave, if they gave one. */
    public Optional<String> nameOf(GuardianId id) {
        return guardians
                .find(id)
                .flatMap(it -> Optional.ofNullable(it.name()))
                .map(it -> seal.openText(it, "name:" + id).orElseThrow());
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

    /** Adds a child together with the consent that it needs, or neither. */
    @Transactional
    UUID addChildAgreeing(
            GuardianId id, YearMonth birthMonth, @Nullable Stage stage, boolean agrees) {
        if (agrees) {
            consents.say(id, Purpose.CHILDREN, true);
        }
        return addChild(id, birthMonth, stage);
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

    static Viewer.Guardian guardian(GuardianId id) {
        return new Viewer.Guardian(id, EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ));
    }

    private String requireDivision(String division) {
        return regions.find(division)
                .orElseThrow(
                        () -> new Refusal(Problem.unprocessable("identity.problem.no-division")))
                .code();
    }
}
