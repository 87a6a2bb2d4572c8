package org.jiaxue.points.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.Holding;
import org.jiaxue.points.detection.DetectorSet.Sentence;
import org.jiaxue.points.detection.Detectors;
import org.jiaxue.points.detection.Watching;
import org.jiaxue.points.rules.Standing;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sets events aside that trip a detector, and says how each of them stands. */
@Component
class Holds implements Holding {

    private static final Logger LOG = LoggerFactory.getLogger(Holds.class);

    private final Watching watching;
    private final Detectors detectors;
    private final HoldStore store;
    private final DatabaseClock clock;
    private final Times times;

    Holds(
            Watching watching,
            Detectors detectors,
            HoldStore store,
            DatabaseClock clock,
            Times times) {
        this.watching = watching;
        this.detectors = detectors;
        this.store = store;
        this.clock = clock;
        this.times = times;
    }

    @Override
    public void look(Collection<LearningEvent> fresh, Map<UUID, Circumstances> circumstances) {
        Instant now = clock.now();
        watching.look(fresh, circumstances).entrySet().stream()
                .sorted(Comparator.comparing(it -> it.getKey().id()))
                .forEach(it -> {
                    UUID id = UUID.randomUUID();
                    store.add(it.getKey(), id, it.getValue(), now, endOf(times, now));
                    LOG.info("held hold={} detector={}", id, it.getValue().detector());
                });
    }

    @Override
    public Map<UUID, Standing> standings(Collection<GuardianId> guardians) {
        return store.standings(guardians);
    }

    @Override
    public Words sentence(int points) {
        Sentence sentence = points == 0 ? Sentence.HELD_NONE : Sentence.HELD;
        return detectors.say(times.today(), sentence, points, Decisions.DAYS);
    }

    /** The end of the last of {@value Decisions#DAYS} days; the day itself is not counted. */
    static Instant endOf(Times times, Instant now) {
        LocalDate last = times.dayOf(now).plusDays(Decisions.DAYS);
        return last.plusDays(1).atStartOfDay(times.zone()).toInstant();
    }
}
