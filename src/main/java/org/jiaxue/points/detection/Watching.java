package org.jiaxue.points.detection;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.detection.DetectorSet.Tripped;
import org.jiaxue.points.detection.PlaceStore.Visit;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at new events as they become facts: measures what was seen, keeps it for {@link #KEPT} and
 * says which detectors it trips.
 */
@Component
public class Watching {

    /** How long circumstances are kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** How long guardians are numbered on a device or network: a day, whenever it began. */
    private static final Duration PLACES_KEPT = Duration.ofDays(2);

    private static final int MOST_AT_ONCE = 5_000;

    private final Detectors detectors;
    private final PlaceStore places;
    private final JdbcClient jdbc;
    private final DatabaseClock clock;
    private final Times times;

    Watching(
            Detectors detectors,
            PlaceStore places,
            JdbcClient jdbc,
            DatabaseClock clock,
            Times times) {
        this.detectors = detectors;
        this.places = places;
        this.jdbc = jdbc;
        this.clock = clock;
        this.times = times;
    }

    /** The events that trip a detector; what was seen of all is kept. */
    public Map<LearningEvent, Tripped> look(
            Collection<LearningEvent> fresh, Map<UUID, Circumstances> circumstances) {
        List<LearningEvent> seen =
                fresh.stream().filter(it -> !seen(it, circumstances).empty()).toList();
        if (seen.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.now();
        keep(seen, circumstances, now);
        Map<Visit, Integer> numbers = numbers(seen, circumstances, now);
        Map<LearningEvent, Tripped> tripped = new HashMap<>();
        for (LearningEvent event : seen) {
            Circumstances of = seen(event, circumstances);
            detectors
                    .tripped(times.dayOf(now), figures(event.guardian(), of, numbers))
                    .ifPresent(it -> tripped.put(event, it));
        }
        return tripped;
    }

    private static Circumstances seen(LearningEvent event, Map<UUID, Circumstances> circumstances) {
        return circumstances.getOrDefault(event.id(), Circumstances.NONE);
    }

    private Map<Visit, Integer> numbers(
            List<LearningEvent> seen, Map<UUID, Circumstances> circumstances, Instant now) {
        List<Visit> visits = new ArrayList<>();
        for (LearningEvent event : seen) {
            Circumstances of = seen(event, circumstances);
            visit(of.device(), event.guardian(), visits);
            visit(of.network(), event.guardian(), visits);
        }
        return visits.isEmpty() ? Map.of() : places.numbers(visits, now);
    }

    private static void visit(@Nullable String place, GuardianId guardian, List<Visit> visits) {
        if (place != null) {
            visits.add(new Visit(place, guardian));
        }
    }

    private static Map<Measure, Integer> figures(
            GuardianId guardian, Circumstances of, Map<Visit, Integer> numbers) {
        Map<Measure, Integer> figures = new EnumMap<>(Measure.class);
        if (of.cutSeconds() > 0) {
            figures.put(Measure.CUT_SECONDS, of.cutSeconds());
            long claimed = (long) of.cutSeconds() + of.playedSeconds();
            figures.put(Measure.CUT_PERCENT, (int) (of.cutSeconds() * 100L / claimed));
        }
        if (of.answerMillis() != null) {
            figures.put(Measure.ANSWER_MILLIS, of.answerMillis());
        }
        if (of.device() != null) {
            figures.put(
                    Measure.GUARDIANS_ON_DEVICE,
                    Objects.requireNonNull(numbers.get(new Visit(of.device(), guardian))));
        }
        if (of.network() != null) {
            figures.put(
                    Measure.GUARDIANS_ON_NETWORK,
                    Objects.requireNonNull(numbers.get(new Visit(of.network(), guardian))));
        }
        return figures;
    }

    private void keep(
            List<LearningEvent> events, Map<UUID, Circumstances> circumstances, Instant now) {
        List<Circumstances> of = events.stream().map(it -> seen(it, circumstances)).toList();
        jdbc.sql(
                        """
                        insert into points.circumstance (
                            guardian_id, event_id, device, network, answer_millis, cut_seconds,
                            played_seconds, seen_at)
                        select guardian_id, event_id, device, network, answer_millis, cut_seconds,
                               played_seconds, cast(:now as timestamptz)
                        from unnest(
                                cast(:guardians as uuid[]), cast(:events as uuid[]),
                                cast(:devices as text[]), cast(:networks as text[]),
                                cast(:answers as int[]), cast(:cut as int[]),
                                cast(:played as int[]))
                            as told (guardian_id, event_id, device, network, answer_millis,
                                     cut_seconds, played_seconds)
                        """)
                .param(
                        "guardians",
                        events.stream().map(it -> it.guardian().toString()).toArray(String[]::new))
                .param(
                        "events",
                        events.stream().map(it -> it.id().toString()).toArray(String[]::new))
                .param("devices", of.stream().map(Circumstances::device).toArray(String[]::new))
                .param("networks", of.stream().map(Circumstances::network).toArray(String[]::new))
                .param(
                        "answers",
                        of.stream().map(Circumstances::answerMillis).toArray(Integer[]::new))
                .param("cut", of.stream().map(Circumstances::cutSeconds).toArray(Integer[]::new))
                .param(
                        "played",
                        of.stream().map(Circumstances::playedSeconds).toArray(Integer[]::new))
                .param("now", now.toString())
                .update();
    }

    /** Forgets what was seen longer ago than {@link #KEPT}, and who was where before today. */
    public void forget() {
        Instant now = clock.now();
        int removed;
        do {
            removed =
                    jdbc.sql(
                                    """
                                    delete from points.circumstance
                                    where (guardian_id, event_id) in (
                                        select guardian_id, event_id from points.circumstance
                                        where seen_at < :before
                                        limit :most)
                                    """)
                            .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                            .param("most", MOST_AT_ONCE)
                            .update();
        } while (removed >= MOST_AT_ONCE);
        places.forget(now.minus(PLACES_KEPT));
    }
}
