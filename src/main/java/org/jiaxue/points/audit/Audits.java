package org.jiaxue.points.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.points.LedgerCheck;
import org.jiaxue.points.audit.LedgerReading.Range;
import org.jiaxue.points.audit.RunStore.Run;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks the whole ledger once a night, some guardians a transaction. How far it has come is kept
 * with what it found, so whichever process goes on goes on from there.
 */
@Component
class Audits implements LedgerCheck {

    /** From when on a night's check is due, in the region's zone. */
    static final LocalTime DUE = LocalTime.of(2, 0);

    /** The ledgers of so many accounts are checked in one transaction. */
    static final int CHUNK = 500;

    /** So many findings of a check are kept; the others are counted. */
    static final int MOST_KEPT = 200;

    private static final Period FINDINGS_KEPT = Period.ofDays(90);
    private static final Period RUNS_KEPT = Period.ofDays(400);
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final Logger LOG = LoggerFactory.getLogger(Audits.class);

    private final RunStore runs;
    private final LedgerReading ledger;
    private final Checking checking;
    private final DatabaseClock clock;
    private final Times times;
    private final TransactionTemplate transaction;

    Audits(
            RunStore runs,
            LedgerReading ledger,
            Checking checking,
            DatabaseClock clock,
            Times times,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.ledger = ledger;
        this.checking = checking;
        this.clock = clock;
        this.times = times;
        this.transaction = transaction;
    }

    private enum Step {
        NOTHING,
        MORE,
        LAST
    }

    /** Checks what is due, to the end of the ledger. */
    @Transactional(propagation = Propagation.NEVER)
    public void checkDue() {
        Step step;
        do {
            step = step();
        } while (step == Step.MORE);
        if (step == Step.LAST) {
            last().ifPresent(Audits::tell);
        }
    }

    private Step step() {
        @Nullable Step step = transaction.execute(_ -> next());
        return step == null ? Step.NOTHING : step;
    }

    private Step next() {
        runs.takeLonger();
        Instant now = clock.now();
        return runs.open().or(() -> begin(now)).map(run -> advance(run, now)).orElse(Step.NOTHING);
    }

    private Optional<Run> begin(Instant now) {
        LocalDate night = nightOf(now);
        if (runs.newest().filter(newest -> !newest.isBefore(night)).isPresent()) {
            return Optional.empty();
        }
        runs.forget(night.minus(FINDINGS_KEPT), night.minus(RUNS_KEPT));
        return runs.begin(Ids.next(), night, now);
    }

    private LocalDate nightOf(Instant now) {
        LocalDate today = times.dayOf(now);
        return now.atZone(times.zone()).toLocalTime().isBefore(DUE) ? today.minusDays(1) : today;
    }

    /** Checks the next guardians. */
    private Step advance(Run run, Instant now) {
        UUID after = run.upTo() == null ? FIRST : run.upTo();
        Optional<UUID> upTo = ledger.guardian(after, CHUNK);
        Checking.Checked checked = checking.check(new Range(after, upTo.orElse(LAST)));
        long number = run.findings();
        for (Finding finding : checked.findings()) {
            if (++number <= MOST_KEPT) {
                runs.keep(run, number, finding);
            }
        }
        runs.advance(
                new Run(
                        run.id(),
                        run.night(),
                        upTo.orElse(null),
                        run.accounts() + checked.accounts(),
                        run.entries() + checked.entries(),
                        number),
                upTo.isPresent() ? null : now);
        return upTo.isPresent() ? Step.MORE : Step.LAST;
    }

    private static void tell(Checked last) {
        if (last.findings() > 0) {
            LOG.error(
                    "ledger does not add up findings={} accounts={} entries={}",
                    last.findings(),
                    last.accounts(),
                    last.entries());
        } else {
            LOG.info(
                    "ledger checked findings=0 accounts={} entries={}",
                    last.accounts(),
                    last.entries());
        }
    }

    @Override
    public Optional<Checked> last() {
        return ended(1).stream().map(RunStore.Ended::checked).findFirst();
    }

    /** The newest checks that came to their end. */
    List<RunStore.Ended> ended(int most) {
        return runs.ended(most);
    }

    /** What is kept of a check's findings, at most {@link #MOST_KEPT}. */
    List<Finding> findings(UUID run) {
        return runs.findings(run);
    }
}
