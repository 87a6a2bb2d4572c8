package org.jiaxue.statistics.supply;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiaxue.activities.SessionsAnnounced;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.ParentSchoolClosed;
import org.jiaxue.schools.ParentSchoolOpened;
import org.jiaxue.statistics.Period;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;

/**
 * What institutions offer, kept as it is told and settled when a week is closed. Told at least once
 * and in any order, it is kept once.
 */
@Component
public class Supply {

    /** What every code begins with. */
    private static final String COUNTRY = "";

    private final SchoolStore schools;
    private final SessionStore sessions;
    private final Regions regions;
    private final Times times;
    private final DatabaseClock clock;

    Supply(
            SchoolStore schools,
            SessionStore sessions,
            Regions regions,
            Times times,
            DatabaseClock clock) {
        this.schools = schools;
        this.sessions = sessions;
        this.regions = regions;
        this.times = times;
        this.clock = clock;
    }

    public void opened(ParentSchoolOpened opened) {
        schools.keep(
                new SchoolStore.Standing(
                        opened.organisation(),
                        opened.on(),
                        opened.county(),
                        opened.platform().slug()),
                today());
    }

    public void closed(ParentSchoolClosed closed) {
        schools.keep(
                new SchoolStore.Standing(closed.organisation(), closed.on(), closed.county(), null),
                today());
    }

    /** Those announced before sessions were told of count in weeks that are closed as well. */
    public void announced(SessionsAnnounced announced) {
        sessions.keep(
                announced.sessions().stream()
                        .map(it ->
                                new SessionStore.Held(
                                        it.session().toString(),
                                        times.dayOf(it.startsAt()),
                                        it.division(),
                                        it.stage().slug()))
                        .toList(),
                announced.earlier());
    }

    /** The first week of which anything is known. */
    public Optional<LocalDate> firstWeek() {
        return Stream.concat(schools.firstWeek().stream(), sessions.firstWeek().stream())
                .min(LocalDate::compareTo);
    }

    /** Settles a week that is being closed, within its transaction. */
    public void settle(Period week) {
        sessions.settle(week.from());
        schools.settle(
                week,
                regions.schoolsByDivision(COUNTRY, Level.COUNTY.digits(), week.to()),
                regions.existing(schools.open(week.to()), week.to()));
    }

    /** The schools of a division and of what lies right below it, at the end of these periods. */
    public Schools schools(String division, List<Period> periods) {
        List<LocalDate> weeks = periods.stream().map(Period::lastWeek).distinct().toList();
        Schools found = new Schools();
        found.addAll(schools.counts(division, division.length(), weeks));
        if (division.length() < Level.COUNTY.digits()) {
            found.addAll(schools.counts(division, division.length() + 2, weeks));
        }
        return found;
    }

    /** The sessions held in a division during these periods. */
    public Sessions sessions(String division, int digits, List<Period> periods) {
        LocalDate first =
                periods.stream().map(Period::from).min(LocalDate::compareTo).orElse(LocalDate.MAX);
        LocalDate last =
                periods.stream().map(Period::to).max(LocalDate::compareTo).orElse(LocalDate.MIN);
        return periods.isEmpty()
                ? new Sessions(List.of())
                : new Sessions(sessions.counts(division, digits, first, last));
    }

    private LocalDate today() {
        return times.dayOf(clock.now());
    }
}
