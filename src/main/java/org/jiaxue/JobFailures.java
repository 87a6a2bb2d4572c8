package org.jiaxue;

import java.util.Arrays;
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

/**
 * Lets the jobs of every room run, and tells in one line that one could not reach the database; its
 * next run tries again. Whatever else goes wrong is a fault of ours and keeps its trace.
 */
@Configuration
@EnableScheduling
class JobFailures {

    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

    @Bean
    SimpleAsyncTaskSchedulerCustomizer tellsFailuresOfJobs() {
        return scheduler -> scheduler.setErrorHandler(JobFailures::tell);
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

    /** The class of ours that the failure came through last on its way out. */
    private static String jobOf(Throwable why) {
        return Arrays.stream(why.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith("org.jiaxue."))
                .reduce((_, outer) -> outer)
                .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$\\$.*", ""))
                .orElse("unknown");
    }
}
