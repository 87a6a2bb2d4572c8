package org.jiaxue.statistics.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.fact.ClosingStore;
import org.jiaxue.statistics.fact.FactStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the roll-ups of terms that are not closed anew from the facts, division by division, each
 * in a transaction of its own; so it can end anywhere and begin again, beside everything else.
 */
@Component
public class RollingUp {

    private final FactStore facts;
    private final FoldStore folding;
    private final RollingUpStore counted;
    private final DayStore days;
    private final ClosingStore closings;
    private final Veil veil;
    private final TransactionTemplate transaction;

    RollingUp(
            FactStore facts,
            FoldStore folding,
            RollingUpStore counted,
            DayStore days,
            ClosingStore closings,
            Veil veil,
            TransactionTemplate transaction) {
        this.facts = facts;
        this.folding = folding;
        this.counted = counted;
        this.days = days;
        this.closings = closings;
        this.veil = veil;
        this.transaction = transaction;
    }

    /**
     * What one division's roll-ups of one week, stage and kind came to.
     *
     * @param before how many facts they held, and how many different guardians
     * @param after how many they hold now
     */
    public record Came(
            String division, LocalDate week, String stage, String kind, Held before, Held after) {

        public boolean differs() {
            return !before.equals(after);
        }
    }

    /** Facts, and the guardians behind them; no readable set of these is told as nobody. */
    public record Held(long facts, long guardians) {
        static final Held NOTHING = new Held(0, 0);
    }

    /** Makes them anew, and says of each division, week, stage and kind what it came to. */
    @Transactional(propagation = Propagation.NEVER)
    public void again(Consumer<Came> teller) {
        SortedSet<String> divisions = new TreeSet<>(facts.divisions());
        divisions.addAll(days.divisions());
        for (String division : divisions) {
            Objects.requireNonNull(transaction.execute(_ -> again(division))).forEach(teller);
        }
    }

    private List<Came> again(String division) {
        closings.mayTakeLong();
        folding.alone();
        LocalDate last = closings.lastClosed();
        LocalDate from = closings.openFrom();
        Map<Day, Change> found = new HashMap<>();
        counted.follow(division, last);
        counted.read(
                division,
                from,
                (guardian, day) -> {
                    if (Folding.counts(day.kind())) {
                        found.computeIfAbsent(day, _ -> new Change())
                                .add(veil.of(guardian, day.day()));
                    }
                });
        Map<Day, Sum> before = days.of(division, from);
        Map<Day, Sum> after = new HashMap<>();
        found.forEach((day, change) -> after.put(day, change.over(Sum.NOTHING)));
        write(before, after);
        return compare(division, before, after);
    }

    private void write(Map<Day, Sum> before, Map<Day, Sum> after) {
        Set<Day> gone = new HashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        if (!gone.isEmpty()) {
            days.delete(gone);
        }
        Map<Day, Sum> changed = new HashMap<>(after);
        changed.entrySet()
                .removeIf(it -> it.getValue().same(before.getOrDefault(it.getKey(), Sum.NOTHING)));
        days.replace(changed);
    }

    private record Key(LocalDate week, String stage, String kind) {}

    private static List<Came> compare(String division, Map<Day, Sum> before, Map<Day, Sum> after) {
        Map<Key, Held> was = held(before);
        Map<Key, Held> is = held(after);
        Set<Key> keys = new HashSet<>(was.keySet());
        keys.addAll(is.keySet());
        List<Came> came = new ArrayList<>();
        for (Key key : keys) {
            came.add(
                    new Came(
                            division,
                            key.week(),
                            key.stage(),
                            key.kind(),
                            was.getOrDefault(key, Held.NOTHING),
                            is.getOrDefault(key, Held.NOTHING)));
        }
        return came;
    }

    private static Map<Key, Held> held(Map<Day, Sum> rows) {
        Map<Key, List<Sum>> weeks = new HashMap<>();
        rows.forEach((day, sum) -> {
            LocalDate week = Period.weekOf(day.day()).from();
            weeks.computeIfAbsent(new Key(week, day.stage(), day.kind()), _ -> new ArrayList<>())
                    .add(sum);
        });
        Map<Key, Held> held = new HashMap<>();
        weeks.forEach((key, sums) -> {
            long facts = sums.stream().mapToLong(Sum::facts).sum();
            held.put(key, new Held(facts, Heads.about(sums.stream().map(Sum::guardians).toList())));
        });
        return held;
    }
}
