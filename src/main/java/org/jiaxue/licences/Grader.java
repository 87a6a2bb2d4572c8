package org.jiaxue.licences;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Reached;
import org.jiaxue.licences.Climb.Rise;
import org.jiaxue.licences.GradingStore.Counted;
import org.jiaxue.licences.GradingStore.Licence;
import org.jiaxue.licences.GradingStore.Place;
import org.jiaxue.licences.Scheme.Standing;
import org.jiaxue.points.Credited;
import org.jiaxue.points.Grading;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts entries in the layers of the schemes in force and keeps the levels that they reach. */
@Component
class Grader implements Grading {

    private final GradingStore store;
    private final LicenceStore licences;
    private final Schemes schemes;
    private final People people;
    private final Times times;
    private final ApplicationEventPublisher events;

    Grader(
            GradingStore store,
            LicenceStore licences,
            Schemes schemes,
            People people,
            Times times,
            ApplicationEventPublisher events) {
        this.store = store;
        this.licences = licences;
        this.schemes = schemes;
        this.people = people;
        this.times = times;
        this.events = events;
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
        return licences.broughtBy(causes).stream()
                .map(it -> reached(schemes.named(it.scheme(), it.version()), it))
                .toList();
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
        Map<Place, Standing> after = store.raise(rises);
        List<Licence> candidates = new ArrayList<>();
        rises.forEach((place, rise) -> {
            Scheme scheme = counting.schemeAt(place);
            Standing before =
                    Objects.requireNonNull(after.get(place))
                            .plus(-rise.points(), -rise.activities(), -rise.lives());
            Climb.reached(scheme, before, Objects.requireNonNull(counting.steps().get(place)))
                    .forEach(it -> candidates.add(licence(place, scheme, it)));
        });
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Reached> news = new ArrayList<>();
        for (Licence licence : store.insertLicences(candidates)) {
            Scheme scheme = schemes.named(licence.scheme(), licence.version());
            events.publishEvent(levelReached(scheme, licence, counting));
            news.add(reached(scheme, licence));
        }
        return news;
    }

    private static Licence licence(Place place, Scheme scheme, Climb.Reach reach) {
        return new Licence(
                place.guardian().value(),
                place.scheme(),
                place.layer(),
                reach.level(),
                scheme.version(),
                reach.by().at(),
                reach.by().event());
    }

    private static Reached reached(Scheme scheme, Licence licence) {
        Words news = scheme.level(licence.level()).news();
        Words layer = layerName(scheme, licence);
        return new Reached(
                licence.cause(),
                licence.scheme(),
                licence.layer(),
                licence.level(),
                new Words(
                        news.zh().replace("{layer}", layer.zh()),
                        news.en().replace("{layer}", layer.en())));
    }

    private static LevelReached levelReached(Scheme scheme, Licence licence, Counting counting) {
        LearningEvent cause = counting.event(licence.cause());
        return new LevelReached(
                licence.guardian(),
                licence.scheme(),
                licence.version(),
                licence.layer(),
                licence.level(),
                scheme.title(),
                layerName(scheme, licence),
                scheme.level(licence.level()).title(),
                cause.division(),
                licence.reachedAt(),
                licence.cause());
    }

    private static Words layerName(Scheme scheme, Licence licence) {
        return scheme.layer(licence.layer()).orElseThrow().title();
    }
}
