package org.jiaxue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The same deed on several threads, none of which begins before all are there. */
public final class AtOnce {

    /** What is not done by then is given up and fails. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private AtOnce() {}

    /** Runs a deed so many times at once and waits for all, failing if one failed. */
    public static <T> void run(int times, Callable<T> deed) throws Exception {
        CountDownLatch start = new CountDownLatch(times);
        Callable<T> latched =
                () -> {
                    start.countDown();
                    start.await();
                    return deed.call();
                };
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Callable<T>> all = Collections.nCopies(times, latched);
            for (Future<T> done :
                    threads.invokeAll(all, LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                done.get();
            }
        }
    }
}
