package org.jiaxue.points.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jiaxue.RoomTest;
import org.jiaxue.points.detection.DetectorSet.Tripped;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Detectors that lie in the directory of the house; what they write is rolled back. */
@RoomTest
class BroughtDetectorsTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final Map<Measure, Integer> FIFTH = Map.of(Measure.GUARDIANS_ON_DEVICE, 5);

    @TempDir Path data;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void those_that_were_brought_stand_in_the_place_of_those_that_ship_from_their_day_on() {
        bring(text(1000, "more-than: 5"));

        rolledBack(() -> {
            Detectors detectors = start();
            assertThat(detectors.tripped(DAY, FIFTH)).isEmpty();
            assertThat(detectors.tripped(DAY.minusDays(1), FIFTH))
                    .map(Tripped::version)
                    .contains(1);
        });
    }

    @Test
    void limits_in_use_are_not_changed_in_place_and_low_versions_are_not_to_be_had() {
        bring(text(1000, "more-than: 5"));

        rolledBack(() -> {
            start();
            bring(text(1000, "more-than: 6"));
            assertRefused("own.yaml, line 5, version: version 1000 is in use with other limits");
            bring(text(2, "more-than: 6"));
            assertRefused("own.yaml, line 5, version: must be 1000 or more");
        });
    }

    @Test
    void a_fault_is_told_with_its_line_and_field() {
        bring(text(1000, "above: 5"));

        rolledBack(() -> assertRefused("own.yaml, line 32, detectors[1].all[0].above"));
    }

    private void assertRefused(String told) {
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        DataFaults.class,
                        it -> assertThat(it.faults().getFirst().told().en()).contains(told));
    }

    /** Those that ship, with another limit for a device. */
    private static String text(int version, String limit) {
        try {
            return Files.readString(Path.of("src/main/resources/detectors/default-2026.yaml"))
                    .replace("version: 1\n", "version: %d\n".formatted(version))
                    .replace("from: 2026-01-01", "from: " + DAY)
                    .replace("more-than: 3 }", limit + " }");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void bring(String text) {
        try {
            Files.createDirectories(data.resolve("detectors"));
            Files.writeString(data.resolve("detectors/own.yaml"), text);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private Detectors start() {
        Settings settings =
                new Settings("http://localhost", "", data, false, ZoneId.of("Asia/Shanghai"));
        return new Detectors(jdbc, transactions, settings);
    }

    private void rolledBack(Runnable test) {
        transactions.executeWithoutResult(status -> {
            test.run();
            status.setRollbackOnly();
        });
    }
}
