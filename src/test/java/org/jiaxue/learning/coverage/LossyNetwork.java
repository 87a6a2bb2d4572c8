package org.jiaxue.learning.coverage;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Time in milliseconds, and a network that loses, delays, repeats and reorders. */
final class LossyNetwork {

    private static final int TIMEOUT = 20_000;

    /** How what is sent is treated. */
    enum Network {
        GOOD,
        SLOW,
        LOSSY,
        NONE
    }

    private record Event(long at, int number, Runnable happens) {}

    private final Random fate;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(
                    Comparator.comparingLong(Event::at).thenComparingInt(Event::number));
    private int numbers;
    private int request;
    private boolean waiting;
    private long now;
    private Network network = Network.GOOD;

    LossyNetwork(Random fate) {
        this.fate = fate;
    }

    long now() {
        return now;
    }

    /** Whether a request is under way whose answer would still be heard. */
    boolean waiting() {
        return waiting;
    }

    /**
     * Lets time pass with all that arrives in it; says of every stretch between how long it was.
     */
    void pass(int millis, Network through, LongConsumer stretch) {
        network = through;
        long end = now + millis;
        while (now < end) {
            long next = events.isEmpty() ? end : Math.clamp(events.peek().at(), now, end);
            stretch.accept(next - now);
            now = next;
            while (!events.isEmpty() && events.peek().at() <= now) {
                events.poll().happens().run();
            }
        }
    }

    /**
     * Sends a request, which may arrive never, late or twice, and whose answer may come never or
     * after nobody waits any more.
     *
     * @param serves what the server does, and what its answer then does to the one who asked
     */
    void ask(Supplier<Runnable> serves) {
        waiting = true;
        int mine = ++request;
        after(TIMEOUT, () -> waiting = waiting && mine != request);
        if (lost()) {
            return;
        }
        int there = latency();
        after(there, () -> answer(serves.get(), mine));
        if (fate.nextInt(4) == 0) {
            after(there + latency(), () -> answer(serves.get(), mine));
        }
    }

    /** Nobody waits for the answer any more. */
    void forget() {
        waiting = false;
        request++;
    }

    private void answer(Runnable heard, int mine) {
        if (lost()) {
            return;
        }
        after(
                latency(),
                () -> {
                    if (waiting && mine == request) {
                        waiting = false;
                        heard.run();
                    }
                });
    }

    private boolean lost() {
        return switch (network) {
            case GOOD, SLOW -> false;
            case LOSSY -> fate.nextBoolean();
            case NONE -> true;
        };
    }

    private int latency() {
        return switch (network) {
            case GOOD -> 1 + fate.nextInt(200);
            case SLOW, NONE -> 1 + fate.nextInt(15_000);
            case LOSSY -> 1 + fate.nextInt(120_000);
        };
    }

    private void after(int millis, Runnable happens) {
        events.add(new Event(now + millis, numbers++, happens));
    }
}
