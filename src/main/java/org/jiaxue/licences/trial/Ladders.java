package org.jiaxue.licences.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Scheme.Layer;
import org.jiaxue.points.TrialGrading.Rung;
import org.jiaxue.web.Term;
import org.jspecify.annotations.Nullable;

/** The schemes of a term on either side, with a number for each level of each layer. */
final class Ladders {

    private final List<Scheme> schemes;
    private final @Nullable Scheme proposed;
    private final List<LocalDate> turns;
    private final Map<Place, List<Ladder>> found = new ConcurrentHashMap<>();
    private final Map<Scheme, Ladder> ladders = new ConcurrentHashMap<>();
    private final Map<String, Integer> bases = new HashMap<>();
    private final List<Rung> rungs = new ArrayList<>();

    private record Place(String division, int turn, boolean then) {}

    /** A scheme and where the numbers of its layers' levels begin. */
    static final class Ladder {

        private final Scheme scheme;
        private final int[] bases;

        private Ladder(Scheme scheme, int[] bases) {
            this.scheme = scheme;
            this.bases = bases;
        }

        Scheme scheme() {
            return scheme;
        }

        int base(int layer) {
            return bases[layer];
        }

        int layer(Layer layer) {
            List<Layer> layers = scheme.layers();
            for (int i = 0; i < layers.size(); i++) {
                if (layers.get(i).name().equals(layer.name())) {
                    return i;
                }
            }
            throw new IllegalStateException("No such layer: " + layer.name());
        }
    }

    private Ladders(List<Scheme> schemes, @Nullable Scheme proposed, Term term) {
        this.schemes = schemes;
        this.proposed = proposed;
        this.turns =
                schemes.stream()
                        .map(Scheme::from)
                        .filter(it -> it.isAfter(term.first()) && !it.isAfter(term.last()))
                        .distinct()
                        .sorted()
                        .toList();
        Map<String, List<Scheme>> kept = new LinkedHashMap<>();
        schemes.forEach(it -> kept.computeIfAbsent(it.name(), _ -> new ArrayList<>()).add(it));
        if (proposed != null) {
            kept.putIfAbsent(proposed.name(), List.of());
        }
        kept.forEach(this::number);
    }

    /** The schemes that are in force in a term for some part of a division or all of it. */
    static Ladders over(List<Scheme> all, @Nullable Scheme proposed, Term term, String division) {
        List<Scheme> near =
                all.stream()
                        .filter(it -> !it.from().isAfter(term.last()))
                        .filter(it ->
                                division.startsWith(it.division())
                                        || it.division().startsWith(division))
                        .filter(it -> all.stream().noneMatch(other -> replaces(other, it, term)))
                        .toList();
        return new Ladders(near, proposed, term);
    }

    /** Whether another version was there before the term began, wherever this one holds. */
    private static boolean replaces(Scheme other, Scheme one, Term term) {
        return other.name().equals(one.name())
                && other.version() > one.version()
                && one.division().startsWith(other.division())
                && !other.from().isAfter(term.first());
    }

    private void number(String name, List<Scheme> kept) {
        List<Scheme> tried = new ArrayList<>(kept);
        if (proposed != null && proposed.name().equals(name)) {
            tried.removeIf(it -> it.division().startsWith(proposed.division()));
            tried.add(proposed);
        }
        List<Scheme> all = Stream.concat(tried.reversed().stream(), kept.stream()).toList();
        Map<String, Integer> most = new LinkedHashMap<>();
        for (Scheme scheme : all) {
            scheme.layers().forEach(it -> most.merge(it.name(), scheme.levels().size(), Math::max));
        }
        most.forEach((layer, levels) -> {
            bases.put(key(name, layer), rungs.size());
            for (int level = 1; level <= levels; level++) {
                rungs.add(rung(kept, tried, layer, level));
            }
        });
    }

    private static String key(String scheme, String layer) {
        return scheme + "/" + layer;
    }

    private static Rung rung(List<Scheme> kept, List<Scheme> tried, String layer, int level) {
        Scheme named =
                Stream.concat(tried.reversed().stream(), kept.reversed().stream())
                        .filter(it -> has(it, layer, level))
                        .findFirst()
                        .orElseThrow();
        return new Rung(
                named.name(),
                named.title(),
                layer,
                named.layer(layer).orElseThrow().title(),
                level,
                named.level(level).title(),
                kept.stream().anyMatch(it -> has(it, layer, level)),
                tried.stream().anyMatch(it -> has(it, layer, level)));
    }

    private static boolean has(Scheme scheme, String layer, int level) {
        return level <= scheme.levels().size() && scheme.layer(layer).isPresent();
    }

    List<Rung> rungs() {
        return rungs;
    }

    /** Whether the two sides have other schemes. */
    boolean differ() {
        return proposed != null;
    }

    boolean anyConfirmed() {
        return schemes.stream().anyMatch(Scheme::confirmed)
                || (proposed != null && proposed.confirmed());
    }

    /** The ladders that are in force at a division on a day of the term. */
    List<Ladder> at(String division, LocalDate day, boolean then) {
        int turn = 0;
        while (turn < turns.size() && !turns.get(turn).isAfter(day)) {
            turn++;
        }
        return found.computeIfAbsent(
                new Place(division, turn, then), place -> find(place.division(), day, then));
    }

    private List<Ladder> find(String division, LocalDate day, boolean then) {
        Map<String, Scheme> latest = new HashMap<>();
        for (Scheme scheme : schemes) {
            if (division.startsWith(scheme.division()) && !scheme.from().isAfter(day)) {
                latest.merge(
                        scheme.name(),
                        scheme,
                        (one, other) -> one.version() >= other.version() ? one : other);
            }
        }
        if (then && proposed != null && division.startsWith(proposed.division())) {
            latest.put(proposed.name(), proposed);
        }
        return latest.values().stream().map(this::ladder).toList();
    }

    private Ladder ladder(Scheme scheme) {
        return ladders.computeIfAbsent(
                scheme,
                one ->
                        new Ladder(
                                one,
                                one.layers().stream()
                                        .mapToInt(it -> base(one.name(), it.name()))
                                        .toArray()));
    }

    private int base(String scheme, String layer) {
        return Objects.requireNonNull(bases.get(key(scheme, layer)));
    }
}
