package org.jiaxue.home.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.home.suggestion.Plan.Outcome;
import org.jiaxue.home.suggestion.Suggestion.Lit;
import org.jiaxue.licences.Target;
import org.jiaxue.points.Prospects.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * Chooses three things that bring levels nearer: what counts today before what counts later, for
 * each child in turn, of different kinds, of different courses, and what takes fewer minutes first.
 * Where an activity is missing that no points replace, one is among them. Pure.
 */
final class Choosing {

    /** How many things are suggested, at most. */
    static final int MOST = 3;

    private final Outlook outlook;
    private final Days days;
    private final List<Target> targets;

    Choosing(Outlook outlook, Days days, List<Target> targets) {
        this.outlook = outlook;
        this.days = days;
        this.targets = List.copyOf(targets);
    }

    /** A candidate, and what comes of it alone. */
    private record Option(Candidate candidate, Outcome alone, boolean later) {

        Class<? extends Thing> kind() {
            return candidate.thing().getClass();
        }

        boolean asks() {
            return candidate.thing() instanceof Thing.Ask;
        }

        boolean helps(Target target) {
            return target.nearer(alone.deeds());
        }
    }

    /** What was chosen so far, and where that leaves the targets. */
    private record Chosen(
            List<Option> options, List<Target> targets, Map<Integer, Integer> helped) {

        Set<LessonId> lessons() {
            return options.stream()
                    .map(it -> it.candidate().course())
                    .filter(Objects::nonNull)
                    .map(Candidate.Further::lesson)
                    .collect(Collectors.toSet());
        }

        void add(Option one) {
            options.add(one);
            for (int i = 0; i < targets.size(); i++) {
                if (one.helps(targets.get(i))) {
                    helped.merge(i, 1, Integer::sum);
                }
                targets.set(i, targets.get(i).after(one.alone().deeds()));
            }
        }
    }

    /** The things in the order in which they are to be done. */
    List<Suggestion> from(List<Candidate> candidates) {
        List<Option> left = new ArrayList<>(candidates.stream().map(this::option).toList());
        Chosen chosen = new Chosen(new ArrayList<>(), new ArrayList<>(targets), new HashMap<>());
        while (chosen.options().size() < MOST) {
            Optional<Option> next = next(left, chosen);
            if (next.isEmpty()) {
                break;
            }
            left.remove(next.get());
            chosen.add(next.get());
        }
        return suggestions(chosen.options());
    }

    private Option option(Candidate candidate) {
        Plan alone = new Plan(outlook, days);
        alone.add(candidate);
        Outcome outcome = alone.outcomes().getFirst();
        return new Option(candidate, outcome, later(outcome));
    }

    private boolean later(Outcome outcome) {
        return outcome.candidate().at() == null && outcome.day().isAfter(days.today());
    }

    private static Optional<Option> next(List<Option> left, Chosen chosen) {
        List<Option> useful =
                left.stream()
                        .filter(it -> it.asks() || chosen.targets().stream().anyMatch(it::helps))
                        .toList();
        Optional<Option> visit =
                useful.stream()
                        .filter(it -> it.candidate().thing() instanceof Thing.Visit)
                        .filter(it ->
                                chosen.targets().stream()
                                        .anyMatch(to -> to.needsActivity() && it.helps(to)))
                        .findFirst();
        if (visit.isPresent() && chosen.options().size() == MOST - 1) {
            return visit;
        }
        return useful.stream().min(order(chosen));
    }

    private static Comparator<Option> order(Chosen chosen) {
        @Nullable Target focus = focus(chosen);
        Set<LessonId> lessons = chosen.lessons();
        Set<Object> seen = new HashSet<>();
        chosen.options()
                .forEach(it -> {
                    seen.add(it.kind());
                    if (it.candidate().course() != null) {
                        seen.add(it.candidate().course().course());
                    }
                });
        return Comparator.comparing((Option it) -> !it.asks())
                .thenComparing(Option::later)
                .thenComparing(it -> focus != null && !it.helps(focus))
                .thenComparing(it -> seen.contains(it.kind()))
                .thenComparing(it -> outOfTurn(it, lessons))
                .thenComparing(it ->
                        it.candidate().course() != null
                                && seen.contains(it.candidate().course().course()))
                .thenComparingInt(it -> it.candidate().minutes());
    }

    private static boolean outOfTurn(Option one, Set<LessonId> lessons) {
        return one.candidate().thing() instanceof Thing.Begin
                && one.candidate().course() != null
                && one.candidate().course().outOfTurn(lessons);
    }

    /** The target for which least was chosen, layers by age before others. */
    private static @Nullable Target focus(Chosen chosen) {
        return IntStream.range(0, chosen.targets().size())
                .filter(i -> !chosen.targets().get(i).complete())
                .boxed()
                .min(
                        Comparator.comparing((Integer i) -> !chosen.targets().get(i).byAge())
                                .thenComparingInt(i -> chosen.helped().getOrDefault(i, 0)))
                .map(chosen.targets()::get)
                .orElse(null);
    }

    private List<Suggestion> suggestions(List<Option> chosen) {
        Plan plan = new Plan(outlook, days);
        chosen.stream()
                .sorted(
                        Comparator.comparing(Option::later)
                                .thenComparingInt(it -> it.candidate().minutes()))
                .forEach(it -> plan.add(it.candidate()));
        List<Suggestion> suggestions = new ArrayList<>();
        List<Target> reached = targets;
        for (Outcome one : plan.outcomes()) {
            List<Target> after = reached.stream().map(it -> it.after(one.deeds())).toList();
            suggestions.add(
                    new Suggestion(
                            one.candidate().thing(),
                            one.candidate().minutes(),
                            one.points(),
                            one.day(),
                            later(one),
                            one.course(),
                            lit(reached, after)));
            reached = after;
        }
        return suggestions;
    }

    private static List<Lit> lit(List<Target> before, List<Target> after) {
        return IntStream.range(0, before.size())
                .boxed()
                .flatMap(i ->
                        IntStream.range(before.get(i).level(), after.get(i).level())
                                .mapToObj(level -> lit(before.get(i), level)))
                .toList();
    }

    private static Lit lit(Target target, int level) {
        return new Lit(
                target.schemeName(), target.layerName(), target.levelName(level), target.single());
    }
}
