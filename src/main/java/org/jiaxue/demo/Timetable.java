package org.jiaxue.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * When a sample term happens: whole weeks that end before today, two evenings of lessons and a
 * Saturday morning for activities each.
 */
record Timetable(List<Slot> slots) {

    static final int WEEKS = 20;
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    /** A moment at which sample people do something. */
    sealed interface Slot {

        Instant at();

        /** An evening for lessons. */
        record Evening(Instant at) implements Slot {}

        /** An activity's morning. */
        record Morning(Instant at) implements Slot {}
    }

    static Timetable before(LocalDate today, ZoneId zone) {
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS);
        List<Slot> slots = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate first = monday.plusWeeks(week);
            slots.add(new Slot.Evening(first.plusDays(1).atTime(EVENING).atZone(zone).toInstant()));
            slots.add(new Slot.Evening(first.plusDays(3).atTime(EVENING).atZone(zone).toInstant()));
            slots.add(new Slot.Morning(first.plusDays(5).atTime(MORNING).atZone(zone).toInstant()));
        }
        return new Timetable(List.copyOf(slots));
    }

    Instant begins() {
        return slots.getFirst().at();
    }
}
