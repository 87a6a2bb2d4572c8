package org.jiaxue.points.simulation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rulebook;
import org.jiaxue.web.Term;
import org.jspecify.annotations.Nullable;

/** The rules as they stand and as they are tried. */
final class Books {

    private final Rulebook today;
    private final @Nullable Rulebook trying;
    private final Owner changed;
    private final Owner whom;
    private final Term term;
    private final Set<String> reverted;
    private final Map<Sides, Versus> known = new ConcurrentHashMap<>();

    private record Sides(Effective now, Effective then) {}

    /**
     * What a place's rules would be, and the names of the rules that are not as today.
     *
     * @param then the proposed rules, but those that are left out as they stand
     */
    record Versus(Effective then, Set<String> changed) {}

    private Books(
            Rulebook today,
            @Nullable Rulebook trying,
            Owner changed,
            Owner whom,
            Term term,
            Set<String> reverted) {
        this.today = today;
        this.trying = trying;
        this.changed = changed;
        this.whom = whom;
        this.term = term;
        this.reverted = reverted;
    }

    static Books of(Rulebook today, Asked asked) {
        @Nullable Rulebook trying =
                asked.proposed() instanceof Proposed.OfRules rules
                        ? today.trying(rules.set(), asked.term().first())
                        : null;
        return new Books(
                today, trying, asked.proposed().owner(), asked.whom(), asked.term(), Set.of());
    }

    /** The same, with rules of these names as they stand today on both sides. */
    Books without(Set<String> names) {
        Set<String> all = new HashSet<>(reverted);
        all.addAll(names);
        return new Books(today, trying, changed, whom, term, all);
    }

    /** Every name of a rule of the owner's place that is not as it was in the term. */
    Set<String> changedNames() {
        Set<String> names = new HashSet<>();
        if (trying != null) {
            Effective then = trying.inForce(changed.division(), changed.school(), first());
            names.addAll(then.changedFrom(now(first())));
            today.turns(changed.division(), changed.school()).stream()
                    .filter(it -> it.isAfter(first()) && !it.isAfter(term.last()))
                    .forEach(it -> names.addAll(then.changedFrom(now(it))));
        }
        return names;
    }

    private Effective now(LocalDate day) {
        return today.inForce(changed.division(), changed.school(), day);
    }

    /** The first day of the term. */
    LocalDate first() {
        return term.first();
    }

    /** The day from which events fill the caps of the term's first days. */
    LocalDate begins() {
        return Period.WEEK.startOf(first());
    }

    /** Of whom is told. */
    Owner whom() {
        return whom;
    }

    /** Whether rules stay as they are. */
    boolean one() {
        return trying == null;
    }

    Effective now(LearningEvent event, LocalDate day) {
        return today.inForce(event, day);
    }

    /** Whether an event goes by the same rules on both sides. */
    boolean same(LearningEvent event, LocalDate day) {
        return trying == null
                || day.isBefore(first())
                || !changed.governs(event.division(), event.setting().school());
    }

    /** The rules on the other side, where an event does not go by the same. */
    Versus versus(Effective now, LearningEvent event, LocalDate day) {
        Effective then = trying == null ? now : trying.inForce(event, day);
        return known.computeIfAbsent(new Sides(now, then), this::versus);
    }

    private Versus versus(Sides sides) {
        Set<String> names = sides.then().changedFrom(sides.now());
        names.removeAll(reverted);
        return new Versus(
                reverted.isEmpty() ? sides.then() : sides.then().reverted(sides.now(), reverted),
                Set.copyOf(names));
    }
}
