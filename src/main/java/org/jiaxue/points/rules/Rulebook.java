package org.jiaxue.points.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.learning.LearningEvent;
import org.jspecify.annotations.Nullable;

/**
 * Rule sets over time: which are in force where and when. It never changes; what one would be with
 * a further set is another.
 */
public final class Rulebook {

    private static final int MOST_PLACES_REMEMBERED = 50_000;

    private static final Comparator<RuleSet> LATEST =
            Comparator.comparing(RuleSet::from).thenComparingInt(RuleSet::version);
    private static final Comparator<RuleSet> DOWNWARDS =
            Comparator.comparingInt((RuleSet set) -> set.owner().depth());

    private record Place(String division, @Nullable UUID school) {}

    private final List<RuleSet> sets;
    private final Map<List<Rule.Ref>, Effective> resolved = new ConcurrentHashMap<>();
    private final Cache<Place, NavigableMap<LocalDate, Effective>> places =
            Caffeine.newBuilder().maximumSize(MOST_PLACES_REMEMBERED).build();

    public Rulebook(Collection<RuleSet> sets) {
        this.sets = List.copyOf(sets);
    }

    /** The same with one more set, for instance one that is only proposed. */
    public Rulebook with(RuleSet more) {
        List<RuleSet> all = new ArrayList<>(sets);
        all.add(more);
        return new Rulebook(all);
    }

    /**
     * As if a proposed set had been in force from a day on, without an end, instead of whatever its
     * owner had from then on.
     */
    public Rulebook trying(RuleSet proposed, LocalDate first) {
        Owner owner = proposed.owner();
        List<RuleSet> others =
                where(set -> !set.owner().equals(owner) || set.from().isBefore(first));
        return new Rulebook(others).with(proposed.triedFrom(first));
    }

    /** Every set, in no order. */
    public List<RuleSet> sets() {
        return sets;
    }

    /** The rules by which an event of a day goes. */
    public Effective inForce(LearningEvent event, LocalDate day) {
        return inForce(event.division(), event.setting().school(), day);
    }

    /**
     * The rules of a place on a day.
     *
     * @param school the school with which a guardian learns
     */
    public Effective inForce(String division, @Nullable UUID school, LocalDate day) {
        NavigableMap<LocalDate, Effective> times =
                places.get(new Place(division, school), place -> times(place));
        Map.Entry<LocalDate, Effective> found = times.floorEntry(day);
        return found == null ? Effective.NONE : found.getValue();
    }

    /** The days on which the rules of a place turn, in order. */
    public List<LocalDate> turns(String division, @Nullable UUID school) {
        return List.copyOf(places.get(new Place(division, school), place -> times(place)).keySet());
    }

    private NavigableMap<LocalDate, Effective> times(Place place) {
        List<RuleSet> governing =
                sets.stream()
                        .filter(set -> set.owner().governs(place.division(), place.school()))
                        .toList();
        NavigableMap<LocalDate, Effective> times = new TreeMap<>();
        for (LocalDate day : turns(governing)) {
            times.put(day, resolve(chain(governing, day)));
        }
        return times;
    }

    /** The days on which something begins or has ended. */
    static Collection<LocalDate> turns(Collection<RuleSet> sets) {
        return sets.stream()
                .flatMap(set ->
                        Stream.concat(
                                Stream.of(set.from()),
                                Stream.ofNullable(set.until()).map(it -> it.plusDays(1))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of each owner the latest, unless that has ended; from the top down. */
    private static List<RuleSet> chain(Collection<RuleSet> sets, LocalDate day) {
        Map<Owner, RuleSet> latest = new HashMap<>();
        sets.stream()
                .filter(set -> !set.from().isAfter(day))
                .forEach(set ->
                        latest.merge(
                                set.owner(),
                                set,
                                (one, other) -> LATEST.compare(one, other) >= 0 ? one : other));
        return latest.values().stream().filter(set -> set.holdsOn(day)).sorted(DOWNWARDS).toList();
    }

    private Effective resolve(List<RuleSet> chain) {
        List<Rule.Ref> refs = chain.stream().map(RuleSet::ref).toList();
        return resolved.computeIfAbsent(refs, _ -> Inheritance.resolve(chain));
    }

    /** The sets in force above an owner on a day, from the top down. */
    public List<RuleSet> above(Owner owner, LocalDate day) {
        return chain(where(set -> set.owner().above(owner)), day);
    }

    /** Every version of an owner's set, the newest first. */
    public List<RuleSet> of(Owner owner) {
        return where(set -> set.owner().equals(owner)).stream()
                .sorted(Comparator.comparingInt(RuleSet::version).reversed())
                .toList();
    }

    /** The sets of the levels below an owner that hold on or after a day. */
    List<RuleSet> below(Owner owner, LocalDate day) {
        return where(set ->
                owner.above(set.owner()) && (set.until() == null || !set.until().isBefore(day)));
    }

    /** The version that an entry names. */
    public Optional<RuleSet> named(Rule.Ref ref) {
        return sets.stream().filter(set -> set.ref().equals(ref)).findFirst();
    }

    /** Whether any cap runs over a term, so that what was earned in it must be known. */
    public boolean capsTerms() {
        return sets.stream().anyMatch(Rulebook::capsTerms);
    }

    private static boolean capsTerms(RuleSet set) {
        return Stream.of(
                        Stream.of(set.caps()),
                        set.rules().stream().map(Rule::caps),
                        set.changes().stream().map(Change::caps))
                .flatMap(it -> it)
                .anyMatch(caps -> caps.of(Period.TERM) != null);
    }

    private List<RuleSet> where(Predicate<RuleSet> wanted) {
        return sets.stream().filter(wanted).toList();
    }
}
