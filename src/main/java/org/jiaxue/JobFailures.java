package org.jiaxue;

import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.ErrorHandler;

/**
 * Lets the jobs of every room run, and tells in one line that one could not reach the database; its
 * next run tries again. Whatever else goes wrong is a fault of ours and keeps its trace.
 */
@Configuration
@EnableScheduling
class JobFailures {

    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

    /** Also for a job that runs once before the schedule does. */
    @Bean
    ErrorHandler failuresOfJobs() {
        return JobFailures::tell;
    }

    @Bean
    SimpleAsyncTaskSchedulerCustomizer tellsFailuresOfJobs(ErrorHandler failuresOfJobs) {
        return scheduler -> scheduler.setErrorHandler(failuresOfJobs);
    }

    static void tell(Throwable why) {
        if (away(why)) {
            LOG.warn("job not done job={} why={}", jobOf(why), why.getClass().getSimpleName());
            LOG.debug("job not done", why);
        } else {
            LOG.error("job failed job={}", jobOf(why), why);
        }
    }

    private static boolean away(Throwable why) {
        return why instanceof TransientDataAccessException
                || why instanceof DataAccessResourceFailureException
                || why instanceof CannotCreateTransactionException
                || why instanceof TransactionSystemException;
    }

    /**
     * The job that the failure came through on its way out, or else the class of ours that it came
     * through last.
     */
    private static String jobOf(Throwable why) {
        List<String> ours =
                Arrays.stream(why.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> name.startsWith("org.jiaxue."))
                        .map(name ->
                                name.substring(name.lastIndexOf('.') + 1)
                                        .replaceFirst("\\$\\$.*", ""))
                        .toList();
        return ours.stream()
                .filter(name -> name.endsWith("Job"))
                .findFirst()
                .or(() -> ours.stream().reduce((_, outer) -> outer))
                .orElse("unknown");
    }
}
