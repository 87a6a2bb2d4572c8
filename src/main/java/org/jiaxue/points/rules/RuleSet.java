package org.jiaxue.points.rules;

import java.time.LocalDate;
import java.util.List;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Rules as their owner has written them, from a day on.
 *
 * @param version rises with every change; 0 in a draft
 * @param until the last day; null without an end
 * @param template whether these are defaults and must not be presented as official
 * @param rules its own rules
 * @param changes what it changes of rules from above
 * @param caps the most points of a period, all kinds together
 * @param leeway what the levels below may change
 * @param sentences what its entries say when a cap cuts; empty where the house's own are used
 */
public record RuleSet(
        Owner owner,
        int version,
        LocalDate from,
        @Nullable LocalDate until,
        Words name,
        boolean template,
        List<Source> sources,
        List<Rule> rules,
        List<Change> changes,
        Caps caps,
        Leeway.OfSet leeway,
        Sentences sentences) {

    private static final Words UNSAID = new Words("", "");

    public RuleSet {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
        changes = List.copyOf(changes);
    }

    /**
     * Where a figure comes from.
     *
     * @param mark † for a public report, ‡ for a default of this project
     */
    public record Source(String mark, Words words) {}

    public Rule.Ref ref() {
        return new Rule.Ref(owner, version);
    }

    /** The sentence of its own for one of {@link Effective#sayings}; null where it has none. */
    public @Nullable Words saying(String name, boolean nothing) {
        return (nothing ? sentences.none() : sentences.cut()).get(name);
    }

    /** The same from another day on and without an end, under no version that is kept. */
    RuleSet triedFrom(LocalDate first) {
        return new RuleSet(
                owner, 0, first, null, name, template, sources, rules, changes, caps, leeway,
                sentences);
    }

    boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && (until == null || !until.isBefore(day));
    }

    /** Whether every event is credited alike under both; their words may differ. */
    boolean creditsAs(RuleSet other) {
        return silent().equals(other.silent());
    }

    private RuleSet silent() {
        return new RuleSet(
                owner,
                version,
                from,
                until,
                UNSAID,
                template,
                List.of(),
                rules.stream().map(Rule::silent).toList(),
                changes.stream().map(Change::silent).toList(),
                caps,
                Leeway.OfSet.NONE,
                Sentences.NONE);
    }
}
