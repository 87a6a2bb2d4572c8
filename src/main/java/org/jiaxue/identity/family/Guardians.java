package org.jiaxue.identity.family;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.Phone;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guardians: whose a phone is, where they live, and what of them is kept sealed. */
@Component
public class Guardians {

    static final int LONGEST_NAME = 50;

    private final GuardianStore store;
    private final HeldGuardians held;
    private final NumberWaitStore waits;
    private final Regions regions;
    private final Secrets secrets;
    private final Seal seal;
    private final Audit audit;
    private final Times times;

    Guardians(
            GuardianStore store,
            HeldGuardians held,
            NumberWaitStore waits,
            Regions regions,
            Secrets secrets,
            Audit audit,
            Times times) {
        this.store = store;
        this.held = held;
        this.waits = waits;
        this.regions = regions;
        this.secrets = secrets;
        this.seal = secrets.seal("identity.seal");
        this.audit = audit;
        this.times = times;
    }

    /** A guardian who came in by their phone, and whether they are new. */
    public record Arrival(GuardianId guardian, boolean fresh) {}

    /** The guardian of a phone; one who is new lives in the province until they say where. */
    @Transactional
    public Arrival arrive(Phone phone) {
        String province = regions.home().code();
        return store.byPhone(hashOf(phone))
                .map(known -> new Arrival(known, false))
                .orElseGet(() -> new Arrival(register(phone, "", province), true));
    }

    /** The guardian of a phone, made where there is none yet; within the caller's transaction. */
    public GuardianId register(Phone phone, String name, String division) {
        String known = requireDivision(division);
        String shown = named(name);
        GuardianId fresh = new GuardianId(Ids.next());
        GuardianId owner = store.claim(hashOf(phone), fresh);
        if (owner.equals(fresh)) {
            @Nullable String sealedName =
                    shown.isEmpty() ? null : seal.close(shown, "name:" + fresh);
            store.add(
                    new GuardianStore.Row(
                            fresh, known, seal.close(phone.digits(), "phone:" + fresh), sealedName),
                    times.now());
            audit.note(Viewer.Guardian.inPerson(fresh), "guardian.joined", fresh.toString());
        }
        return owner;
    }

    public Map<GuardianId, Household> households(Collection<GuardianId> ids) {
        return store.households(ids);
    }

    /** The household of one guardian; refuses an unknown one with 404. */
    public Household household(GuardianId id) {
        return Optional.ofNullable(store.households(List.of(id)).get(id))
                .orElseThrow(Guardians::unknown);
    }

    /** Those who are here, each held against an erasure until the caller's transaction ends. */
    public Set<GuardianId> hereUntilCommit(Collection<GuardianId> ids) {
        return Set.copyOf(held.hold(ids).keySet());
    }

    /** Those who may be recorded, each held against a withdrawal until the transaction ends. */
    public Set<GuardianId> mayRecordUntilCommit(Collection<GuardianId> ids) {
        return held.hold(ids).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Map<String, Long> countByDivision(String division, int digits) {
        return store.countByDivision(division, digits);
    }

    public List<GuardianId> in(String division, GuardianId after, int most) {
        return store.in(division, after, most);
    }

    public void move(GuardianId id, String division) {
        if (!store.move(id, requireDivision(division))) {
            throw unknown();
        }
    }

    /** The guardian's phone with its middle hidden. */
    public String maskedPhone(GuardianId id) {
        return phoneOf(id).toString();
    }

    /** The guardian's phone; refuses an unknown one with 404. */
    public Phone phoneOf(GuardianId id) {
        return store.find(id)
                .map(it -> seal.openText(it.phone(), "phone:" + id).orElseThrow())
                .map(Phone::new)
                .orElseThrow(Guardians::unknown);
    }

    /** Calls the guardian so from now on; nothing when it is blank. */
    @Transactional
    public void rename(GuardianId id, String name) {
        String shown = named(name);
        if (!store.rename(id, shown.isEmpty() ? null : seal.close(shown, "name:" + id))) {
            throw unknown();
        }
        audit.note(Viewer.Guardian.inPerson(id), "guardian.renamed", id.toString());
    }

    /**
     * Gives the guardian another phone, and ends a change that waits; false where the phone is
     * somebody's already. The row is locked before the phone is claimed, as an erasure does it.
     */
    @Transactional
    public boolean changePhone(GuardianId id, Phone phone) {
        store.lockAndCountChildren(id);
        Phone before = phoneOf(id);
        if (!before.equals(phone) && !store.claim(hashOf(phone), id).equals(id)) {
            return false;
        }
        waits.remove(id);
        if (before.equals(phone)) {
            return true;
        }
        store.letGo(hashOf(before), id);
        store.reseal(id, seal.close(phone.digits(), "phone:" + id));
        audit.note(Viewer.Guardian.inPerson(id), "guardian.phone-changed", id.toString());
        return true;
    }

    public Optional<String> nameOf(GuardianId id) {
        return store.find(id)
                .flatMap(it -> Optional.ofNullable(it.name()))
                .map(it -> seal.openText(it, "name:" + id).orElseThrow());
    }

    /** The hash under which a phone is looked up. */
    public String hashOf(Phone phone) {
        return secrets.hash("identity.phone", phone.digits());
    }

    private static String named(String name) {
        String shown = name.strip();
        if (shown.length() > LONGEST_NAME) {
            throw new Refusal(
                    Problem.unprocessable("identity.problem.name-too-long", LONGEST_NAME));
        }
        return shown;
    }

    private String requireDivision(String division) {
        return regions.find(division)
                .orElseThrow(
                        () -> new Refusal(Problem.unprocessable("identity.problem.no-division")))
                .code();
    }

    private static Refusal unknown() {
        return new Refusal(Problem.notFound("identity.problem.no-guardian"));
    }
}
