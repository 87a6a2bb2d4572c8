package org.jiaxue.points.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of points, for one guardian: a pure function from what was counted before, facts
 * and the rules in force at each fact's time. Caps cut and never drop: a claim is credited what is
 * left of its content's cap, then of its kind's, then of the caps of all kinds, in the order of
 * occurrence. So what is counted depends on the facts and the rules alone and not on the order in
 * which they arrived.
 *
 * <p>When an earlier fact arrives late, or rules have changed for a time that is past, everything
 * from there on is gone through again. Its points may then come out of a later entry's. Where that
 * would leave the guardian with a lower total than was shown before, the difference stays with the
 * entries that lost it, as points that are kept: they are in the balance, and no cap sees them.
 * They are given back when their entry is credited again.
 */
public final class Crediting {

    private static final String SESSION = "session";

    private Crediting() {}

    /**
     * A fact that asks for points under the rules in force when it occurred.
     *
     * @param rule the rule by which it goes; null where none holds for it
     */
    public record Claim(
            UUID event,
            EventKind kind,
            UUID cause,
            Instant at,
            LocalDate day,
            Effective rules,
            @Nullable Rule rule) {

        /** The claim of an event, by the rule that its facts choose. */
        public static Claim of(LearningEvent event, LocalDate day, ZoneId zone, Effective rules) {
            return new Claim(
                    event.id(),
                    event.kind(),
                    event.cause(),
                    event.occurredAt(),
                    day,
                    rules,
                    rules.choose(event.kind(), new EventFacts(event, day, zone)));
        }

        /** The rule's name; that of the kind where none holds. */
        public String ruleName() {
            return rule == null ? kind.slug() : rule.name();
        }

        /** The rule set that an entry names. */
        public Rule.Ref ref() {
            return rule == null ? Rule.Ref.NONE : rule.ref();
        }

        /** What its points are for. */
        public Category category() {
            return rule == null ? Category.of(kind) : rule.category();
        }
    }

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
     * A claim that was credited before.
     *
     * @param claim as the rules in force make it today
     * @param ref the rule set by which it was credited
     * @param category for what it was credited
     * @param counted what of it the caps see
     * @param kept what of it is beside them
     * @param held what the caps see and the balance does not, since it waits for a person
     */
    public record Line(
            UUID entry,
            Claim claim,
            Rule.Ref ref,
            Category category,
            int counted,
            int kept,
            int held) {}

    /** How a line changes, as differences. */
    public record Correction(Line line, Outcome outcome, int counted, int kept, int held) {

        int points() {
            return line.counted() + line.kept() + line.held() + counted + kept + held;
        }

        /** Whether what the caps see is now for something else. */
        public boolean moved() {
            return (line.counted() != 0 || line.held() != 0)
                    && line.category() != outcome.claim().category();
        }

        boolean rulesChanged() {
            return outcome.claim().rule() != null && !outcome.claim().ref().equals(line.ref());
        }

        /** Why an entry changed. */
        public Words why() {
            return outcome.claim().rules().sentences().corrected(this);
        }
    }

    /** What new claims come to, in order of occurrence, and what they change. */
    public record Settled(List<Outcome> fresh, List<Correction> corrections) {}

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

    /** The group within which one cause is credited once: a live session and its replay are one. */
    public static String group(EventKind kind) {
        return sharesCauses(kind) ? SESSION : kind.slug();
    }

    /** Whether events of another kind may have the same cause and count with this one. */
    public static boolean sharesCauses(EventKind kind) {
        return kind == EventKind.LIVE_ATTENDED || kind == EventKind.REPLAY_WATCHED;
    }

    /** Credits claims in order of occurrence; what was refused leaves everything to the others. */
    static List<Outcome> credit(
            Tally before, Collection<Claim> claims, Map<UUID, Standing> standings) {
        Tally tally = before.copy();
        List<Outcome> outcomes = new ArrayList<>(claims.size());
        for (Claim claim : claims.stream().sorted(ORDER).toList()) {
            boolean refused = Standing.of(claim, standings) == Standing.REFUSED;
            outcomes.add(refused ? new Outcome(claim, 0, 0, Cut.NONE, 0) : credit(tally, claim));
        }
        return outcomes;
    }

    /**
     * Credits new claims and goes again through the lines that lie no earlier than the first.
     *
     * @param before what was counted before the first claim
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
        List<Correction> corrections = new ArrayList<>();
        int gained = 0;
        for (Outcome outcome : credit(before, all, standings)) {
            Line line = lines.get(outcome.claim().event());
            boolean held = Standing.of(outcome.claim(), standings) == Standing.HELD;
            int counted = held ? 0 : outcome.points();
            if (line == null) {
                news.add(outcome);
                gained += counted;
                continue;
            }
            int difference = counted - line.counted();
            int waiting = outcome.points() - counted - line.held();
            int givenBack = Math.min(line.kept(), Math.max(0, difference));
            Correction correction = new Correction(line, outcome, difference, -givenBack, waiting);
            if (difference != 0 || waiting != 0 || correction.moved()) {
                corrections.add(correction);
                gained += difference - givenBack;
            }
        }
        return new Settled(news, keep(corrections, -gained));
    }

    /** Leaves what the total would lose with the latest of the entries that lost it. */
    private static List<Correction> keep(List<Correction> corrections, int lost) {
        List<Correction> kept = new ArrayList<>();
        int left = Math.max(0, lost);
        for (Correction one : corrections.reversed()) {
            int stays = Math.min(left, Math.max(0, -one.counted()));
            left -= stays;
            kept.add(
                    new Correction(
                            one.line(),
                            one.outcome(),
                            one.counted(),
                            one.kept() + stays,
                            one.held()));
        }
        return kept.reversed();
    }

    /**
     * Credits one claim, for who goes through a guardian's claims in order and keeps the tally: no
     * claim may lie before what the tally has seen. What was refused is left out by the caller. Of
     * most kinds there is one event for each content, so that its cap needs no tally.
     */
    public static Outcome credit(Tally tally, Claim claim) {
        Rule rule = claim.rule();
        if (rule == null) {
            return new Outcome(claim, 0, 0, Cut.UNRULED, 0);
        }
        tally.moveTo(claim.day());
        EventKind kind = claim.kind();
        Cutting cutting = new Cutting(rule.points());
        if (sharesCauses(kind)) {
            int before = tally.ofCause(SESSION, claim.cause());
            cutting.at(rule.content() - before, Cut.ONCE, rule.content());
        } else {
            cutting.at(rule.content(), Cut.CONTENT, rule.content());
        }
        rule.caps()
                .most()
                .forEach((period, cap) ->
                        cutting.at(cap - tally.of(kind, period), Cut.ofKind(period), cap));
        claim.rules()
                .caps()
                .most()
                .forEach((period, cap) ->
                        cutting.at(cap - tally.ofAll(period), Cut.ofAll(period), cap));
        tally.add(kind, cutting.points());
        if (sharesCauses(kind)) {
            tally.addTo(SESSION, claim.cause(), cutting.points());
        }
        return new Outcome(claim, rule.points(), cutting.points(), cutting.by(), cutting.cap());
    }
}
