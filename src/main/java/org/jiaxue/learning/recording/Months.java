package org.jiaxue.learning.recording;

import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.MonthParts;
import org.jiaxue.web.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to the months of learning events. */
@Component
class Months extends MonthParts {

    Months(JdbcClient jdbc, DatabaseClock clock, Times times) {
        super(
                "learning.months",
                new Asking(
                        "select learning.make_months(:first, :months)",
                        "select learning.make_months_of(:least)"),
                jdbc,
                clock,
                times);
    }
}
