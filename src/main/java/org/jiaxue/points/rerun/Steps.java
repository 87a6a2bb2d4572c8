package org.jiaxue.points.rerun;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.points.Resettling;
import org.jiaxue.points.Resettling.Read;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.Resettling.Written;
import org.jiaxue.points.rerun.RerunStore.Looked;
import org.jiaxue.points.rerun.RerunStore.Part;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of a run. Many ledgers are read and written together; only where that failed, one after
 * the other, so that a ledger which cannot be computed is left out, counted with the reason, and
 * stops nobody else's. A database that does not answer is no such reason: it ends the work, which
 * is gone on with later.
 */
@Component
class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    /**
     * How many guardians are read in one step. What is read of them lives as long as the step, and
     * with more of them outlives what a small heap has for what is short-lived.
     */
    private static final int GUARDIANS_A_STEP = 50;

    private static final String HOUSE = "org.jiaxue.";

    private final RerunStore store;
    private final CountyStore came;
    private final FailureStore failures;
    private final Resettling resettling;
    private final TransactionTemplate transactions;

    Steps(
            RerunStore store,
            CountyStore came,
            FailureStore failures,
            Resettling resettling,
            TransactionTemplate transactions) {
        this.store = store;
        this.came = came;
        this.failures = failures;
        this.resettling = resettling;
        this.transactions = transactions;
    }

    /** The next step of a part; null where it is no longer this worker's. */
    @Nullable Part step(Part part, Scope scope, UUID worker) {
        try {
            return move(part, part.upTo(), scope, worker);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "re-run goes one by one run={} slice={} guardians={}",
                    part.run(),
                    part.slice(),
                    GUARDIANS_A_STEP,
                    failed);
            List<GuardianId> next = resettling.next(part.cursor(), part.upTo(), GUARDIANS_A_STEP);
            if (next.isEmpty()) {
                throw failed;
            }
            return oneByOne(part, next, scope, worker);
        }
    }

    private @Nullable Part oneByOne(Part part, List<GuardianId> next, Scope scope, UUID worker) {
        Part now = part;
        for (GuardianId guardian : next) {
            GuardianId before = guardian.previous();
            if (now != null && !now.cursor().equals(before)) {
                now = alone(now, before, scope, worker);
            }
            if (now != null) {
                now = alone(now, guardian, scope, worker);
            }
        }
        return now;
    }

    /** Up to a guardian, who is left out if that is what it takes. */
    private @Nullable Part alone(Part part, GuardianId upTo, Scope scope, UUID worker) {
        try {
            return move(part, upTo, scope, worker);
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException unanswered) {
            throw unanswered;
        } catch (RuntimeException failed) {
            String reason = reason(failed);
            LOG.warn("re-run left out run={} guardian={} reason={}", part.run(), upTo, reason);
            boolean moved =
                    Boolean.TRUE.equals(
                            transactions.execute(_ -> {
                                boolean own = store.advance(part, worker, upTo, Looked.LEFT_OUT);
                                if (own) {
                                    failures.add(part.run(), reason);
                                }
                                return own;
                            }));
            return moved ? at(part, upTo) : null;
        }
    }

    /**
     * The kind of the fault and where it arose; no message, which might hold what is somebody's.
     */
    private static String reason(RuntimeException failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StringBuilder reason = new StringBuilder(root.getClass().getSimpleName());
        if (root instanceof SQLException refused) {
            reason.append(' ').append(refused.getSQLState());
        }
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith(HOUSE)) {
                String name = frame.getClassName();
                reason.append(", ").append(name.substring(name.lastIndexOf('.') + 1));
                reason.append(':').append(frame.getLineNumber());
                break;
            }
        }
        return reason.toString();
    }

    /** Moves a part on, up to a guardian at most, in one transaction with all that it writes. */
    private @Nullable Part move(Part part, GuardianId last, Scope scope, UUID worker) {
        Read read = resettling.read(scope, part.cursor(), last, GUARDIANS_A_STEP);
        boolean moved =
                Boolean.TRUE.equals(
                        transactions.execute(status -> {
                            List<Written> written = resettling.write(read);
                            boolean own =
                                    store.advance(part, worker, read.upTo(), looked(read, written));
                            if (own) {
                                counties(written).forEach(it -> came.add(part.run(), it));
                            } else {
                                status.setRollbackOnly();
                            }
                            return own;
                        }));
        return moved ? at(part, read.upTo()) : null;
    }

    private static Part at(Part part, GuardianId cursor) {
        return new Part(part.run(), part.slice(), cursor, part.upTo());
    }

    private static Looked looked(Read read, List<Written> written) {
        return new Looked(
                read.versions().size(),
                read.events(),
                read.unfit(),
                Math.max(0, read.guardians() - read.unfit() - written.size()),
                written.stream().filter(Written::risen).count(),
                0);
    }

    private static List<Rerun.County> counties(List<Written> written) {
        Map<String, long[]> sums = new HashMap<>();
        for (Written one : written) {
            long[] sum = sums.computeIfAbsent(Reruns.county(one.division()), _ -> new long[4]);
            if (one.gained() > 0) {
                sum[0]++;
                sum[1] += one.gained();
            }
            if (one.stayed() > 0) {
                sum[2]++;
                sum[3] += one.stayed();
            }
        }
        return sums.entrySet().stream()
                .map(it -> {
                    long[] sum = it.getValue();
                    return new Rerun.County(it.getKey(), sum[0], sum[1], sum[2], sum[3], 0);
                })
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }
}
