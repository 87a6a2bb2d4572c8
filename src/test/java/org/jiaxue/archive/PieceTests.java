package org.jiaxue.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it takes to find one guardian's rows among those of thousands. */
class PieceTests {

    /** Some have few rows, and some more than a piece holds. */
    private static final int GUARDIANS = 900;

    private static final int LONG = 1_300;

    @TempDir Path directory;
    private Volumes volumes = new Volumes(new Stacks(Path.of("target")));
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void written() {
        volumes = new Volumes(new Stacks(directory));
        for (int guardian = 0; guardian < GUARDIANS; guardian++) {
            int rows = guardian == 400 ? LONG : 1 + guardian % 9;
            for (int row = 0; row < rows; row++) {
                lines.add("{\"guardian_id\":\"%s\",\"row\":%d}".formatted(id(guardian), row));
            }
        }
    }

    @Test
    void every_guardian_is_found_and_who_has_no_row_there_is_not() {
        Manifest.Volume volume = Volumes.write(directory, "one", lines);
        assertThat(volume.pieces()).hasSizeGreaterThan(5).startsWith(0);

        for (int guardian = 0; guardian < GUARDIANS; guardian++) {
            String id = id(guardian).toString();
            assertThat(volumes.of(directory, volume, id(guardian)))
                    .isEqualTo(lines.stream().filter(it -> it.contains(id)).toList());
        }
        assertThat(volumes.of(directory, volume, new GuardianId(new UUID(3, 1)))).isEmpty();
        assertThat(volumes.of(directory, volume, new GuardianId(new UUID(0, 0)))).isEmpty();
        assertThat(volumes.read(directory, volume)).isEqualTo(lines);
    }

    @Test
    void no_more_than_a_piece_is_unpacked_for_one_guardian() {
        Manifest.Volume volume = Volumes.write(directory, "one", lines);
        long most = 0;
        for (int guardian = 0; guardian < GUARDIANS; guardian += 7) {
            long before = volumes.unpacked();
            volumes.of(directory, volume, id(guardian));
            most = Math.max(most, volumes.unpacked() - before);
        }

        assertThat(lines).hasSizeGreaterThan(5_000);
        assertThat(most).isBetween(1L, Volumes.PIECE + 9L);
    }

    @Test
    void a_file_is_one_that_any_program_unpacks() throws IOException {
        Volumes.write(directory, "one", lines);

        try (InputStream in = new GZIPInputStream(Files.newInputStream(directory.resolve("one")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList())
                    .isEqualTo(lines);
        }
    }

    private static GuardianId id(int guardian) {
        return new GuardianId(new UUID(1L + guardian / 300, guardian));
    }
}
