package org.jiaxue.licences.grading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Reached;
import org.jiaxue.licences.grading.Climb.Rise;
import org.jiaxue.licences.grading.GradingStore.Counted;
import org.jiaxue.licences.grading.Levels.Candidate;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.points.Credited;
import org.jiaxue.points.Grading;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts entries in the layers of the schemes in force and keeps the levels that they reach, in a
 * number of statements that depends neither on how many guardians a batch has nor on how many
 * schemes are in force for them: four where nobody is near a level, at most seven.
 */
@Component
class Grader implements Grading {

    private final GradingStore store;
    private final LevelStore reached;
    private final Levels levels;
    private final Schemes schemes;
    private final People people;
    private final Times times;

    Grader(
            GradingStore store,
            LevelStore reached,
            Levels levels,
            Schemes schemes,
            People people,
            Times times) {
        this.store = store;
        this.reached = reached;
        this.levels = levels;
        this.schemes = schemes;
        this.people = people;
        this.times = times;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Reached> grade(List<Credited> credited) {
        if (credited.isEmpty()) {
            return List.of();
        }
        Counting counting = new Counting(alreadyCounted(credited));
        Map<GuardianId, Household> households =
                people.households(
                        credited.stream().map(it -> it.event().guardian()).distinct().toList());
        for (Credited entry : credited) {
            LearningEvent event = entry.event();
            LocalDate day = times.dayOf(event.occurredAt());
            for (Scheme scheme : schemes.inForce(event.division(), day)) {
                counting.count(entry, scheme, day, households.get(event.guardian()));
            }
        }
        if (counting.rows().isEmpty()) {
            return List.of();
        }
        store.insertCounted(counting.rows());
        return reach(counting);
    }

    @Override
    public List<Reached> reachedBy(Map<GuardianId, Collection<UUID>> causes) {
        return reached.broughtBy(causes).stream().map(levels::news).toList();
    }

    private List<Counted> alreadyCounted(List<Credited> credited) {
        return store.counted(
                credited.stream().map(it -> it.event().guardian()).toList(),
                credited.stream().map(it -> it.event().id()).toList());
    }

    private List<Reached> reach(Counting counting) {
        Map<Place, Rise> rises = new LinkedHashMap<>();
        counting.steps().forEach((place, steps) -> rises.put(place, Climb.rise(steps)));
        if (rises.isEmpty()) {
            return List.of();
        }
        store.raise(rises);
        Map<Place, Standing> after = store.standings(rises.keySet());
        List<Candidate> candidates = new ArrayList<>();
        rises.forEach((place, rise) -> {
            Scheme scheme = counting.schemeAt(place);
            if (scheme.byItself(scheme.layer(place.layer()).orElseThrow())) {
                Standing before = after.getOrDefault(place, Standing.ZERO).minus(rise.sums());
                candidates.addAll(
                        Levels.candidates(
                                place,
                                scheme,
                                Climb.reached(scheme, before, counting.stepsAt(place)),
                                counting));
            }
        });
        return candidates.isEmpty() ? List.of() : levels.keep(candidates, counting.steps());
    }
}
