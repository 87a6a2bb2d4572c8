package org.jiaxue;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same deed on several threads, none of which begins before all are there. */
public final class AtOnce {

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
            for (Future<T> done : threads.invokeAll(Collections.nCopies(times, latched))) {
                done.get();
            }
        }
    }
}
