package org.jiaxue.archive;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiaxue.archive.Remembered.Place;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks now and then whether this node finds the months that the database says lie in files, and
 * says so: to Prometheus, and in the node's directory for {@code doctor}. No file is read.
 */
@Component
class Watch implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final MonthStore store;
    private final Stacks stacks;
    private final DatabaseClock clock;
    private final Settings settings;
    private volatile long missing;

    Watch(MonthStore store, Stacks stacks, DatabaseClock clock, Settings settings) {
        this.store = store;
        this.stacks = stacks;
        this.clock = clock;
        this.settings = settings;
    }

    /** At every node: each has a directory of its own, and may lack the one that all need. */
    @Scheduled(initialDelay = 1, fixedRate = 10, timeUnit = TimeUnit.MINUTES)
    void look() {
        List<Place> places =
                store.all().stream().map(it -> new Place(it.name(), it.month())).toList();
        new Remembered(clock.now(), places).leave(settings.data());
        missing = places.stream().filter(it -> !there(it)).count();
    }

    private boolean there(Place place) {
        try {
            stacks.current(place.name(), place.month(), store.edition(place.name(), place.month()));
            return true;
        } catch (Refusal missing) {
            LOG.warn(
                    "files are not as they should be table={} month={} what={}",
                    place.name(),
                    place.month(),
                    missing.problem().key());
            return false;
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("jiaxue.archive.missing", this, it -> it.missing)
                .description("tables' months whose files this node does not find as they were")
                .register(registry);
    }
}
