package org.jiaxue.points.rerun;

import java.util.Objects;
import java.util.UUID;
import org.jiaxue.identity.Audit;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs as officers begin and cancel them; both are noted in the same transaction. */
@Component
class Orders {

    private final Reruns reruns;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Orders(Reruns reruns, Audit audit, TransactionTemplate transactions) {
        this.reruns = reruns;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Begins a run, once for each id: a second press finds what the first has begun.
     *
     * @param ruleSet whose rules were chosen and which version, as {@code 330102@2}
     * @return false where another is running
     */
    boolean begin(Viewer.Staff by, UUID run, Scope scope, String ruleSet) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    boolean begun = reruns.begin(run, scope, by.id().value(), ruleSet);
                    if (begun) {
                        String node = scope.owner().node();
                        audit.note(by, "rerun.begun", run.toString(), node);
                    }
                    return begun || reruns.find(run).isPresent();
                }));
    }

    /** Cancels a run; nothing is done about one that has ended. */
    void cancel(Viewer.Staff by, Rerun run) {
        transactions.executeWithoutResult(_ -> {
            if (reruns.cancel(run.id())) {
                String node = run.owner().node();
                audit.note(by, "rerun.cancelled", run.id().toString(), node);
            }
        });
    }
}
