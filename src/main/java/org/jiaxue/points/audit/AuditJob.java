package org.jiaxue.points.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiaxue.points.LedgerCheck.Checked;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Recurring;
import org.jiaxue.web.Settings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the ledger checked soon after a night's check is due, and says how the last one came out: to
 * Prometheus, and in each node's directory for {@code doctor}. No start waits for it.
 */
@Component
class AuditJob implements MeterBinder, Recurring {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Audits audits;
    private final DatabaseClock clock;
    private final Settings settings;

    AuditJob(Audits audits, DatabaseClock clock, Settings settings) {
        this.audits = audits;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("points.audit", SOON, EVERY, this::check));
    }

    void check() {
        audits.checkDue();
        leave();
    }

    /** At every node, whichever of them has checked: each has a directory of its own. */
    @Scheduled(initialDelay = 4, fixedRate = 10, timeUnit = TimeUnit.MINUTES)
    void leave() {
        audits.last().ifPresent(last -> last.leave(settings.data()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("jiaxue.ledger.findings", this, AuditJob::findings)
                .description("faults that the last check of the ledger found")
                .register(registry);
        Gauge.builder("jiaxue.ledger.checked", this, AuditJob::age)
                .baseUnit("seconds")
                .description("time since the ledger was last checked to its end")
                .register(registry);
    }

    private double findings() {
        return audits.last().map(Checked::findings).orElse(0L);
    }

    /** No number before the first check. */
    private double age() {
        return audits.last()
                .map(last -> (double) Duration.between(last.at(), clock.now()).toSeconds())
                .orElse(Double.NaN);
    }
}
