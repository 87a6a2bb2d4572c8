package org.jiaxue.licences.grading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.learning.Reached;
import org.jiaxue.licences.LevelReached;
import org.jiaxue.licences.grading.Climb.Reach;
import org.jiaxue.licences.grading.Climb.Step;
import org.jiaxue.licences.grading.LevelStore.Rung;
import org.jiaxue.licences.grading.LevelStore.Source;
import org.jiaxue.licences.scheme.Period;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps levels that are new with the entries that earned them, and tells of them. */
@Component
public class Levels {

    private final LevelStore store;
    private final Schemes schemes;
    private final ApplicationEventPublisher events;

    Levels(LevelStore store, Schemes schemes, ApplicationEventPublisher events) {
        this.store = store;
        this.schemes = schemes;
        this.events = events;
    }

    /**
     * A level that the sums have come to.
     *
     * @param licence still without its entries
     * @param step the entry that brought it; null where somebody's confirmation did
     * @param division the guardian's at that time
     */
    record Candidate(Licence licence, @Nullable Step step, String division) {}

    /** A level that was confirmed is reached, unless it was before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean confirmed(Licence licence, String division) {
        return !keep(List.of(new Candidate(licence, null, division)), Map.of()).isEmpty();
    }

    /**
     * Keeps the candidates that are new.
     *
     * @param candidates of one layer and period the lower levels first
     * @param batch the steps of each place that are being counted, in the order in which they count
     */
    List<Reached> keep(List<Candidate> candidates, Map<Place, List<Step>> batch) {
        Set<Rung> held = store.held(candidates.stream().map(Candidate::licence).toList());
        Map<Rung, Candidate> fresh = new LinkedHashMap<>();
        for (Candidate one : candidates) {
            Rung rung = Rung.of(one.licence());
            if (!held.contains(rung)) {
                fresh.put(rung, one);
            }
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Reached> news = new ArrayList<>();
        for (Licence licence : store.insert(earned(fresh.values(), batch))) {
            Scheme scheme = schemes.named(licence.scheme(), licence.version());
            String division = Objects.requireNonNull(fresh.get(Rung.of(licence))).division();
            events.publishEvent(told(scheme, licence, division));
            news.add(news(licence));
        }
        return news;
    }

    /** Gives each level the entries that no level below it has. */
    private List<Licence> earned(Collection<Candidate> fresh, Map<Place, List<Step>> batch) {
        Map<Source, List<Candidate>> bySource = new LinkedHashMap<>();
        for (Candidate one : fresh) {
            bySource.computeIfAbsent(source(one.licence()), _ -> new ArrayList<>()).add(one);
        }
        Map<Source, List<UUID>> unspent = store.unspent(bySource.keySet());
        List<Licence> earned = new ArrayList<>();
        bySource.forEach((source, own) -> {
            Place place =
                    new Place(
                            own.getFirst().licence().guardian(),
                            source.scheme(),
                            source.ground(),
                            source.period());
            List<UUID> steps =
                    Climb.sorted(batch.getOrDefault(place, List.of())).stream()
                            .map(Step::entry)
                            .toList();
            earned.addAll(share(own, unspent.getOrDefault(source, List.of()), steps));
        });
        return earned;
    }

    /** What was counted before goes to the first; what comes now to the level that it brings. */
    private static List<Licence> share(
            List<Candidate> levels, List<UUID> unspent, List<UUID> steps) {
        Set<UUID> open = new LinkedHashSet<>(unspent);
        open.removeAll(Set.copyOf(steps));
        List<Licence> shared = new ArrayList<>();
        int from = 0;
        for (Candidate one : levels) {
            int to = one.step() == null ? steps.size() : steps.indexOf(one.step().entry()) + 1;
            open.addAll(steps.subList(Math.min(from, to), to));
            if (open.isEmpty() && one.step() != null) {
                open.add(one.step().entry());
            }
            shared.add(one.licence().earnedBy(List.copyOf(open)));
            open.clear();
            from = Math.max(from, to);
        }
        return shared;
    }

    private Source source(Licence licence) {
        Scheme scheme = schemes.named(licence.scheme(), licence.version());
        Scheme.Layer layer = scheme.layer(licence.layer()).orElseThrow();
        return new Source(
                licence.guardianId(),
                licence.scheme(),
                licence.layer(),
                scheme.ground(layer).name(),
                licence.period());
    }

    /** What is said of a level that was reached. */
    Reached news(Licence licence) {
        Scheme scheme = schemes.named(licence.scheme(), licence.version());
        Words news = scheme.level(licence.level()).news();
        Words layer = scheme.layer(licence.layer()).orElseThrow().title();
        Words period =
                Optional.ofNullable(Period.words(licence.period())).orElse(new Words("", ""));
        return new Reached(
                licence.cause(),
                licence.scheme(),
                licence.layer(),
                licence.level(),
                new Words(
                        news.zh().replace("{layer}", layer.zh()).replace("{period}", period.zh()),
                        news.en().replace("{layer}", layer.en()).replace("{period}", period.en())));
    }

    private static LevelReached told(Scheme scheme, Licence licence, String division) {
        @Nullable Words period = Period.words(licence.period());
        return new LevelReached(
                licence.guardian(),
                licence.scheme(),
                licence.version(),
                licence.layer(),
                licence.level(),
                scheme.title(),
                scheme.layer(licence.layer()).orElseThrow().title(),
                scheme.level(licence.level()).title(),
                division,
                licence.reachedAt(),
                licence.cause(),
                period == null
                        ? null
                        : new LevelReached.Within(
                                licence.period(),
                                period,
                                scheme.layers().size(),
                                scheme.levels().size()));
    }

    /** Licences of levels that steps brought in one place, without their entries. */
    static List<Candidate> candidates(
            Place place, Scheme scheme, List<Reach> reached, Counting counting) {
        return reached.stream()
                .map(it ->
                        new Candidate(
                                new Licence(
                                        place.guardian().value(),
                                        place.scheme(),
                                        place.layer(),
                                        place.period(),
                                        it.level(),
                                        scheme.version(),
                                        it.by().at(),
                                        it.by().event(),
                                        List.of(),
                                        null),
                                it.by(),
                                counting.event(it.by().event()).division()))
                .toList();
    }
}
