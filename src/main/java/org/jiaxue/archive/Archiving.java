package org.jiaxue.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jiaxue.database.Database;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Locks;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Puts months away and brings them back, for the command line. */
@Component
public class Archiving {

    private static final int TRIES = 3;

    private final List<Monthly> tables;
    private final MonthStore store;
    private final Stacks stacks;
    private final Volumes volumes;
    private final Archives archives;
    private final Database database;
    private final Times times;
    private final Watch watch;

    Archiving(
            List<Monthly> tables,
            MonthStore store,
            Stacks stacks,
            Volumes volumes,
            Archives archives,
            Database database,
            Times times,
            Watch watch) {
        this.tables = tables.stream().sorted(Comparator.comparingInt(Monthly::turn)).toList();
        this.store = store;
        this.stacks = stacks;
        this.volumes = volumes;
        this.archives = archives;
        this.database = database;
        this.times = times;
        this.watch = watch;
    }

    /**
     * A table's month in files.
     *
     * @param fault what is wrong with its files; null where they are as they were written
     */
    public record Kept(
            YearMonth month,
            String name,
            long rows,
            int files,
            long bytes,
            @Nullable Problem fault) {}

    /** What lies in files, the oldest first; every file is read. */
    public List<Kept> all() {
        return store.all().stream().map(it -> kept(it.name(), it.month())).toList();
    }

    private Kept kept(String name, YearMonth month) {
        try {
            Manifest manifest = stacks.current(name, month, store.edition(name, month));
            Kept whole = kept(manifest);
            try {
                manifest.files().forEach(it -> volumes.read(stacks.of(name, month), it));
                return whole;
            } catch (Refusal damaged) {
                return new Kept(
                        month, name, whole.rows(), whole.files(), whole.bytes(), damaged.problem());
            }
        } catch (Refusal missing) {
            return new Kept(month, name, 0, 0, 0, missing.problem());
        }
    }

    private static Kept kept(Manifest manifest) {
        return new Kept(
                manifest.month(),
                manifest.name(),
                manifest.rows(),
                manifest.files().size(),
                manifest.bytes(),
                null);
    }

    /**
     * Puts every month before one away that has parts, each table by itself. Ended anywhere, it
     * goes on where it is asked again.
     *
     * @param told hears of each that is done
     * @return how many that was
     * @throws Refusal where one of them cannot go, with what to do
     */
    public int before(YearMonth bound, Consumer<Kept> told) {
        YearMonth latest = latestBound();
        if (bound.isAfter(latest)) {
            throw refused("archive.problem.needed", bound.toString(), latest.toString());
        }
        if (!store.all().isEmpty()) {
            stacks.mustBeOurs(store.house());
        }
        stacks.claim(store.house());
        try (Owner owner = owner()) {
            if (!store.putAwayAlone(owner.jdbc())) {
                throw refused("archive.problem.at-work");
            }
            owner.commit();
            removeLeft();
            int done = 0;
            for (YearMonth month : months(owner, bound)) {
                for (Monthly table : tables) {
                    if (due(owner, table, month)) {
                        told.accept(kept(putAway(owner, table, month)));
                        done++;
                    }
                }
            }
            return done;
        } finally {
            watch.look();
        }
    }

    /** What a process left that died at it would hold whoever is erased while this one works. */
    private void removeLeft() {
        for (Monthly table : tables) {
            stacks.removeLeft(
                    table.name(),
                    store.all().stream()
                            .filter(it -> it.name().equals(table.name()))
                            .map(MonthStore.Away::month)
                            .toList());
        }
    }

