package org.jiaxue.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.Residences.Residence;
import org.jiaxue.points.rules.Caps;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.Rulebook;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.saying.Differences;
import org.jiaxue.points.saying.Saying;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A guardian's points: the balance, what the caps have seen, and every entry with its reason. */
@Component
public class Points {

    /** The most entries that one page has. */
    public static final int MOST = 200;

    private static final Words NO_RULES = new Words("还没有积分规则", "No points rules yet");

    private final EntryStore store;
    private final Rules rules;
    private final Residences residences;
    private final OldEntries old;
    private final Times times;

    Points(EntryStore store, Rules rules, Residences residences, OldEntries old, Times times) {
        this.store = store;
        this.rules = rules;
        this.residences = residences;
        this.old = old;
        this.times = times;
    }

    /**
     * Sums in points.
     *
     * @param today what today's cap has seen, at most {@code dayCap}
     * @param week what this week's cap has seen since Monday, at most {@code weekCap}
     * @param dayCap empty where no rules are in force
     */
    public record Sums(
            int balance,
            int today,
            int week,
            @Nullable Integer dayCap,
            @Nullable Integer weekCap) {}

    /**
     * One event in the ledger, with everything that came of it since.
     *
     * @param points 0 or more; what is in the balance
     * @param rules what the rules are called by which it went
     * @param did what the guardian did
     * @param why why so many points
     * @param held how many points wait for a person, in no balance yet
     * @param waits whether it waits for one; {@code held} may be 0 then
     * @param hold by which its check is found; empty where nothing is or was checked
     */
    public record Entry(
            UUID id,
            int points,
            String rule,
            Words rules,
            int version,
            Words did,
            Words why,
            Instant at,
            int held,
            boolean waits,
            @Nullable UUID hold) {

        /** What was done and why so many points, as one text. */
        public Words sentence() {
            return EntryStore.sentence(did, why);
        }
    }

    /**
     * Entries by occurrence, newest first.
     *
     * @param next where to go on; null at the end
     * @param missing why those that come next cannot be shown now; null where nobody tried, or they
     *     could
     */
    public record Page(List<Entry> entries, @Nullable Cursor next, @Nullable Problem missing) {}

    /**
     * The sums; the caps are those of where the guardian learned last, and of where they live when
     * no line of that is at hand.
     */
    public Sums sums(GuardianId guardian) {
        LocalDate today = times.today();
        LocalDate week = Period.WEEK.startOf(today);
        EntryStore.Sums seen =
                store.sums(
                        guardian,
                        today,
                        week.atStartOfDay(times.zone()).toInstant(),
                        week.plusWeeks(1).atStartOfDay(times.zone()).toInstant());
        Caps caps =
                store.lastPlace(guardian)
                        .or(() -> home(guardian))
                        .map(it -> rules.inForce(it.division(), it.school(), today).caps())
                        .orElse(Caps.NONE);
        return new Sums(
                store.balance(guardian),
                seen.day(),
                seen.week(),
                caps.of(Period.DAY),
                caps.of(Period.WEEK));
    }

    private Optional<EntryStore.Place> home(GuardianId guardian) {
        return Optional.ofNullable(residences.of(List.of(guardian)).get(guardian))
                .map(it -> new EntryStore.Place(it.division(), it.school()));
    }

    /**
     * A page of entries; those of months that lie in files are read from there once all later ones
     * were told, some months at a time. So a page may be shorter than asked for, and go on.
     *
     * @param before where to begin; null for the newest
     * @param limit from 1 to {@link #MOST}
     */
    public Page entries(GuardianId guardian, @Nullable Cursor before, int limit) {
        return page(old.page(guardian, before, limit + 1), limit);
    }

    /** The latest entries, as far as they lie in no file; it opens none. */
    public Page latest(GuardianId guardian, int limit) {
        return page(old.here(guardian, null, limit + 1), limit);
    }

    private Page page(OldEntries.Found found, int limit) {
        List<Entry> entries = found.lines().stream().limit(limit).map(this::named).toList();
        if (found.lines().size() > limit) {
            Entry last = entries.getLast();
            return new Page(entries, new Cursor(last.at(), last.id()), null);
        }
        return new Page(
                entries, found.rest() == null ? null : old.after(found.rest()), found.missing());
    }

