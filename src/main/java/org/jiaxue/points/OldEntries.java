package org.jiaxue.points;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.archive.Archives;
import org.jiaxue.points.EntryStore.Place;
import org.jiaxue.points.EntryStore.Shown;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A guardian's lines wherever they lie. What is asked for is looked for here first; months that lie
 * in files are lent for the reading, the latest first, and no more of them than it takes.
 */
@Component
class OldEntries {

    private final EntryStore store;
    private final Archives archives;
    private final Times times;

    OldEntries(EntryStore store, Archives archives, Times times) {
        this.store = store;
        this.archives = archives;
        this.times = times;
    }

    /**
     * The rows that come next by occurrence, the newest first.
     *
     * @param before the row that was seen last; null to begin with the newest
     * @return at most so many; empty where the guardian has no such row
     */
    Optional<List<Shown>> page(GuardianId guardian, @Nullable UUID before, int most) {
        Optional<List<Shown>> here = here(guardian, before, most);
        List<YearMonth> away = archives.of(guardian);
        if (away.isEmpty() || whole(here.orElse(List.of()), most, away.getFirst())) {
            return here;
        }
        return archives.lent(() -> {
            Optional<List<Shown>> page = here;
            for (YearMonth month : away) {
                if (whole(page.orElse(List.of()), most, month)) {
                    break;
                }
                archives.bring(guardian, month);
                page = here(guardian, before, most);
            }
            return page;
        });
    }

    private Optional<List<Shown>> here(GuardianId guardian, @Nullable UUID before, int most) {
        if (before == null) {
            return Optional.of(store.newest(guardian, most));
        }
        return store.has(guardian, before)
                ? Optional.of(store.before(guardian, before, most))
                : Optional.empty();
    }

    /** Whether nothing of this month or of earlier ones can be among them. */
    private boolean whole(List<Shown> page, int most, YearMonth month) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(times.zone()).toInstant();
        return page.size() == most && !page.getLast().at().isBefore(end);
    }

    /** Where and with which school a guardian learned last whose every line lies in files. */
    Optional<Place> lastPlace(GuardianId guardian) {
        List<YearMonth> away = archives.of(guardian);
        return away.isEmpty()
                ? Optional.empty()
                : archives.lent(() -> {
                    archives.bring(guardian, away.getFirst());
                    return store.lastPlace(guardian);
                });
    }
}
