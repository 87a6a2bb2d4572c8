package org.jiaxue.points.draft;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jiaxue.identity.Audit;
import org.jiaxue.points.rules.Judgement;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drafts on their way: written, looked at, approved by somebody who has not written in them, or
 * refused with words. Who may do what where is for the caller to ask.
 */
@Component
public class Drafts {

    /** The most drafts of one place, and of those below that wait, that are shown at once. */
    public static final int MOST = 100;

    private final DraftStore store;
    private final Rules rules;
    private final Audit audit;
    private final Times times;
    private final TransactionTemplate transaction;

    Drafts(
            DraftStore store,
            Rules rules,
            Audit audit,
            Times times,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.times = times;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins a draft.
     *
     * @param text its file, which can be read
     */
    public UUID begin(Viewer.Staff by, String text) {
        Owner owner = RuleFile.read("draft.yaml", text).owner();
        UUID id = Ids.next();
        transaction.executeWithoutResult(_ -> {
            store.add(id, owner, text, by.id(), times.now());
            note(by, "rules.drafted", id, owner);
        });
        return id;
    }

    /** Writes another text; false if somebody edited or decided it since this edition. */
    public boolean edit(Viewer.Staff by, Draft seen, int edition, String text) {
        return noted(
                by,
                "rules.edited",
                seen,
                () -> store.edit(seen.id(), edition, text, by.id(), times.now()));
    }

    /** Says that this edition was looked at; false as with {@link #edit}. */
    public boolean preview(Viewer.Staff by, Draft seen, int edition) {
        return noted(by, "rules.previewed", seen, () -> store.preview(seen.id(), edition));
    }

    /**
     * Gives it back with words; false as with {@link #edit}.
     *
     * @param note at most {@link Draft#MOST_NOTE} characters
     */
    public boolean refuse(Viewer.Staff by, Draft seen, int edition, String note) {
        return noted(
                by,
                "rules.refused",
                seen,
                () -> store.refuse(seen.id(), edition, by.id(), times.now(), note));
    }

    /** Puts it away; false as with {@link #edit}. */
    public boolean withdraw(Viewer.Staff by, Draft seen, int edition) {
        return noted(
                by,
                "rules.withdrawn",
                seen,
                () -> store.withdraw(seen.id(), edition, by.id(), times.now()));
    }

    private boolean noted(Viewer.Staff by, String deed, Draft draft, BooleanSupplier done) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    boolean so = done.getAsBoolean();
                    if (so) {
                        note(by, deed, draft.id(), draft.owner());
                    }
                    return so;
                }));
    }

    /**
     * Puts it in force from its first day, under the next version of its owner.
     *
     * @param ticked the keys of the doubts that were ticked
     */
    public Approval approve(Viewer.Staff by, Draft seen, int edition, Set<String> ticked) {
        try {
            return Objects.requireNonNull(
                    transaction.execute(status -> {
                        Approval approval = decide(by, seen.id(), edition, ticked);
                        if (!(approval instanceof Approval.Given)) {
                            status.setRollbackOnly();
                        }
                        return approval;
                    }));
        } catch (DataIntegrityViolationException refused) {
            if (String.valueOf(refused.getMessage()).contains(DraftStore.TWO_PEOPLE)) {
                return new Approval.SamePerson();
            }
            throw refused;
        } finally {
            rules.forget();
        }
    }

    private Approval decide(Viewer.Staff by, UUID id, int edition, Set<String> ticked) {
        store.lockApprovals();
        Draft draft = store.find(id).orElseThrow();
        if (!draft.open() || !draft.ready() || draft.edition() != edition) {
            return new Approval.Overtaken();
        }
        if (draft.writtenBy(by.id())) {
            return new Approval.SamePerson();
        }
        rules.forget();
        RuleSet set = numbered(draft);
        Judgement judgement = rules.judge(set);
        if (!judgement.allowed()) {
            return new Approval.Beyond(judgement.breaches());
        }
        List<Doubt> doubts = Doubt.of(judgement, set, times.today());
        if (!doubts.stream().allMatch(it -> ticked.contains(it.key()))) {
            return new Approval.Unticked();
        }
        if (!store.approve(id, edition, by.id(), times.now(), set.version())) {
            return new Approval.Overtaken();
        }
        rules.enact(
                "drafts/" + id,
                Numbered.body(draft.body(), set.version()),
                draft.editedBy().value(),
                by.id().value());
        note(by, "rules.approved", id, draft.owner());
        return new Approval.Given(set.version());
    }

    /** The set under the version that it would get. */
    public RuleSet numbered(Draft draft) {
        int version =
                rules.book().of(draft.owner()).stream().mapToInt(RuleSet::version).max().orElse(0);
        return RuleFile.read("draft.yaml", Numbered.body(draft.body(), version + 1));
    }

    public Optional<Draft> find(UUID id) {
        return store.find(id);
    }

    /** Those of a place that are open or were refused, the last edited first. */
    public List<Draft> of(Owner owner) {
        return store.of(owner, MOST);
    }

    /** Those of places below a division that wait for an approval, the oldest first. */
    public List<Draft> waitingBelow(Owner owner) {
        return owner.school() == null ? store.waitingBelow(owner.division(), MOST) : List.of();
    }

    private void note(Viewer.Staff by, String deed, UUID id, Owner owner) {
        String node = owner.node();
        audit.note(by, deed, id.toString(), node);
    }
}
