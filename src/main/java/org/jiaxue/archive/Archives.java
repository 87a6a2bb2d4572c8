package org.jiaxue.archive;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jiaxue.archive.Manifest.Volume;
import org.jiaxue.web.GuardianId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Months that lie in files, for those who need whole months or take somebody out of them. Whatever
 * is wrong with a file is refused with a sentence that names it; nothing is ever taken to be empty.
 */
@Component
public class Archives {

    /** Rows that are brought back by one statement. */
    private static final int AT_ONCE = 5_000;

    private final List<Monthly> tables;
    private final MonthStore store;
    private final Stacks stacks;
    private final Volumes volumes;
    private final Forgetting forgetting;
    private final Watch watch;
    private final TransactionTemplate transaction;

    Archives(
            List<Monthly> tables,
            MonthStore store,
            Stacks stacks,
            Volumes volumes,
            Forgetting forgetting,
            Watch watch,
            PlatformTransactionManager transactions) {
        this.tables = Monthly.comingBack(tables);
        this.store = store;
        this.stacks = stacks;
        this.volumes = volumes;
        this.forgetting = forgetting;
        this.watch = watch;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The months of a guardian that lie in files, the latest first. */
    public List<YearMonth> of(GuardianId guardian) {
        Set<YearMonth> months = new TreeSet<>(Comparator.reverseOrder());
        tables.forEach(it -> months.addAll(it.away(guardian)));
        return List.copyOf(months);
    }

    /** The months from one to another of which anything lies in files, in their order. */
    public List<YearMonth> between(YearMonth first, YearMonth last) {
        return store.all().stream()
                .map(MonthStore.Away::month)
                .filter(it -> !it.isBefore(first) && !it.isAfter(last))
                .distinct()
                .toList();
    }

    /**
     * Brings all months from one on back, file by file, each in a transaction of its own; whatever
     * ends it, it goes on where it is asked again. Does nothing where nothing lies in files.
     */
    public void bringBack(YearMonth first) {
        away().stream()
                .map(MonthStore.Away::month)
                .filter(it -> !it.isBefore(first))
                .distinct()
                .forEach(this::bringBackMonth);
    }

    /** What lies in files, once a month that is being put away is, or is not. */
    private List<MonthStore.Away> away() {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    store.read();
                    return store.all();
                }));
    }

    /** Brings one month back; answers whether any of it lay in files. */
    boolean bringBackMonth(YearMonth month) {
        List<String> away =
                away().stream()
                        .filter(it -> it.month().equals(month))
                        .map(MonthStore.Away::name)
                        .toList();
        for (Monthly table : tables) {
            if (away.contains(table.name())) {
                table.makePart(month);
                Optional<String> done = Optional.of("");
                while (done.isPresent()) {
                    done = bringBackAfter(table, month, done.get());
                }
                ended(table, month);
            }
        }
        if (!away.isEmpty()) {
            watch.look();
        }
        return !away.isEmpty();
    }

    /**
     * Brings the first file back whose guardians come after one. What files there are is read anew
     * each time: somebody may be erased meanwhile, or somebody else have brought the month back.
     *
     * @return its last guardian; empty where no file comes after
     */
    Optional<String> bringBackAfter(Monthly table, YearMonth month, String guardian) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    store.remember();
                    store.change(table.name(), month);
                    if (!store.has(table.name(), month)) {
                        return Optional.empty();
                    }
                    Manifest manifest = counted(table.name(), month);
                    Optional<Volume> next = manifest.after(guardian);
                    next.ifPresent(it -> bringBack(table, manifest, it));
                    return next.map(Volume::last);
                }));
    }

    private void bringBack(Monthly table, Manifest manifest, Volume volume) {
        Set<GuardianId> guardians =
                table.callBack(
                        manifest.month(),
                        new GuardianId(UUID.fromString(volume.first())),
                        new GuardianId(UUID.fromString(volume.last())));
        if (!guardians.isEmpty()) {
            List<String> lines = linesOf(manifest, volume, guardians);
            found(manifest, guardians, lines);
            for (int from = 0; from < lines.size(); from += AT_ONCE) {
                table.putBack(lines.subList(from, Math.min(lines.size(), from + AT_ONCE)));
            }
        }
    }

    /** Only when nobody's rows are missing do the files go. */
    private void ended(Monthly table, YearMonth month) {
        transaction.executeWithoutResult(_ -> {
            store.change(table.name(), month);
            if (store.has(table.name(), month)) {
                if (table.anyAway(month)) {
                    throw stacks.incomplete(table.name(), month);
                }
                store.remove(table.name(), month);
            }
        });
        transaction.executeWithoutResult(_ -> {
            store.change(table.name(), month);
            if (!store.has(table.name(), month)) {
                stacks.remove(table.name(), month);
            }
        });
    }

    private Manifest counted(String name, YearMonth month) {
        return stacks.counted(name, month, store.edition(name, month));
    }

    private List<String> linesOf(Manifest manifest, Volume volume, Set<GuardianId> guardians) {
        Set<String> ids = new HashSet<>();
        guardians.forEach(it -> ids.add(it.toString()));
        return volumes.read(stacks.of(manifest.name(), manifest.month()), volume).stream()
                .filter(line -> ids.contains(Volumes.guardianOf(line)))
                .toList();
    }

    /** Whoever's rows are said to be in files has some there. */
    private void found(Manifest manifest, Set<GuardianId> guardians, List<String> lines) {
        Set<String> there = new HashSet<>();
        lines.forEach(it -> there.add(Volumes.guardianOf(it)));
        if (there.size() != guardians.size()) {
            throw stacks.incomplete(manifest.name(), manifest.month());
        }
    }

    /**
     * Removes a guardian's rows of one table from all files, before the caller, in whose
     * transaction it is, removes what says that they are there. Files are as they were or without
     * them; called again, it does no harm.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(GuardianId guardian, String name) {
        forgetting.forget(guardian, name);
    }
}
