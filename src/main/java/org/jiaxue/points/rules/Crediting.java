package org.jiaxue.points.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.rules.RuleSet.Period;
import org.jiaxue.web.Words;

/**
 * The arithmetic of points, for one guardian. Caps cut and never drop: a claim is credited what is
 * left of its kind's cap, then of the day's, then of the week's, in the order of occurrence. So
 * what is counted depends on the facts alone and not on the order in which they arrived.
 *
 * <p>When an earlier fact arrives late, everything from it on is gone through again. Its points may
 * then come out of a later entry's. Where that would leave the guardian with a lower total than was
 * shown before, the difference stays with the entries that lost it, as points that are kept: they
 * are in the balance, and no cap sees them. They are given back when their entry is credited again.
 */
public final class Crediting {

    private Crediting() {}

    /** What cut a claim. */
    enum Cut {
        NONE,
        UNRULED,
        ONCE,
        KIND_WEEK,
        KIND_MONTH,
        DAY,
        WEEK
    }

    /** A fact that asks for points under the rules in force when it occurred. */
    public record Claim(
            UUID event, EventKind kind, UUID cause, Instant at, LocalDate day, RuleSet rules) {}

    /**
     * What a claim is credited.
     *
     * @param full what the rule gives
     * @param points what is left of it after the caps
     * @param cap the cap that cut it; 0 if none did
     */
    public record Outcome(Claim claim, int full, int points, Cut cut, int cap) {

        /** Why so many points. */
        public Words why() {
            return claim.rules().sentences().why(this);
        }
    }

    /**
     * A claim that was credited before: what of it the caps see, and what is kept beside them.
     *
     * @param held what the caps see and the balance does not, since it waits for a person
     */
    public record Line(UUID entry, Claim claim, int counted, int kept, int held) {}

    /** How a line changes, as differences; at least one is not 0. */
    public record Change(Line line, Outcome outcome, int counted, int kept, int held) {

        int points() {
            return line.counted() + line.kept() + line.held() + counted + kept + held;
        }

        /** Why an entry changed after an earlier fact arrived later. */
        public Words why() {
            return outcome.claim().rules().sentences().corrected(this);
        }
    }

    /** What new claims come to, in order of occurrence, and what they change. */
    public record Settled(List<Outcome> fresh, List<Change> changes) {}

    /** By occurrence; what occurred at once goes by id, as the database orders ids. */
    static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::at).thenComparing(Claim::event, Crediting::compareUnsigned);

    private static int compareUnsigned(UUID one, UUID other) {
        int high =
                Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /**
     * Credits claims in order of occurrence after what was credited before them. What was refused
     * gets nothing and leaves everything to the others.
     */
    static List<Outcome> credit(
            Tally before, Collection<Claim> claims, Map<UUID, Standing> standings) {
        Tally tally = before.copy();
        List<Outcome> outcomes = new ArrayList<>();
        for (Claim claim : claims.stream().sorted(ORDER).toList()) {
            boolean refused = standing(standings, claim) == Standing.REFUSED;
            outcomes.add(refused ? new Outcome(claim, 0, 0, Cut.NONE, 0) : credit(tally, claim));
        }
        return outcomes;
    }

    private static Standing standing(Map<UUID, Standing> standings, Claim claim) {
        return standings.getOrDefault(claim.event(), Standing.COUNTS);
    }

    /**
     * Credits new claims and goes again through the lines that lie no earlier than the first.
     *
     * @param before what was counted before the first new claim
     * @param later every line that lies no earlier
     * @param standings by event, of those that a person was asked about and that do not count
     */
    public static Settled settle(
            Tally before,
            Collection<Line> later,
            Collection<Claim> fresh,
            Map<UUID, Standing> standings) {
        Map<UUID, Line> lines = new HashMap<>();
        later.forEach(line -> lines.put(line.claim().event(), line));
        List<Claim> all = new ArrayList<>(fresh);
        later.forEach(line -> all.add(line.claim()));
        List<Outcome> news = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        int gained = 0;
        for (Outcome outcome : credit(before, all, standings)) {
            Line line = lines.get(outcome.claim().event());
            boolean held = standing(standings, outcome.claim()) == Standing.HELD;
            int counted = held ? 0 : outcome.points();
            if (line == null) {
                news.add(outcome);
                gained += counted;
            } else if (counted != line.counted() || outcome.points() - counted != line.held()) {
                int difference = counted - line.counted();
                int givenBack = Math.min(line.kept(), Math.max(0, difference));
                int waiting = outcome.points() - counted - line.held();
                changes.add(new Change(line, outcome, difference, -givenBack, waiting));
                gained += difference - givenBack;
            }
        }
        return new Settled(news, keep(changes, -gained));
    }

    /** Leaves what the total would lose with the latest of the entries that lost it. */
    private static List<Change> keep(List<Change> changes, int lost) {
        List<Change> kept = new ArrayList<>();
        int left = Math.max(0, lost);
        for (Change change : changes.reversed()) {
            int stays = Math.min(left, Math.max(0, -change.counted()));
            left -= stays;
            kept.add(
                    new Change(
                            change.line(),
                            change.outcome(),
                            change.counted(),
                            change.kept() + stays,
                            change.held()));
        }
        return kept.reversed();
    }

    private static Outcome credit(Tally tally, Claim claim) {
        RuleSet rules = claim.rules();
        RuleSet.Rule rule = rules.rules().get(claim.kind());
        if (rule == null) {
            return new Outcome(claim, 0, 0, Cut.UNRULED, 0);
        }
        Cutting cutting = new Cutting(rule.points());
        cutting.at(tally.leftOf(rule, claim.cause()), Cut.ONCE, rule.points());
        Optional.ofNullable(rule.cap())
                .ifPresent(cap ->
                        cutting.at(
                                cap.points() - tally.of(claim.kind(), cap.period(), claim.day()),
                                cap.period() == Period.MONTH ? Cut.KIND_MONTH : Cut.KIND_WEEK,
                                cap.points()));
        cutting.at(rules.dayCap() - tally.ofAll(Period.DAY, claim.day()), Cut.DAY, rules.dayCap());
        cutting.at(
                rules.weekCap() - tally.ofAll(Period.WEEK, claim.day()), Cut.WEEK, rules.weekCap());
        tally.add(claim.kind(), claim.day(), cutting.points);
        tally.addTo(rule.once(), claim.cause(), cutting.points);
        return new Outcome(claim, rule.points(), cutting.points, cutting.by, cutting.cap);
    }

    /** Points that are cut by one cap after another, remembering the last that cut. */
    private static final class Cutting {

        private int points;
        private Cut by = Cut.NONE;
        private int cap;

        Cutting(int points) {
            this.points = points;
        }

        void at(int left, Cut by, int cap) {
            if (left < points) {
                points = Math.max(0, left);
                this.by = by;
                this.cap = cap;
            }
        }
    }
}
