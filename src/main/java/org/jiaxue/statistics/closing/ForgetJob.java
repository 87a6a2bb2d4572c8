package org.jiaxue.statistics.closing;

import java.time.Duration;
import java.util.List;
import org.jiaxue.statistics.Period;
import org.jiaxue.web.Recurring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes the facts that lead to nobody any more, once no figure is counted from them. */
@Component
class ForgetJob implements Recurring {

    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final ClosingStore closings;

    ForgetJob(JdbcClient jdbc, ClosingStore closings) {
        this.jdbc = jdbc;
        this.closings = closings;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("statistics.forget", FIRST, EVERY, this::forget));
    }

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
