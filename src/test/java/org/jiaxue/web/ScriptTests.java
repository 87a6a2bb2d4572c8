package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of pages are tested where scripts run; node must be there. */
class ScriptTests {

    private static final Path TESTS = Path.of("src", "test", "js");

    @TempDir private Path files;

    @Test
    void the_scripts_keep_what_their_tests_say() throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "--test"));
        try (var found = Files.list(TESTS)) {
            found.map(Path::toString).filter(it -> it.endsWith(".test.mjs")).forEach(command::add);
        }
        Path output = files.resolve("output.txt");
        Process node =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();

        assertThat(node.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).as(Files.readString(output)).isZero();
    }
}
