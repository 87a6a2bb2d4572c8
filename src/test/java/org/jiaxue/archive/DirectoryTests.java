package org.jiaxue.archive;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaxue.archive.Remembered.Place;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Which directory is taken for the one that counts, and what is said where it cannot be used. */
class DirectoryTests extends AtTheArchive {

    private static final String ELSEWHERE = "jdbc:postgresql://pooler:6432/jiaxue";

    @Autowired Watch watch;
    @Autowired MeterRegistry meters;

    @TempDir Path temporary;

    @Test
    void beside_a_database_elsewhere_nothing_is_written_unless_a_directory_was_named() {
        Path data = temporary.resolve("data");
        Stacks unnamed = new Stacks("", data, ELSEWHERE);

        assertThatThrownBy(() -> unnamed.claim(Ids.next()))
                .satisfies(refused("archive.problem.unnamed"));
        assertThat(data).doesNotExist();

        new Stacks(temporary.resolve("named").toString(), data, ELSEWHERE).claim(Ids.next());
        assertThat(temporary.resolve("named/house")).exists();
        new Stacks("", data, "").claim(Ids.next());
        assertThat(data.resolve("archive/house")).exists();
    }

    @Test
    void a_directory_that_cannot_be_one_is_refused_in_words() throws IOException {
        Stacks file = new Stacks(Files.writeString(temporary.resolve("file"), "not a directory"));

        assertThatThrownBy(() -> file.claim(Ids.next()))
                .satisfies(refused("archive.problem.directory"));
        assertThatThrownBy(() -> file.begin("points.entry", MARCH))
                .satisfies(refused("archive.problem.directory"));
        assertThatThrownBy(() -> file.place("points.entry", MARCH))
                .satisfies(refused("archive.problem.directory"));
        assertThatThrownBy(() -> Volumes.write(file.of("points.entry", MARCH), "1", lines(1)))
                .satisfies(refused("archive.problem.directory"));
    }

    @Test
    void a_disk_that_is_full_leaves_what_was_there() throws Exception {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", temporary.toString()))
                .as("only root may mount a small disk")
                .isZero();
        try {
            Stacks small = new Stacks(temporary.resolve("archive"));
            Path directory = small.begin("points.entry", MARCH);
            small.note(directory, manifest(1));
            small.place("points.entry", MARCH);
            Path there = small.of("points.entry", MARCH);

            assertThatThrownBy(() -> small.note(there, manifest(3_000)))
                    .satisfies(refused("archive.problem.directory"));
            assertThat(small.manifest("points.entry", MARCH)).isEqualTo(manifest(1));
            assertThatThrownBy(() -> Volumes.write(there, "00002.jsonl.gz", lines(20_000)))
                    .satisfies(refused("archive.problem.directory"));
        } finally {
            run("umount", "-l", temporary.toString());
        }
    }

    @Test
    void what_was_cut_short_before_its_month_goes_is_found_and_the_month_stays()
            throws IOException {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        List<String> before = rows(guardian);
        stacks.claim(store.house());
        try (Owner owner = archiving.owner()) {
            Archiving.Written written = archiving.write(owner, entries(), MARCH);
            Path file = stacks.fresh("points.entry", MARCH).resolve(Manifest.FILE);
            Files.writeString(file, Files.readString(file).substring(0, 100));

            assertThatThrownBy(() -> archiving.settle(owner, entries(), written))
                    .satisfies(refused("archive.problem.damaged"));
        }
        assertThat(rows(guardian)).isEqualTo(before);
        assertThat(directory("points.entry", MARCH)).doesNotExist();
    }

    @Test
    void nobody_is_erased_and_nothing_put_away_where_another_directory_is() throws IOException {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        Path mark = directory("points.entry", MARCH).resolve("../../house");
        String ours = Files.readString(mark);
        Files.delete(mark);

        assertThatThrownBy(() -> erase(guardian, "points"))
                .satisfies(refused("archive.problem.not-ours"));
        assertThatThrownBy(() -> archiving.before(APRIL, _ -> {}))
                .satisfies(refused("archive.problem.not-ours"));
        assertThat(archives.of(guardian)).containsExactly(MARCH);

        Files.writeString(mark, ours);
        erase(guardian, "points");
        erase(guardian, "learning");
        assertThat(archives.of(guardian)).isEmpty();
    }

