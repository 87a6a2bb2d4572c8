package org.jiaxue.archive;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiaxue.archive.Manifest.Volume;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes guardians out of files. Each month is a transaction of its own, so that whoever reads it
 * waits for one file to be written and not for the end of the erasure.
 */
@Component
class Forgetting {

    private final MonthStore store;
    private final Stacks stacks;
    private final Volumes volumes;
    private final TransactionTemplate apart;

    Forgetting(
            MonthStore store,
            Stacks stacks,
            Volumes volumes,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.stacks = stacks;
        this.volumes = volumes;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Removes a guardian's rows of one table from all files, also from those that do not count, and
     * what dead processes left. Refused where the directory is not the one that counts.
     */
    void forget(GuardianId guardian, String name) {
        store.forget(name);
        Set<YearMonth> counted = new TreeSet<>();
        store.all().stream()
                .filter(it -> it.name().equals(name))
                .forEach(it -> counted.add(it.month()));
        if (!counted.isEmpty()) {
            stacks.mustBeOurs(store.house());
        } else if (!stacks.ours(store.house())) {
            return;
        }
        if (store.nobodyPutsAway()) {
            stacks.removeLeft(name, counted);
        }
        Set<YearMonth> months = new TreeSet<>(counted);
        stacks.months().stream().filter(it -> stacks.has(name, it)).forEach(months::add);
        for (YearMonth month : months) {
            apart.executeWithoutResult(_ -> forget(guardian, name, month));
            // It has the lock; a transaction that says nothing for half a minute is ended.
            store.forget(name);
        }
    }

    private void forget(GuardianId guardian, String name, YearMonth month) {
        store.change(name, month);
        Manifest.@Nullable Edition edition = store.edition(name, month);
        if (edition == null && !stacks.has(name, month)) {
            return;
        }
        Manifest manifest =
                edition == null
                        ? stacks.manifest(name, month)
                        : stacks.current(name, month, edition);
        Manifest without = manifest;
        for (Volume volume : manifest.files()) {
            if (volume.covers(guardian)) {
                without = without.with(volume, without(manifest, volume, guardian));
            }
        }
        if (!without.equals(manifest)) {
            without = without.writtenAt(store.after(manifest.written()));
            stacks.note(stacks.of(name, month), without);
            store.rewritten(without);
        }
        stacks.sweep(without);
    }

    /** The file written anew without a guardian's rows; itself where there are none. */
    private List<Volume> without(Manifest manifest, Volume volume, GuardianId guardian) {
        Path directory = stacks.of(manifest.name(), manifest.month());
        List<String> all = volumes.read(directory, volume);
        List<String> kept =
                all.stream()
                        .filter(it -> !Volumes.guardianOf(it).equals(guardian.toString()))
                        .toList();
        if (kept.size() == all.size()) {
            return List.of(volume);
        }
        if (kept.isEmpty()) {
            return List.of();
        }
        Volume written = Volumes.write(directory, next(volume.file()), kept);
        volumes.read(directory, written);
        return List.of(written);
    }

    /** {@code 00007.jsonl.gz}, {@code 00007-1.jsonl.gz}, {@code 00007-2.jsonl.gz}. */
    private static String next(String file) {
        String[] words = file.substring(0, file.indexOf('.')).split("-", -1);
        int turn = words.length == 1 ? 1 : Integer.parseInt(words[1]) + 1;
        return words[0] + "-" + turn + ".jsonl.gz";
    }
}
