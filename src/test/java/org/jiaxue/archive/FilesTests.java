package org.jiaxue.archive;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiaxue.points.Points;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an erasure leaves in files, and what is said of those that are not as they were written. */
class FilesTests extends AtTheArchive {

    @Test
    void an_erasure_takes_a_guardians_rows_out_of_the_files_and_leaves_the_others() {
        GuardianId gone = guardian();
        GuardianId other = guardian();
        learn(gone, 3, "2026-03-10T20:00");
        learn(other, 2, "2026-03-10T20:00");
        List<String> others = rows(other);
        archiving.before(APRIL, _ -> {});

        erase(gone, "learning");
        erase(gone, "points");

        assertThat(inFiles()).contains(other.toString()).doesNotContain(gone.toString());
        assertThat(archives.of(gone)).isEmpty();
        assertThat(files("points.entry")).hasSize(2);
        assertThat(archiving.all()).allMatch(it -> it.fault() == null);
        archiving.bringBack(MARCH);
        assertThat(rows(gone)).isEmpty();
        assertThat(rows(other)).isEqualTo(others);
    }

    @Test
    void an_erasure_that_ends_before_its_commit_goes_on_when_it_is_done_again() {
        GuardianId gone = guardian();
        learn(gone, 3, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            archives.forget(gone, "points.entry");
        });
        assertThat(archives.of(gone)).containsExactly(MARCH);

        erase(gone, "learning");
        erase(gone, "points");