    @Test
    void a_copy_of_before_an_erasure_is_read_and_comes_back_but_nobody_is_erased_from_it() {
        GuardianId gone = guardian();
        GuardianId other = guardian();
        learn(gone, 1, "2026-03-10T20:00");
        learn(other, 1, "2026-03-10T20:00");
        List<String> others = rows(other);
        archiving.before(APRIL, _ -> {});
        Map<Path, byte[]> copy = Copies.of(directory("points.entry", MARCH));
        erase(gone, "points");
        erase(gone, "learning");
        Copies.putBack(copy, directory("points.entry", MARCH));

        assertThatThrownBy(() -> erase(other, "points"))
                .satisfies(refused("archive.problem.stale"));
        assertThat(archiving.all())
                .filteredOn(it -> it.fault() != null)
                .extracting(it -> requireNonNull(it.fault()).key())
                .containsExactly("archive.problem.stale");
        assertThat(points.entries(other, null, 10).entries()).hasSize(1);

        archiving.bringBack(MARCH);

        assertThat(rows(other)).isEqualTo(others);
        assertThat(rows(gone)).isEmpty();
        assertThat(directory("points.entry", MARCH)).doesNotExist();
    }

    @Test
    void files_of_another_making_are_not_taken_for_those_that_count() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        Map<Path, byte[]> first = Copies.of(directory("points.entry", MARCH));
        archiving.bringBack(MARCH);
        learn(guardian, 1, "2026-03-20T20:00");
        archiving.before(APRIL, _ -> {});
        Map<Path, byte[]> second = Copies.of(directory("points.entry", MARCH));
        Copies.putBack(first, directory("points.entry", MARCH));

        assertThat(points.entries(guardian, null, 10).missing()).isNotNull();
        assertThatThrownBy(() -> archiving.bringBack(MARCH))
                .satisfies(refused("archive.problem.other"));
        assertThatThrownBy(() -> erase(guardian, "points"))
                .satisfies(refused("archive.problem.other"));

        Copies.putBack(second, directory("points.entry", MARCH));
        assertThat(points.entries(guardian, null, 10).entries()).hasSize(2);
    }

    @Test
    void an_erasure_removes_what_dead_processes_left() throws IOException {
        GuardianId gone = guardian();
        stacks.claim(store.house());
        Path unnamed = stacks.begin("points.entry", FEBRUARY);
        Path removed = Files.createDirectories(directory("points.entry.gone.new", FEBRUARY));
        Path nameless = Files.createDirectories(directory("points.entry", FEBRUARY));
        for (Path left : List.of(unnamed, removed, nameless)) {
            Volumes.write(left, "00001.jsonl.gz", lines(3));
        }

        erase(gone, "points");

        assertThat(unnamed.getParent()).doesNotExist();
    }

    @Test
    void months_whose_files_are_gone_are_missed_with_and_without_a_database() throws IOException {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        assertThat(missing()).isZero();
        Path file = directory("points.entry", MARCH).resolve(Manifest.FILE);
        byte[] written = Files.readAllBytes(file);
        Files.delete(file);

        watch.look();

        assertThat(missing()).isEqualTo(1);
        Files.write(file, written);
        watch.look();
        assertThat(missing()).isZero();
        Path nowhere = temporary.resolve("nowhere");
        assertThat(ArchiveCheck.in(nowhere, temporary).fault()).isNull();
        new Remembered(Instant.EPOCH, List.of(new Place("points.entry", MARCH))).leave(temporary);
        assertThat(requireNonNull(ArchiveCheck.in(nowhere, temporary).fault()).key())
                .isEqualTo("archive.problem.missing");
    }

    private double missing() {
        return meters.get("jiaxue.archive.missing").gauge().value();
    }

    private static Manifest manifest(int files) {
        List<Manifest.Volume> volumes = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String guardian = new UUID(1, i).toString();
            volumes.add(
                    new Manifest.Volume(
                            i + ".gz", guardian, guardian, 1, 1, "0".repeat(64), List.of(0)));
        }
        return new Manifest(
                "points.entry", MARCH, Instant.EPOCH, Instant.EPOCH, Map.of("lesson", 1L), volumes);
    }

    /** That do not grow smaller. */
    private static List<String> lines(int rows) {
        Random random = new Random(1);
        return Stream.generate(() ->
                        "{\"guardian_id\":\"%s\",\"x\":\"%x%x\"}"
                                .formatted(
                                        new UUID(random.nextLong(), random.nextLong()),
                                        random.nextLong(),
                                        random.nextLong()))
                .limit(rows)
                .toList();
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