    /** The latest bound that may be asked for today. */
    YearMonth latestBound() {
        LocalDate today = times.today();
        return tables.stream()
                .map(it -> YearMonth.from(it.neededFrom(today)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Set<YearMonth> months(Owner owner, YearMonth bound) {
        Set<YearMonth> months = new TreeSet<>();
        tables.forEach(it -> months.addAll(it.parts(owner.jdbc(), bound)));
        owner.commit();
        return months;
    }

    /** What a month that lies in files has got since stays here until it is brought back. */
    private boolean due(Owner owner, Monthly table, YearMonth month) {
        boolean due =
                table.parts(owner.jdbc(), month.plusMonths(1)).contains(month)
                        && !store.has(table.name(), month);
        owner.commit();
        return due;
    }

    private Manifest putAway(Owner owner, Monthly table, YearMonth month) {
        for (int tried = 0; tried < TRIES; tried++) {
            if (settle(owner, table, written(owner, table, month))) {
                return stacks.manifest(table.name(), month);
            }
        }
        throw refused("archive.problem.changing", month.toString());
    }

    /** What is written only in part goes again. */
    private Written written(Owner owner, Monthly table, YearMonth month) {
        try {
            return write(owner, table, month);
        } catch (Refusal impossible) {
            owner.rollback();
            stacks.removeFresh(table.name(), month);
            throw impossible;
        }
    }

    /** What was written of a month, and whose rows of it stay here. */
    record Written(Manifest manifest, Set<GuardianId> staying) {}

    /** Writes a month into files that have no name yet, and reads them again. */
    Written write(Owner owner, Monthly table, YearMonth month) {
        Instant from = instant(month);
        Instant to = instant(month.plusMonths(1));
        nothingWaits(owner);
        Set<GuardianId> staying = new TreeSet<>();
        tables.forEach(it -> staying.addAll(it.staying(owner.jdbc(), from, to)));
        Instant made = store.now(owner.jdbc());
        Writing writing = new Writing(stacks.begin(table.name(), month));
        table.read(owner.jdbc(), from, to, staying, writing);
        owner.commit();
        Manifest manifest = writing.ended(table.name(), month, made);
        stacks.note(stacks.fresh(table.name(), month), manifest);
        manifest.files().forEach(it -> volumes.read(stacks.fresh(table.name(), month), it));
        return new Written(manifest, staying);
    }

    /**
     * Gives the files their name and drops the month's part in one transaction, before whose end
     * the files count for nothing; answers false where the month has changed since it was written.
     * Readers wait only for its end, from where the table asks for a moment alone.
     */
    boolean settle(Owner owner, Monthly table, Written written) {
        Manifest manifest = written.manifest();
        store.settle(owner.jdbc(), manifest.name());
        store.change(owner.jdbc(), manifest.name(), manifest.month());
        try {
            stacks.place(manifest.name(), manifest.month());
            stacks.verify(manifest);
            if (!table.putAway(owner.jdbc(), manifest.month(), written.staying(), manifest)) {
                leave(owner, manifest);
                return false;
            }
            nothingWaits(owner);
            store.add(owner.jdbc(), manifest);
        } catch (DataAccessException failed) {
            if (Locks.inVain(failed)) {
                leave(owner, manifest);
                throw refused("archive.problem.busy", manifest.month().toString());
            }
            throw failed;
        } catch (Refusal impossible) {
            leave(owner, manifest);
            throw impossible;
        }
        owner.commit();
        return true;
    }

    private void leave(Owner owner, Manifest manifest) {
        stacks.remove(manifest.name(), manifest.month());
        owner.rollback();
    }

    private void nothingWaits(Owner owner) {
        for (Monthly table : tables) {
            for (Problem waiting : table.waiting(owner.jdbc())) {
                throw new Refusal(waiting);
            }
        }
    }

    /**
     * Brings a month back; ended anywhere, it goes on where it is asked again.
     *
     * @throws Refusal where it lies in no files, or one cannot be read
     */
    public void bringBack(YearMonth month) {
        if (!archives.bringBackMonth(month)) {
            throw refused("archive.problem.not-away", month.toString());
        }
    }

    private Instant instant(YearMonth month) {
        return month.atDay(1).atStartOfDay(times.zone()).toInstant();
    }

    private static Refusal refused(String key, Object... about) {
        return new Refusal(Problem.conflict(key, about));
    }

    Owner owner() {
        return new Owner(database.owner());
    }
}
