package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RehearseCommandTests {

    @Test
    void the_house_opens_answers_and_leaves_nothing_behind() throws IOException {
        Set<Path> before = rehearsals();
        new RehearseCommand().run();

        assertThat(rehearsals()).isEqualTo(before);
    }

    private static Set<Path> rehearsals() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(it -> it.getFileName().toString().startsWith("jiaxue-rehearsal"))
                    .collect(Collectors.toSet());
        }
    }
}
