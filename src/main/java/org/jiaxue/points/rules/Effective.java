package org.jiaxue.points.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.cel.Facts;
import org.jiaxue.learning.EventKind;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a place on a day: the sets of all its levels, laid over each other. An event goes by
 * the rule of its kind that gives the most of those whose conditions hold.
 */
public final class Effective {

    /** Where no rules are in force: everything is learned, nothing is credited. */
    public static final Effective NONE =
            new Effective(List.of(), List.of(), Caps.NONE, Leeway.OfSet.NONE, Sentences.NOWHERE);

    private final List<RuleSet> chain;
    private final Map<EventKind, List<Rule>> rules = new EnumMap<>(EventKind.class);
    private final Caps caps;
    private final Leeway.OfSet leeway;
    private final Sentences sentences;

    Effective(
            List<RuleSet> chain,
            List<Rule> rules,
            Caps caps,
            Leeway.OfSet leeway,
            Sentences sentences) {
        this.chain = List.copyOf(chain);
        this.caps = caps;
        this.leeway = leeway;
        this.sentences = sentences;
        for (Rule rule : rules) {
            this.rules.computeIfAbsent(rule.kind(), _ -> new ArrayList<>()).add(rule);
        }
        this.rules
                .values()
                .forEach(it -> it.sort(Comparator.comparingInt(Rule::points).reversed()));
    }

    /** The sets that are in force, from the top down; empty where there are none. */
    public List<RuleSet> chain() {
        return chain;
    }

    /** The rules of all kinds; of a kind the one that gives most comes first. */
    public List<Rule> rules() {
        return rules.values().stream().flatMap(List::stream).toList();
    }

    public Caps caps() {
        return caps;
    }

    /** What the levels below may change of the whole; of each rule, it says itself. */
    public Leeway.OfSet leeway() {
        return leeway;
    }

    /** The rule by which an event goes; null where none holds for it. */
    public @Nullable Rule choose(EventKind kind, Facts facts) {
        for (Rule rule : rules.getOrDefault(kind, List.of())) {
            if (rule.holds(facts)) {
                return rule;
            }
        }
        return null;
    }

    /** The rule of a kind that holds without a condition; empty where there is none. */
    public Optional<Rule> always(EventKind kind) {
        return rules.getOrDefault(kind, List.of()).stream()
                .filter(rule -> rule.when() == null)
                .findFirst();
    }

    /** Of what an entry says why it was cut or changed, in the order of a form. */
    public static List<String> sayings() {
        return Sentences.NAMES;
    }

    /**
     * What an entry says of a cut or a change, as it is written, with its slots.
     *
     * @param name one of {@link #sayings}
     * @param nothing whether it is said where no points are left
     */
    public Words saying(String name, boolean nothing) {
        return sentences.find(name, nothing);
    }

    /**
     * The names of the rules that pay otherwise or hold for other events than another's, or that
     * only one of them has.
     */
    public Set<String> changedFrom(Effective other) {
        Map<String, Rule> own = byName();
        Map<String, Rule> others = other.byName();
        Set<String> changed = new HashSet<>(own.keySet());
        changed.addAll(others.keySet());
        changed.removeIf(name -> {
            Rule one = own.get(name);
            Rule two = others.get(name);
            return one != null && two != null && one.worksAs(two);
        });
        return changed;
    }

    /** The same with the rules of some names as another has them, also where that has none. */
    public Effective reverted(Effective other, Set<String> names) {
        Map<String, Rule> others = other.byName();
        List<Rule> kept = new ArrayList<>();
        for (Rule rule : rules()) {
            Rule before = others.remove(rule.name());
            if (!names.contains(rule.name())) {
                kept.add(rule);
            } else if (before != null) {
                kept.add(before);
            }
        }
        others.values().stream().filter(it -> names.contains(it.name())).forEach(kept::add);
        return new Effective(chain, kept, caps, leeway, sentences);
    }

    private Map<String, Rule> byName() {
        Map<String, Rule> named = new LinkedHashMap<>();
        rules().forEach(it -> named.put(it.name(), it));
        return named;
    }

    Sentences sentences() {
        return sentences;
    }

    /** What a guardian did, with what is called so, as the rule says it. */
    public static Words did(@Nullable Rule rule, Words title) {
        return Sentences.did(rule, title);
    }

    /** Whether any cap runs over a term. */
    boolean capsTerms() {
        return caps.of(Period.TERM) != null
                || rules().stream().anyMatch(rule -> rule.caps().of(Period.TERM) != null);
    }
}
