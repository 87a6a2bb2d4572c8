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
import org.jiaxue.schools.ParentSchool;
import org.jiaxue.schools.ParentSchoolClosed;
import org.jiaxue.schools.ParentSchoolOpened;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes parent schools and tells of it within the same transaction. */
@Component
public class ParentSchools {

    /** No parent school is older; the first in the province were opened later. */
    public static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

    private final ParentSchoolStore store;
    private final Audit audit;
    private final Times times;
    private final ApplicationEventPublisher events;

    ParentSchools(
            ParentSchoolStore store, Audit audit, Times times, ApplicationEventPublisher events) {
        this.store = store;
        this.audit = audit;
        this.times = times;
        this.events = events;
    }

    /** What came of saying something of a parent school. */
    public enum Said {
        DONE,
        /** The day is before {@link #EARLIEST} or after today. */
        DAY_OUTSIDE,
        /** Something later was said already; {@link ParentSchool#since} is its day. */
        DAY_BEFORE_LAST,
        /** It runs on this platform already, or is closed already. */
        NOTHING_NEW
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
        Optional<ParentSchool> now = find(school.id());
        if (now.filter(it -> it.platform() == platform).isPresent()) {
            return Said.NOTHING_NEW;
        }
        Said judged = judge(on, now.map(ParentSchool::since).orElse(EARLIEST));
        if (judged == Said.DONE) {
            store.add(school, platform, on, by.id(), times.now());
            events.publishEvent(new ParentSchoolOpened(school.id(), school.county(), platform, on));
            audit.note(by, "parent-school.opened", school.id().toString());
        }
        return judged;
    }

    /** Closes a school's parent school from a day on. */
    @Transactional
    public Said close(Organisation school, LocalDate on, Viewer.Staff by) {
        Optional<ParentSchool> now = find(school.id()).filter(ParentSchool::open);
        if (now.isEmpty()) {
            return Said.NOTHING_NEW;
        }
        Said judged = judge(on, now.get().since());
        if (judged == Said.DONE) {
            store.add(school, null, on, by.id(), times.now());
            events.publishEvent(new ParentSchoolClosed(school.id(), school.county(), on));
            audit.note(by, "parent-school.closed", school.id().toString());
        }
        return judged;
    }

    private Said judge(LocalDate on, LocalDate last) {
        if (on.isBefore(EARLIEST) || on.isAfter(times.today())) {
            return Said.DAY_OUTSIDE;
        }
        return on.isBefore(last) ? Said.DAY_BEFORE_LAST : Said.DONE;
    }
}
