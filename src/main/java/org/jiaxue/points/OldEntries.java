package org.jiaxue.points;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jiaxue.archive.OwnMonths;
import org.jiaxue.points.EntryStore.Shown;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * A guardian's lines wherever they lie. As long as some are here that come before all in files, no
 * file is opened; then months are lent for the reading, the latest first, some at a time.
 */
@Component
class OldEntries {

    /** Months that are opened for one page. */
    static final int MOST_MONTHS = 6;

    /** How often it is looked whether a month went or came meanwhile. */
    private static final int TRIES = 3;

    private static final Duration COME_BACK = Duration.ofSeconds(20);

    private final EntryStore store;
    private final OwnMonths months;
    private final Times times;

    OldEntries(EntryStore store, OwnMonths months, Times times) {
        this.store = store;
        this.months = months;
        this.times = times;
    }

    /**
     * Lines that come next by occurrence, the newest first.
     *
     * @param rest where to go on in files; null where these are as many as were asked for, or all
     * @param missing why those in files cannot be read now; null where they were not needed or
     *     could
     */
    record Found(List<Shown> lines, @Nullable YearMonth rest, @Nullable Problem missing) {}

    /** Before everything that occurred after a month. */
    Cursor after(YearMonth month) {
        return Cursor.before(start(month.plusMonths(1)));
    }

    /**
     * A page; it may be shorter than it could be where it ends at a month in files.
     *
     * @param before where to begin; null for the newest
     */
    Found page(GuardianId guardian, @Nullable Cursor before, int most) {
        Found here = here(guardian, before, most);
        if (here.rest() == null || !here.lines().isEmpty()) {
            return here;
        }
        try {
            return months.lent(() -> opened(guardian, before, most));
        } catch (Refusal busy) {
            return new Found(List.of(), here.rest(), busy.problem());
        }
    }

    /** Those that are here and come before all in files. */
    Found here(GuardianId guardian, @Nullable Cursor before, int most) {
        for (int tried = 0; tried < TRIES; tried++) {
            List<YearMonth> away = away(guardian, before);
            Found found = found(guardian, before, most, away);
            if (away.equals(away(guardian, before))) {
                return found;
            }
        }
        throw new Refusal(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "archive.problem.moving")
                        .retryAfter(COME_BACK));
    }

    private Found opened(GuardianId guardian, @Nullable Cursor before, int most) {
        Found found = found(guardian, before, most, away(guardian, before));
        for (int opened = 0; opened < MOST_MONTHS && found.rest() != null; opened++) {
            try {
                months.bring(guardian, EntryArchive.NAME, found.rest());
            } catch (Refusal unread) {
                return new Found(found.lines(), found.rest(), unread.problem());
            }
            found = found(guardian, before, most, away(guardian, before));
        }
        return found;
    }

    private List<YearMonth> away(GuardianId guardian, @Nullable Cursor before) {
        return months.of(guardian, EntryArchive.NAME).stream()
                .filter(it -> before == null || before.reaches(start(it)))
                .toList();
    }

    /** The lines of the database up to the latest month that lies in files. */
    private Found found(
            GuardianId guardian, @Nullable Cursor before, int most, List<YearMonth> away) {
        List<Shown> lines =
                before == null
                        ? store.newest(guardian, most)
                        : store.before(guardian, before, most);
        if (away.isEmpty()) {
            return new Found(lines, null, null);
        }
        Instant end = start(away.getFirst().plusMonths(1));
        List<Shown> first = lines.stream().filter(it -> !it.at().isBefore(end)).toList();
        return new Found(first, first.size() == most ? null : away.getFirst(), null);
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(times.zone()).toInstant();
    }
}
