package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether all that measure, try or deliver the house have Java run it as its command does. */
class JavaFlagsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jiaxue",
                "bench/run",
                "bench/Demo.java",
                "deploy/image/rehearse",
                "deploy/image/run",
                "drills/RunningJar.java",
                "journeys/src/test/java/org/jiaxue/journeys/House.java"
            })
    void a_house_that_is_tried_is_the_house_that_is_started(String file) throws IOException {
        assertThat(Files.readString(Path.of(file)))
                .contains(
                        "-XX:+UseSerialGC",
                        "-XX:NewRatio=1",
                        "640m",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow");
    }
}
