package org.jiaxue.web;

import java.time.Duration;
import java.util.List;

/**
 * What a room has done again and again for the whole house. However many nodes there are, one of
 * them does it at a time; where a node ends in the middle, another begins it anew within two
 * minutes. So work must bear being begun anew, and a node that was frozen may still be at it: what
 * may not be written twice is guarded by the rows themselves. What every node must do for itself is
 * Spring's {@code @Scheduled} instead.
 */
public interface Recurring {

    List<Work> recurring();

    /**
     * Something to be done.
     *
     * @param name lasting and unique, such as {@code identity.sweep}
     * @param first how long after the very first start over a database it is done first
     * @param pause between its end and when it is done again
     * @param work what it throws is told in the log, and it is done again after the pause
     */
    record Work(String name, Duration first, Duration pause, Runnable work) {

        /** Done first after as long as again. */
        public Work(String name, Duration pause, Runnable work) {
            this(name, pause, pause, work);
        }
    }
}
