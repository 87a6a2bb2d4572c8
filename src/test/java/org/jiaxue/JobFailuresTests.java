package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

@ExtendWith(OutputCaptureExtension.class)
class JobFailuresTests {

    /** A command keeps the log of its process quiet, and with it that of the tests after it. */
    @BeforeEach
    void log_as_a_house_that_serves() {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("ROOT", LogLevel.INFO);
    }

    @Test
    void a_database_that_is_away_is_one_line_with_the_name_of_the_job(CapturedOutput out) {
        JobFailures.tell(new DataAccessResourceFailureException("away"));

        assertThat(out.getAll().lines())
                .singleElement()
                .asString()
                .contains(
                        "job not done job=JobFailuresTests"
                                + " why=DataAccessResourceFailureException");
    }

    @Test
    void a_fault_of_ours_keeps_its_trace(CapturedOutput out) {
        JobFailures.tell(new IllegalStateException("a bug"));

        assertThat(out.getAll())
                .contains("job failed job=JobFailuresTests")
                .contains("IllegalStateException: a bug")
                .contains("at org.jiaxue.JobFailuresTests");
    }
}