    /**
     * The place that a text names: what a page called next, or the id of an entry of the guardian
     * that lies in no file. No file is opened for it.
     *
     * @return null for an empty text, which is the newest
     * @throws Refusal with 400 for anything else
     */
    @Nullable Cursor place(GuardianId guardian, String text) {
        return text.isEmpty() ? null : Cursor.of(text).orElseGet(() -> entry(guardian, text));
    }

    private Cursor entry(GuardianId guardian, String text) {
        UUID id = Ids.parse(text).orElseThrow(() -> refused("points.problem.cursor"));
        return store.place(guardian, id).orElseThrow(() -> refused("points.problem.no-such-entry"));
    }

    private static Refusal refused(String key) {
        return new Refusal(Problem.badRequest(key));
    }

    private Entry named(EntryStore.Shown shown) {
        return new Entry(
                shown.id(),
                shown.points(),
                shown.rule(),
                rulesOf(shown),
                shown.version(),
                shown.did(),
                shown.why(),
                shown.at(),
                shown.held(),
                shown.waits(),
                shown.hold());
    }

    private Words rulesOf(EntryStore.Shown shown) {
        return Owner.ofKey(shown.owner())
                .flatMap(owner -> rules.named(new Rule.Ref(owner, shown.version())))
                .map(RuleSet::name)
                .orElse(NO_RULES);
    }

    /**
     * What the rules in force today always give in this division, in points, before caps and
     * without what only some events bring.
     */
    public Map<EventKind, Integer> rates(String division) {
        Effective inForce = rules.inForce(division, null, times.today());
        Map<EventKind, Integer> rates = new EnumMap<>(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            inForce.always(kind).ifPresent(rule -> rates.put(kind, rule.points()));
        }
        return rates;
    }

    /**
     * What of a balance was earned for one thing.
     *
     * @param category for what, by its name in rules: {@code lesson}, {@code question} …
     */
    public record Part(String category, int points) {}

    /** What the balance is made of, by what it was earned for; what brought nothing is left out. */
    public List<Part> parts(GuardianId guardian) {
        return store.byCategory(guardian).entrySet().stream()
                .map(it -> new Part(it.getKey().slug(), it.getValue()))
                .toList();
    }

    /** What the rules say today where a guardian lives and learns, a sentence each. */
    public List<Words> inForce(GuardianId guardian) {
        Residence where = residences.of(guardian);
        return Saying.inForce(rules.inForce(where.division(), where.school(), times.today()));
    }

    /** When which rules change, or changed since a day, where a guardian lives and learns. */
    public List<Changed> changes(GuardianId guardian, LocalDate since) {
        Residence where = residences.of(guardian);
        return changes(where.division(), where.school(), since);
    }

    /**
     * Rules that changed somewhere.
     *
     * @param day the first day on which they hold
     * @param names what the sets are called that begin to hold on it; empty where one only ends
     * @param what is otherwise than before, a sentence each; at least one
     * @param first whether there were no rules before
     */
    public record Changed(LocalDate day, List<Words> names, List<Words> what, boolean first) {}

    /**
     * When which rules of a place changed, and when they are going to, in order of days.
     *
     * @param school the school with which a guardian learns
     * @param since the first day that is looked at
     */
    public List<Changed> changes(String division, @Nullable UUID school, LocalDate since) {
        Rulebook book = rules.book();
        List<Changed> changes = new ArrayList<>();
        for (LocalDate day : book.turns(division, school)) {
            Effective before = book.inForce(division, school, day.minusDays(1));
            Effective after = book.inForce(division, school, day);
            List<Words> what = Differences.between(before, after);
            if (!day.isBefore(since) && !what.isEmpty()) {
                changes.add(new Changed(day, begun(before, after), what, before.chain().isEmpty()));
            }
        }
        return changes;
    }

    private static List<Words> begun(Effective before, Effective after) {
        return after.chain().stream()
                .filter(set -> !before.chain().contains(set))
                .map(RuleSet::name)
                .toList();
    }

    /**
     * Holds the account against its entries, here and in files.
     *
     * @throws IllegalStateException if the balance is not their sum
     */
    public void audit(GuardianId guardian) {
        int balance = store.balance(guardian);
        int sum = store.sum(guardian);
        if (balance != sum) {
            throw new IllegalStateException(
                    "The account of %s says %d, its entries %d".formatted(guardian, balance, sum));
        }
    }
}
