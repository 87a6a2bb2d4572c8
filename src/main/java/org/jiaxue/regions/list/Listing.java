package org.jiaxue.regions.list;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolListReport;
import org.jiaxue.regions.SchoolListTaken;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares a county's list with what is known and takes it whole, or not at all. */
@Component
public class Listing {

    private final ListStore store;
    private final TrialStore trials;
    private final Regions regions;
    private final Times times;
    private final ApplicationEventPublisher events;

    Listing(
            ListStore store,
            TrialStore trials,
            Regions regions,
            Times times,
            ApplicationEventPublisher events) {
        this.store = store;
        this.trials = trials;
        this.regions = regions;
        this.times = times;
        this.events = events;
    }

    /** What a list would change; see {@code SchoolLists}. */
    @Transactional(readOnly = true)
    public SchoolListReport look(byte[] file, String county) {
        requireCounty(county);
        return compared(ListReader.read(file), county).report();
    }

    /** Takes a list for the operator; see {@code SchoolLists}. */
    @Transactional
    public SchoolListReport take(byte[] file, String county) {
        requireCounty(county);
        return take(file, county, null, null);
    }

    /** Looks at a list, and keeps it to be confirmed unless something is wrong with it. */
    @Transactional
    Looked look(byte[] file, String name, String county, StaffId staff) {
        SchoolListReport report = look(file, county);
        if (!report.good()) {
            return new Looked(report, null);
        }
        return new Looked(
                report,
                trials.put(
                        staff,
                        new TrialStore.Trial(
                                Ids.random(), county, name, sha256(file), report.state()),
                        file));
    }

    /** What was seen, and under which id it waits to be confirmed. */
    record Looked(SchoolListReport report, @Nullable UUID trial) {}

    /**
     * Takes what was looked at.
     *
     * @throws Refusal when what it was compared with is no longer so (409)
     */
    @Transactional
    SchoolListReport confirm(TrialStore.Trial trial, StaffId staff) {
        byte[] file = trials.file(trial);
        if (!sha256(file).equals(trial.sha256())) {
            throw new IllegalStateException("A waiting list was altered trial=" + trial.id());
        }
        SchoolListReport report = take(file, trial.county(), trial.state(), staff);
        trials.drop(trial.id());
        return report;
    }

    /** What a list that waits would change, as it is now. */
    @Transactional(readOnly = true)
    SchoolListReport look(TrialStore.Trial trial) {
        return look(trials.file(trial), trial.county());
    }

    @Transactional(readOnly = true)
    Optional<ListStore.Last> last(String county) {
        return store.last(county);
    }

    private SchoolListReport take(
            byte[] file, String county, @Nullable String seen, @Nullable StaffId by) {
        ListReader.Reading reading = ListReader.read(file);
        store.lock(county);
        Compared compared = compared(reading, county);
        SchoolListReport report = compared.report();
        if (!report.good()) {
            return report;
        }
        if (seen != null && !seen.equals(report.state())) {
            throw new Refusal(Problem.conflict("regions.list.changed-since"));
        }
        UUID list = Ids.next();
        store.add(
                county,
                new ListStore.Taken(
                        list,
                        sha256(file),
                        report.lines(),
                        report.added().size(),
                        report.changed().size(),
                        report.missing().size()),
                by);
        List<Kept> schools = compared.comparison().written();
        List<String> groups =
                schools.stream().map(Kept::group).filter(Objects::nonNull).distinct().toList();
        Map<String, UUID> ids = store.groups(county, groups);
        store.put(county, schools, ids);
        store.name(county, schools, list);
        events.publishEvent(new SchoolListTaken(list, county, by));
        return report;
    }

    private record Compared(Comparison comparison, SchoolListReport report) {}

    private Compared compared(ListReader.Reading reading, String county) {
        List<Kept> known = store.known(county);
        Comparison comparison = new Comparison(known, reading.schools(), times.today());
        return new Compared(
                comparison,
                new SchoolListReport(
                        reading.schools().size(),
                        comparison.added(),
                        comparison.changed(),
                        comparison.unchanged(),
                        comparison.missing(),
                        reading.faults(),
                        reading.moreFaults(),
                        reading.unread(),
                        sha256(known.toString().getBytes(StandardCharsets.UTF_8))));
    }

    private void requireCounty(String county) {
        if (regions.find(county).filter(it -> it.level() == Division.Level.COUNTY).isEmpty()) {
            throw new Refusal(Problem.unprocessable("regions.import.no-county", county));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
