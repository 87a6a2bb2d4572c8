package org.jiaxue.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jiaxue.archive.PutAway;
import org.jiaxue.web.TextsFinder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was put away into files is in a guardian's archive, and goes with the account. */
class MonthsInFilesTests extends AtTheErasure {

    @Autowired Archive archive;
    @Autowired TextsFinder texts;

    private PutAway away() {
        return new PutAway(house);
    }

    @BeforeEach
    void put_away() {
        away().with(guardian);
    }

    @Test
    void the_archive_tells_what_lies_in_files_and_leaves_it_there() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Archive.Ready ready = archive.of(guardian, texts.of(Locale.SIMPLIFIED_CHINESE))) {
            ready.sendTo(out);
        }

        var files = Unzipped.of(out.toByteArray());
        assertThat(new String(files.get("data/learning.json"), UTF_8)).contains(PutAway.TITLE);
        assertThat(new String(files.get("data/points.json"), UTF_8)).contains(PutAway.TITLE);
        assertThat(new String(files.get("index.html"), UTF_8)).contains(PutAway.TITLE);
        assertThat(away().content()).contains(guardian.toString());
        assertThat(rowsHere()).isZero();
    }

    @Test
    void an_erasure_reaches_what_lies_in_files() {
        erase();

        assertThat(away().content()).doesNotContain(guardian.toString());
        assertThat(traces()).noneMatch(it -> it.contains("archived"));
    }

    @Test
    void an_erasure_waits_for_a_file_that_cannot_be_read_and_goes_on_then() throws IOException {
        Path file = away().file();
        byte[] written = Files.readAllBytes(file);
        Files.write(file, new byte[] {1, 2, 3});

        erasures.ask(guardian);
        erasures.finishIfPossible(guardian);
        assertThat(traces()).anyMatch(it -> it.contains("points.archived"));

        Files.write(file, written);
        erasures.finishAll();
        assertThat(away().content()).doesNotContain(guardian.toString());
        assertThat(traces()).noneMatch(it -> it.contains("archived"));
    }

    private long rowsHere() {
        return jdbc.sql(
                        """
                        select count(*) from learning.event
                        where guardian_id = :guardian and title_zh = :title
                        """)
                .param("guardian", guardian.value())
                .param("title", PutAway.TITLE)
                .query(Long.class)
                .single();
    }
}
