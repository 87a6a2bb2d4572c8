package org.jiaxue.archive;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One guardian's months that lie in files, for those who need them. What cannot be read is refused
 * in words for the guardian, and named in the log for those who run the house; nothing is ever
 * taken to be empty.
 */
@Component
public class OwnMonths {

    /** Readings that lend months at once in this process. */
    static final int MOST_AT_ONCE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(OwnMonths.class);

    private static final Duration COME_BACK = Duration.ofSeconds(20);
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(10);

    private final List<Monthly> tables;
    private final MonthStore store;
    private final Stacks stacks;
    private final Volumes volumes;
    private final TransactionTemplate apart;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    OwnMonths(
            List<Monthly> tables,
            MonthStore store,
            Stacks stacks,
            Volumes volumes,
            PlatformTransactionManager transactions) {
        this.tables = Monthly.comingBack(tables);
        this.store = store;
        this.stacks = stacks;
        this.volumes = volumes;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Those of one table, the latest first. */
    public List<YearMonth> of(GuardianId guardian, String name) {
        return table(name).away(guardian).stream().sorted(Comparator.reverseOrder()).toList();
    }

    private Monthly table(String name) {
        return tables.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    /**
     * Answers what a reading finds that brings months, and leaves everything as it was. Meanwhile
     * no month is put away.
     *
     * @throws Refusal with 503 while {@link #MOST_AT_ONCE} others read
     */
    public <T> T lent(Supplier<T> reading) {
        if (!places.tryAcquire()) {
            throw later("archive.problem.many", COME_BACK);
        }
        try {
            return Objects.requireNonNull(
                    apart.execute(status -> {
                        status.setRollbackOnly();
                        store.read();
                        return reading.get();
                    }));
        } finally {
            places.release();
        }
    }

    /**
     * Brings a month of one table back, in the caller's transaction, for a reading that is rolled
     * back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bring(GuardianId guardian, String name, YearMonth month) {
        store.read();
        bring(table(name), guardian, month);
    }

    /** Brings all tables' months from one on back, in the caller's transaction, for good. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bringFrom(GuardianId guardian, YearMonth first) {
        store.read();
        bringEach(guardian, first);
    }

    /**
     * The same with all months, for a reading that is rolled back. A transaction that sees one
     * moment sees no month that was put away since, neither here nor there; it is refused then, and
     * is to be tried again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bringAll(GuardianId guardian) {
        store.read();
        List<MonthStore.Away> seen = store.all();
        List<MonthStore.Away> now = Objects.requireNonNull(apart.execute(_ -> store.all()));
        if (!seen.equals(now)) {
            throw later("archive.problem.moving", COME_BACK);
        }
        bringEach(guardian, null);
    }

    /** Table by table in a month, so that what others are about is there before them. */
    private void bringEach(GuardianId guardian, @Nullable YearMonth first) {
        Set<YearMonth> months = new TreeSet<>();
        tables.forEach(it -> months.addAll(it.away(guardian)));
        months.stream()
                .filter(it -> first == null || !it.isBefore(first))
                .forEach(month -> tables.forEach(it -> bring(it, guardian, month)));
    }

    /** The lock of the files comes before those of the rows, as for all who take both. */
    private void bring(Monthly table, GuardianId guardian, YearMonth month) {
        store.read(table.name(), month);
        if (table.callBack(month, guardian)) {
            table.putBack(lines(table.name(), guardian, month));
        }
    }

    private List<String> lines(String name, GuardianId guardian, YearMonth month) {
        try {
            Manifest manifest = stacks.counted(name, month, store.edition(name, month));
            List<String> lines =
                    manifest.files().stream()
                            .filter(it -> it.covers(guardian))
                            .flatMap(
                                    it -> volumes.of(stacks.of(name, month), it, guardian).stream())
                            .toList();
            if (lines.isEmpty()) {
                throw stacks.incomplete(name, month);
            }
            return lines;
        } catch (Refusal unread) {
            LOG.error(
                    "older records cannot be read guardian={} code={} about={}",
                    guardian,
                    unread.problem().code(),
                    unread.problem().args());
            throw later("archive.problem.unread", UNTIL_MENDED);
        }
    }

    private static Refusal later(String key, Duration wait) {
        return new Refusal(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, key).retryAfter(wait));
    }
}
