package org.jiaxue.points.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.points.few.Few;
import org.jiaxue.web.GuardianId;

/**
 * By which changed rule whose events would be credited otherwise. Of a rule that touches many it is
 * enough to know that it does, so that no more than {@value #MOST} guardians are remembered of one;
 * they are forgotten when the trial ends.
 */
final class Touched {

    /** More than can be taken from it when fewer than ten are taken a rule. */
    static final int MOST = 5_000;

    private final Map<String, Set<GuardianId>> rules = new HashMap<>();

    void add(GuardianId guardian, Collection<String> names) {
        names.forEach(it -> add(guardian, it));
    }

    private void add(GuardianId guardian, String name) {
        Set<GuardianId> known = rules.computeIfAbsent(name, _ -> new HashSet<>());
        if (known.size() < MOST) {
            known.add(guardian);
        }
    }

    void addAll(Touched other) {
        other.rules.forEach((name, guardians) -> guardians.forEach(it -> add(it, name)));
    }

    /** The names of rules that touch somebody, but few. */
    Set<String> few() {
        return rules.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty() && Few.small(it.getValue().size()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether a rule touches many. */
    boolean many(String name) {
        return !Few.small(rules.getOrDefault(name, Set.of()).size());
    }

    Set<GuardianId> by(Set<String> names) {
        Set<GuardianId> all = new HashSet<>();
        names.forEach(it -> all.addAll(rules.getOrDefault(it, Set.of())));
        return all;
    }

    /** As if these had not been seen. */
    void forget(Set<GuardianId> guardians) {
        rules.values().forEach(it -> it.removeAll(guardians));
    }
}
