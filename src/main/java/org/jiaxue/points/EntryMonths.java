package org.jiaxue.points;

import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.MonthParts;
import org.jiaxue.web.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to the months of the ledger. */
@Component
class EntryMonths extends MonthParts {

    EntryMonths(JdbcClient jdbc, DatabaseClock clock, Times times) {
        super(
                "points.months",
                new Asking(
                        "select points.make_months(:first, :months)",
                        "select points.make_months_of(:least)"),
                jdbc,
                clock,
                times);
    }
}
