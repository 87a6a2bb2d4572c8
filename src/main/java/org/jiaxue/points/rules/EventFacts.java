package org.jiaxue.points.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.cel.Facts;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.web.Term;
import org.jspecify.annotations.Nullable;

/** What the names of a rule's condition stand for at an event. */
public record EventFacts(LearningEvent event, LocalDate day, ZoneId zone) implements Facts {

    private static final long SECONDS_A_MINUTE = 60;

    @Override
    public Object valueOf(String name) {
        return switch (name) {
            case "content.stage" -> event.subject().stage().slug();
            case "content.topic" -> event.subject().topic();
            case "content.minutes" ->
                    (event.subject().seconds() + SECONDS_A_MINUTE - 1) / SECONDS_A_MINUTE;
            case "content.from" -> months(event.subject().ages(), true);
            case "content.to" -> months(event.subject().ages(), false);
            case "guardian.stage" -> stage(event.setting().guardianStage());
            case "event.date" -> day.toString();
            case "event.month" -> (long) day.getMonthValue();
            case "event.weekday" -> (long) day.getDayOfWeek().getValue();
            case "event.hour" -> (long) event.occurredAt().atZone(zone).getHour();
            case "period.half" -> Term.of(day).half().name().toLowerCase(Locale.ROOT);
            case "period.week" -> week();
            case "place.division" -> event.division();
            default -> throw new IllegalArgumentException("Not a name of rules: " + name);
        };
    }

    private static long months(@Nullable Ages ages, boolean from) {
        if (ages == null) {
            return -1;
        }
        return from ? ages.from() : ages.to();
    }

    private static String stage(@Nullable Stage stage) {
        return stage == null ? "" : stage.slug();
    }

    private long week() {
        LocalDate first = Period.WEEK.startOf(Term.of(day).first());
        return ChronoUnit.WEEKS.between(first, day) + 1;
    }
}
