package org.jiaxue.licences.grading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.identity.Household;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.licences.grading.Climb.Step;
import org.jiaxue.licences.grading.GradingStore.Counted;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Sums;
import org.jiaxue.points.Credited;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;

/** Sorts a batch into layers and periods, leaving out what was counted before. */
final class Counting {

    private record Key(GuardianId guardian, String scheme, UUID id) {}

    /** The layer that each event counts for, or that it counts for none. */
    private final Map<Key, @Nullable String> layers = new HashMap<>();

    private final Set<Key> entries = new HashSet<>();
    private final List<Counted> rows = new ArrayList<>();
    private final Map<Place, List<Step>> steps = new LinkedHashMap<>();
    private final Map<Place, Scheme> used = new HashMap<>();
    private final Map<UUID, LearningEvent> told = new HashMap<>();

    Counting(List<Counted> before) {
        for (Counted row : before) {
            GuardianId guardian = new GuardianId(row.guardianId());
            entries.add(new Key(guardian, row.scheme(), row.entryId()));
            layers.put(new Key(guardian, row.scheme(), row.eventId()), row.layer());
        }
    }

    void count(Credited entry, Scheme scheme, LocalDate day, @Nullable Household household) {
        LearningEvent event = entry.event();
        told.put(event.id(), event);
        if (!entries.add(new Key(event.guardian(), scheme.name(), entry.entry()))) {
            return;
        }
        Key key = new Key(event.guardian(), scheme.name(), event.id());
        boolean first = !layers.containsKey(key);
        @Nullable String layer = first ? layerOf(event, scheme, day, household) : layers.get(key);
        layers.put(key, layer);
        String period = scheme.period().codeOf(day);
        rows.add(
                new Counted(
                        event.guardian().value(),
                        scheme.name(),
                        entry.entry(),
                        event.id(),
                        layer,
                        period,
                        event.kind().slug(),
                        entry.points()));
        if (layer != null) {
            Place place = new Place(event.guardian(), scheme.name(), layer, period);
            used.put(place, scheme);
            steps.computeIfAbsent(place, _ -> new ArrayList<>()).add(step(entry, first));
        }
    }

    /** What is to be kept: a row an entry and scheme. */
    List<Counted> rows() {
        return rows;
    }

    /** What each layer gains, where an entry has one. */
    Map<Place, List<Step>> steps() {
        return steps;
    }

    List<Step> stepsAt(Place place) {
        return Objects.requireNonNull(steps.get(place));
    }

    Scheme schemeAt(Place place) {
        return Objects.requireNonNull(used.get(place));
    }

    LearningEvent event(UUID id) {
        return Objects.requireNonNull(told.get(id));
    }

    private static @Nullable String layerOf(
            LearningEvent event, Scheme scheme, LocalDate day, @Nullable Household household) {
        return scheme.layerFor(
                        event.subject(), household == null ? List.of() : household.children(), day)
                .map(Scheme.Layer::name)
                .orElse(null);
    }

    private static Step step(Credited entry, boolean first) {
        LearningEvent event = entry.event();
        return new Step(
                entry.entry(),
                event.id(),
                event.occurredAt(),
                entry.points(),
                Sums.of(event.kind(), entry.category(), entry.points(), first));
    }
}
