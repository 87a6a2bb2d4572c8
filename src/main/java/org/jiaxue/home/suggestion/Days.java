package org.jiaxue.home.suggestion;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.jiaxue.web.Term;

/** Today, and the days on which some cap begins anew. */
record Days(Instant now, ZoneId zone) {

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** Today and then the first days of the next day, week, month and term, in order. */
    List<LocalDate> all() {
        LocalDate today = today();
        return Stream.of(
                        today,
                        today.plusDays(1),
                        today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)),
                        today.with(TemporalAdjusters.firstDayOfNextMonth()),
                        Term.of(today).after().first())
                .sorted()
                .distinct()
                .toList();
    }

    /** The day of a moment. */
    LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