        assertThat(archives.of(gone)).isEmpty();
        assertThat(inFiles()).doesNotContain(gone.toString());
    }

    @Test
    void an_erasure_reaches_files_that_do_not_count() throws IOException {
        GuardianId gone = guardian();
        learn(gone, 1, "2026-03-10T20:00");
        stacks.claim(store.house());
        try (Owner owner = archiving.owner()) {
            archiving.write(owner, entries(), MARCH);
            stacks.place("points.entry", MARCH);
            archiving.write(owner, entries(), APRIL);
        }
        Files.writeString(directory("points.entry", MARCH).resolve("00009.jsonl.gz"), "left");

        erase(gone, "points");

        assertThat(inFiles()).doesNotContain(gone.toString());
        assertThat(stacks.fresh("points.entry", APRIL)).doesNotExist();
        assertThat(directory("points.entry", MARCH).resolve("00009.jsonl.gz")).doesNotExist();
    }

    @Test
    void an_altered_file_is_refused_by_its_name_and_counts_on() throws IOException {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        Path file = directory("points.entry", MARCH).resolve("00001.jsonl.gz");
        byte[] written = Files.readAllBytes(file);
        byte[] altered = written.clone();
        altered[altered.length / 2] ^= 1;
        Files.write(file, altered);

        cannotBeShown(guardian);
        assertThatThrownBy(() -> archiving.bringBack(MARCH))
                .satisfies(refused("archive.problem.damaged"))
                .extracting(it -> ((Refusal) it).problem().args())
                .isEqualTo(List.of("2026-03/points.entry/00001.jsonl.gz"));
        assertThatThrownBy(() -> erase(guardian, "points"))
                .satisfies(refused("archive.problem.damaged"));
        assertThat(archiving.all().stream().filter(it -> it.fault() != null)).hasSize(1);
        points.audit(guardian);

        Files.write(file, written);
        archiving.bringBack(MARCH);
        assertThat(points.entries(guardian, null, 10).entries()).hasSize(1);
    }

    @Test
    void a_missing_file_is_refused_and_not_taken_to_be_empty() throws IOException {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        Path file = directory("learning.event", MARCH).resolve(Manifest.FILE);
        byte[] written = Files.readAllBytes(file);
        Files.delete(file);

        assertThat(points.entries(guardian, null, 10).entries()).hasSize(1);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> months.bringAll(guardian)))
                .satisfies(refused("archive.problem.unread"));
        assertThatThrownBy(() -> erase(guardian, "learning"))
                .satisfies(refused("archive.problem.missing"));
        Files.write(file, written);
    }

    @Test
    void rows_that_the_files_do_not_hold_are_missed() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        Manifest manifest = stacks.manifest("points.entry", MARCH);
        stacks.note(directory("points.entry", MARCH), emptied(manifest));

        assertThatThrownBy(() -> archiving.bringBack(MARCH))
                .satisfies(refused("archive.problem.incomplete"));
        cannotBeShown(guardian);
        stacks.note(directory("points.entry", MARCH), manifest);
    }

    @Test
    void a_directory_of_another_database_is_not_touched(@TempDir Path elsewhere) {
        Stacks theirs = new Stacks(elsewhere.resolve("archive"));
        theirs.claim(Ids.next());

        assertThatThrownBy(() -> theirs.claim(store.house()))
                .satisfies(refused("archive.problem.another"));
        assertThat(theirs.ours(store.house())).isFalse();
    }

    @Test
    void a_directory_is_looked_at_without_a_database(@TempDir Path elsewhere) throws IOException {
        Stacks there = new Stacks(elsewhere);
        assertThat(ArchiveCheck.in(elsewhere, elsewhere).tables()).isZero();
        Writing writing = new Writing(there.begin("points.entry", MARCH));
        writing.accept(line(new UUID(1, 1), 0));
        there.note(
                there.fresh("points.entry", MARCH),
                writing.ended("points.entry", MARCH, Instant.EPOCH));
        there.place("points.entry", MARCH);

        assertThat(ArchiveCheck.in(elsewhere, elsewhere).files()).isEqualTo(1);
        assertThat(ArchiveCheck.in(elsewhere, elsewhere).fault()).isNull();
        Files.writeString(there.of("points.entry", MARCH).resolve("00001.jsonl.gz"), "less");
        assertThat(requireNonNull(ArchiveCheck.in(elsewhere, elsewhere).fault()).key())
                .isEqualTo("archive.problem.damaged");
    }

    /** A column that came later is empty in no row; one that went is not passed over. */
    @Test
    void rows_that_were_written_before_a_column_came_get_what_it_has_by_itself() {
        GuardianId guardian = guardian();
        learn(guardian, 2, "2026-03-10T20:00");
        List<String> before = rows(guardian);
        archiving.before(APRIL, _ -> {});
        Manifest manifest = stacks.manifest("points.entry", MARCH);

        rewrite(manifest, line -> line.replace(",\"seconds\":", ",\"gone\":"));
        assertThatThrownBy(() -> archiving.bringBack(MARCH))
                .rootCause()
                .hasMessageContaining("\"gone\" of relation \"entry\" does not exist");
        stacks.note(directory("points.entry", MARCH), manifest);
        rewrite(manifest, line -> line.replaceFirst(",\"seconds\":0", ""));
        archiving.bringBack(MARCH);

        assertThat(rows(guardian)).isEqualTo(before);
    }

    private void rewrite(Manifest manifest, UnaryOperator<String> change) {
        Path directory = directory(manifest.name(), manifest.month());
        Manifest.Volume volume = manifest.files().getFirst();
        List<String> lines =
                new Volumes(stacks).read(directory, volume).stream().map(change).toList();
        Manifest.Volume changed = Volumes.write(directory, "changed.jsonl.gz", lines);
        stacks.note(directory, manifest.with(volume, List.of(changed)));
    }

    @Test
    void a_guardians_rows_lie_in_one_file_however_many_they_are(@TempDir Path elsewhere) {
        Stacks there = new Stacks(elsewhere);
        Writing writing = new Writing(there.begin("points.entry", MARCH));
        for (int guardian = 1; guardian <= 3; guardian++) {
            for (int row = 0; row < Writing.ROWS - 1; row++) {
                writing.accept(line(new UUID(1, guardian), row));
            }
        }

        Manifest manifest = writing.ended("points.entry", MARCH, Instant.EPOCH);

        assertThat(manifest.rows()).isEqualTo(3L * (Writing.ROWS - 1));
        assertThat(manifest.worth()).isEqualTo(6L * (Writing.ROWS - 1));
        assertThat(manifest.files())
                .extracting(Manifest.Volume::rows)
                .containsExactly(2L * (Writing.ROWS - 1), Writing.ROWS - 1L);
    }

    /** Said to the guardian; the file is named to others. */
    private void cannotBeShown(GuardianId guardian) {
        Points.Page page = points.entries(guardian, null, 10);
        assertThat(page.entries()).isEmpty();
        assertThat(requireNonNull(page.missing()).key()).isEqualTo("archive.problem.unread");
        assertThat(page.missing().args()).isEmpty();
    }

    private static Monthly.Line line(UUID guardian, int row) {
        return new Monthly.Line(
                "lesson", 2, "{\"guardian_id\":\"%s\",\"row\":%d}".formatted(guardian, row));
    }

    /** Everything that stands in any file of this house. */
    private String inFiles() {
        List<String> all = new ArrayList<>();
        Volumes volumes = new Volumes(stacks);
        for (Monthly table : tables) {
            stacks.months().stream()
                    .filter(it -> stacks.has(table.name(), it))
                    .map(it -> stacks.manifest(table.name(), it))
                    .peek(it -> all.add(it.toString()))
                    .forEach(manifest ->
                            manifest.files()
                                    .forEach(it ->
                                            all.addAll(
                                                    volumes.read(
                                                            directory(
                                                                    manifest.name(),
                                                                    manifest.month()),
                                                            it))));
        }
        return String.join("\n", all);
    }

    private List<Path> files(String name) {
        try (Stream<Path> found = Files.list(directory(name, MARCH))) {
            return found.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
