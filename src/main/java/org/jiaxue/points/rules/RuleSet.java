package org.jiaxue.points.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.learning.EventKind;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a division from a day on.
 *
 * @param division a code; rules hold for it and all below that have none of their own
 * @param version rises with every change; 0 where there are no rules
 * @param template whether these are defaults and must not be presented as official
 * @param dayCap the most points of a day, all kinds together
 * @param weekCap the most points of a week from Monday to Sunday
 */
public record RuleSet(
        String division,
        int version,
        LocalDate from,
        Words name,
        boolean template,
        Map<EventKind, Rule> rules,
        int dayCap,
        int weekCap,
        Sentences sentences) {

    /**
     * What one kind of event is worth. A condition in CEL will have its place here; until it is
     * evaluated a rule file that has one is refused.
     *
     * @param once the group within which one cause is credited once, by the better rule
     * @param did what the guardian did, with {@code {title}}
     * @param why the reason when all is credited, with {@code {points}}
     */
    public record Rule(
            EventKind kind, int points, String once, @Nullable Cap cap, Words did, Words why) {

        private Rule silent() {
            return new Rule(kind, points, once, cap, UNSAID, UNSAID);
        }
    }

    private static final Words UNSAID = new Words("", "");

    /** The most points of one kind in a period. */
    record Cap(int points, Period period) {}

    /** A span of days within which points are capped. */
    public enum Period {
        DAY,
        WEEK,
        MONTH;

        /** The first day of the period that the day lies in. */
        public LocalDate startOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }
    }

    /** Where no rules are in force: everything is learned, nothing is credited. */
    static RuleSet none() {
        return new RuleSet(
                "",
                0,
                LocalDate.EPOCH,
                new Words("还没有积分规则", "No points rules yet"),
                true,
                Map.of(),
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Sentences.none());
    }

    /** Whether every event is credited alike under both; their words may differ. */
    boolean creditsAs(RuleSet other) {
        return silent().equals(other.silent());
    }

    private RuleSet silent() {
        Map<EventKind, Rule> silent = new EnumMap<>(EventKind.class);
        rules.forEach((kind, rule) -> silent.put(kind, rule.silent()));
        return new RuleSet(
                division,
                version,
                from,
                UNSAID,
                template,
                silent,
                dayCap,
                weekCap,
                Sentences.none());
    }

    public Optional<Rule> rule(EventKind kind) {
        return Optional.ofNullable(rules.get(kind));
    }

    /** What a guardian did, of this kind and with what is called so. */
    public Words did(EventKind kind, Words title) {
        return sentences.did(this, kind, title);
    }

    /** The group within which a cause of this kind is credited once. */
    public String once(EventKind kind) {
        return rule(kind).map(Rule::once).orElse(kind.slug());
    }
}
