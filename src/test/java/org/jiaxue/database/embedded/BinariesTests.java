package org.jiaxue.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTests {

    @TempDir Path root;

    @Test
    void programs_are_known_again_without_their_archive_being_read() throws Exception {
        ServerFiles files = new ServerFiles(root);
        Binaries unpacked = Binaries.unpack(files, new BundledArchive());
        assertThat(unpacked.mark()).matches("[0-9]+-[0-9a-f]{8}");

        ServerOptions.Archive unread =
                new ServerOptions.Archive() {
                    @Override
                    public InputStream open() {
                        throw new AssertionError("it is read");
                    }

                    @Override
                    public String mark() {
                        return unpacked.mark();
                    }
                };

        assertThat(Binaries.unpack(files, unread)).isEqualTo(unpacked);
    }

    /** Those of before this was written down are not unpacked once more. */
    @Test
    void programs_without_a_mark_are_known_by_the_archive_and_have_one_then() throws Exception {
        ServerFiles files = new ServerFiles(root);
        Binaries unpacked = Binaries.unpack(files, new BundledArchive());
        Path said = unpacked.home().resolve("unpacked.properties");
        String text = Files.readString(said);
        Files.writeString(said, text.replaceAll("mark=.*\\n", ""));

        assertThat(Binaries.unpack(files, new BundledArchive())).isEqualTo(unpacked);
        assertThat(Files.readString(said)).isEqualTo(text);
    }
}
