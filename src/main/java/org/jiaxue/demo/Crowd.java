package org.jiaxue.demo;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Has many sample people do the same, several at a time, so that their commits share a flush. */
final class Crowd {

    /** Fewer than the connections of the pool, so that listeners never wait for the crowd. */
    private static final int AT_A_TIME = 6;

    private Crowd() {}

    /** Returns when all are done; the first failure ends it. */
    static <T> void each(Collection<T> people, Consumer<T> act) {
        try (ExecutorService doing = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> started =
                    people.stream()
                            .<Future<?>>map(one -> doing.submit(() -> act.accept(one)))
                            .toList();
            try {
                for (Future<?> one : started) {
                    one.get();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The sample term was interrupted", interrupted);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("A sample person could not act", failed);
            } finally {
                doing.shutdownNow();
            }
        }
    }
}
