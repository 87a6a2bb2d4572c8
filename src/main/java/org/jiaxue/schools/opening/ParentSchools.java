package org.jiaxue.schools.opening;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaxue.identity.Audit;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.ParentSchool;
import org.jiaxue.schools.ParentSchoolClosed;
import org.jiaxue.schools.ParentSchoolOpened;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.schools.opening.ParentSchoolStore.Step;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens and closes parent schools and tells of it within the same transaction. */
@Component
public class ParentSchools {

    /** No parent school is older; the first in the province were opened later. */
    public static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

    private static final Logger LOG = LoggerFactory.getLogger(ParentSchools.class);

    /** So many schools are asked after at a time. */
    private static final int BATCH = 500;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ParentSchoolStore store;
    private final Regions regions;
    private final Audit audit;
    private final Times times;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ParentSchools(
            ParentSchoolStore store,
            Regions regions,
            Audit audit,
            Times times,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.store = store;
        this.regions = regions;
        this.audit = audit;
        this.times = times;
        this.events = events;
        this.transaction = transaction;
    }

    /** What came of saying something of a parent school. */
    public enum Said {
        DONE,
        /** The day is before {@link #EARLIEST} or after today. */
        DAY_OUTSIDE,
        /** Something later was said already; {@link ParentSchool#since} is its day. */
        DAY_BEFORE_LAST,
        /** It runs on this platform already, or is closed already, or since that very day. */
        NOTHING_NEW,
        /** The school is no more, by its county's list. */
        SCHOOL_ENDED
    }

    /** How a school's parent school stands; empty where it was never opened. */
    public Optional<ParentSchool> find(UUID organisation) {
        return store.find(List.of(organisation)).stream().findFirst();
    }

    /** How those of these schools stand that were ever opened. */
    public Map<UUID, ParentSchool> find(Collection<UUID> organisations) {
        return store.find(organisations).stream()
                .collect(Collectors.toMap(ParentSchool::organisation, Function.identity()));
    }

    /** Opens a school's parent school, or moves it to another kind of platform. */
    @Transactional
    public Said open(Organisation school, PlatformKind platform, LocalDate on, Viewer.Staff by) {
        store.lock(school.id());
        Optional<ParentSchool> now = find(school.id());
        if (now.filter(it -> it.platform() == platform).isPresent()) {
            return Said.NOTHING_NEW;
        }
        if (!regions.ended(List.of(school.id()), times.today()).isEmpty()) {
            return Said.SCHOOL_ENDED;
        }
        Said judged = judge(on, now.map(ParentSchool::since).orElse(EARLIEST));
        if (judged == Said.DONE) {
            store.add(school, platform, on, by.id(), times.now(), null);
            tell(school, platform, on);
            audit.note(by, "parent-school.opened", school.id().toString());
        }
        return judged;
    }

    /** Closes a school's parent school from a day on. */
    @Transactional
    public Said close(Organisation school, LocalDate on, Viewer.Staff by) {
        store.lock(school.id());
        Optional<ParentSchool> now = find(school.id()).filter(ParentSchool::open);
        if (now.isEmpty()) {
            return Said.NOTHING_NEW;
        }
        Said judged = judge(on, now.get().since());
        if (judged == Said.DONE) {
            store.add(school, null, on, by.id(), times.now(), null);
            tell(school, null, on);
            audit.note(by, "parent-school.closed", school.id().toString());
        }
        return judged;
    }

    /**
     * Puts another day in the place of that from which a parent school stands as it does. What was
     * said before stays; figures that are settled already stay as they are.
     */
    @Transactional
    public Said correct(Organisation school, LocalDate on, Viewer.Staff by) {
        store.lock(school.id());
        List<Step> valid = valid(store.steps(school.id()));
        if (valid.isEmpty() || valid.getLast().on().equals(on)) {
            return Said.NOTHING_NEW;
        }
        Step wrong = valid.getLast();
        Said judged = judge(on, valid.size() > 1 ? valid.get(valid.size() - 2).on() : EARLIEST);
        if (judged == Said.DONE) {
            store.add(school, wrong.platform(), on, by.id(), times.now(), wrong.id());
            tellAgain(school, on.isBefore(wrong.on()) ? on : wrong.on());
            audit.note(by, "parent-school.corrected", school.id().toString());
        }
        return judged;
    }

    /**
     * Closes the parent schools of schools that are no more by their county's list, each on that
     * day and in a transaction of its own. What was closed before is left as it is.
     *
     * @return how many this call closed
     */
    @Transactional(propagation = Propagation.NEVER)
    public int closeEnded() {
        int closed = 0;
        List<UUID> told = store.told(BEFORE_ALL, BATCH);
        while (!told.isEmpty()) {
            for (var ended : regions.ended(told, times.today()).entrySet()) {
                if (Boolean.TRUE.equals(
                        transaction.execute(_ -> end(ended.getKey(), ended.getValue())))) {
                    closed++;
                }
            }
            told = store.told(told.getLast(), BATCH);
        }
        return closed;
    }

    private boolean end(UUID organisation, LocalDate ended) {
        store.lock(organisation);
        Optional<ParentSchool> now = find(organisation).filter(ParentSchool::open);
        if (now.isEmpty()) {
            return false;
        }
        LocalDate since = now.get().since();
        LocalDate on = ended.isBefore(since) ? since : ended;
        Organisation school = regions.organisation(organisation).orElseThrow();
        store.add(school, null, on, null, times.now(), null);
        tell(school, null, on);
        LOG.info("parent school closed with its school organisation={} on={}", organisation, on);
        return true;
    }

    private Said judge(LocalDate on, LocalDate last) {
        if (on.isBefore(EARLIEST) || on.isAfter(times.today())) {
            return Said.DAY_OUTSIDE;
        }
        return on.isBefore(last) ? Said.DAY_BEFORE_LAST : Said.DONE;
    }

    /** Tells of every day from one on that was ever named how it stands on it now. */
    private void tellAgain(Organisation school, LocalDate from) {
        List<Step> steps = store.steps(school.id());
        List<Step> valid = valid(steps);
        steps.stream()
                .map(Step::on)
                .filter(day -> !day.isBefore(from))
                .distinct()
                .forEach(day -> tell(school, platformOn(day, valid), day));
    }

    private void tell(Organisation school, @Nullable PlatformKind platform, LocalDate on) {
        events.publishEvent(
                platform == null
                        ? new ParentSchoolClosed(school.id(), school.county(), on)
                        : new ParentSchoolOpened(school.id(), school.county(), platform, on));
    }

    private static @Nullable PlatformKind platformOn(LocalDate day, List<Step> valid) {
        @Nullable PlatformKind platform = null;
        for (Step step : valid) {
            if (!step.on().isAfter(day)) {
                platform = step.platform();
            }
        }
        return platform;
    }

    private static List<Step> valid(List<Step> steps) {
        return steps.stream().filter(it -> !it.corrected()).toList();
    }
}
