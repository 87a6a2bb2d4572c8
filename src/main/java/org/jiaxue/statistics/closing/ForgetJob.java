package org.jiaxue.statistics.closing;

import java.util.concurrent.TimeUnit;
import org.jiaxue.statistics.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes the facts that lead to nobody any more, once no figure is counted from them. */
@Component
class ForgetJob {

    private final JdbcClient jdbc;
    private final ClosingStore closings;

    ForgetJob(JdbcClient jdbc, ClosingStore closings) {
        this.jdbc = jdbc;
        this.closings = closings;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void forget() {
        closings.closed()
                .map(closed -> Period.weekOf(closed.last().plusWeeks(1)).term())
                .ifPresent(open ->
                        jdbc.sql(
                                        """
                                        delete from statistics.fact
                                        where cause like 'nobody:%' and week < :from
                                        """)
                                .param("from", Period.of(open).from())
                                .update());
    }
}
