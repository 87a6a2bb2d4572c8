package org.jiaxue.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * An open loop: requests are sent at a fixed rate, whether or not those before were answered, as
 * people do who do not know of each other. A request's time counts from the moment at which it
 * should have been sent, so that whoever had to wait for a connection, or for a slow generator, is
 * counted as having waited.
 *
 * @param rate requests a second
 * @param connections the most that are under way at a time
 */
public record OpenLoop(int rate, int connections) {

    private static final long SECOND = 1_000_000_000L;

    /** What is not sent so long after all were due is given up. */
    private static final long PATIENCE = 20 * SECOND;

    /** Sends one request. */
    public interface Sending {

        /** Whether the request of this number was answered as it should be. */
        boolean send(int number) throws Exception;
    }

    /**
     * What was seen.
     *
     * @param answered all that was answered as it should be, while warming up too
     * @param failed all that was not
     * @param nanos the times of the requests after the warm-up, the shortest first; of those that
     *     were given up, how long they had waited
     */
    public record Told(long answered, long failed, long[] nanos) {

        /** The time that so large a part of the requests did not exceed, in nanoseconds. */
        public long part(double part) {
            return nanos[(int) Math.ceil((nanos.length - 1) * part)];
        }

        /** One line, as {@link Seen} reads it. */
        public String json(int seconds) {
            return String.format(
                    Locale.ROOT,
                    "{\"answered\":%d,\"micros\":%d,\"refused\":%d,\"lost\":0,"
                            + "\"p50\":%d,\"p99\":%d,\"max\":%d}",
                    answered,
                    seconds * 1_000_000L,
                    failed,
                    part(0.50) / 1_000,
                    part(0.99) / 1_000,
                    part(1) / 1_000);
        }
    }

    /**
     * Sends for so many seconds and waits for the last answer.
     *
     * @param warmUp seconds before that whose times are not kept
     * @param connection opens what one connection sends with, one request after the other
     */
    public Told run(int warmUp, int seconds, Supplier<Sending> connection) {
        int first = rate * warmUp;
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        AtomicLongArray nanos = new AtomicLongArray(first + rate * seconds);
        long began = System.nanoTime();
        long last = began + nanos.length() * SECOND / rate + PATIENCE;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                threads.execute(() -> {
                    Sending sending = connection.get();
                    for (int number = next.getAndIncrement();
                            number < nanos.length();
                            number = next.getAndIncrement()) {
                        long due = began + number * SECOND / rate;
                        await(due);
                        if (System.nanoTime() < last) {
                            (answered(sending, number) ? answered : failed).incrementAndGet();
                        }
                        nanos.set(number, System.nanoTime() - due);
                    }
                });
            }
        }
        long[] kept = new long[nanos.length() - first];
        Arrays.setAll(kept, i -> nanos.get(first + i));
        Arrays.sort(kept);
        return new Told(answered.get(), failed.get(), kept);
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static boolean answered(Sending sending, int number) {
        try {
            return sending.send(number);
        } catch (Exception lost) {
            return false;
        }
    }
}
