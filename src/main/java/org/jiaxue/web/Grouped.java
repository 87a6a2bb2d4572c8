package org.jiaxue.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does in groups what arrives one by one: while one group is done the next gathers, so nobody waits
 * on purpose. Items of one key keep their order, because a key always takes the same lane. When a
 * group fails each of its items is tried alone, so a bad one never fails another. Closing takes
 * nothing more in, and does and answers what was taken in before.
 */
public final class Grouped<I, O> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Grouped.class);

    /** The most items of a group. */
    public static final int MOST_A_GROUP = 500;

    /** The most items that wait in one lane. */
    public static final int MOST_WAITING_A_LANE = 8_000;

    /** How long closing waits for what was taken in to be done. */
    public static final Duration LONGEST_DRAIN = Duration.ofSeconds(20);

    /** How often an idle lane looks whether it was closed. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    private record Waiting<I, O>(I item, CompletableFuture<O> answer) {}

    private final Function<List<I>, List<O>> act;
    private final List<BlockingQueue<Waiting<I, O>>> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /**
     * Starts the lanes.
     *
     * @param act does a group in one go and answers in the same order; throws when nothing of it
     *     was done
     */
    public Grouped(String name, int lanes, Function<List<I>, List<O>> act) {
        this.act = act;
        for (int lane = 0; lane < lanes; lane++) {
            BlockingQueue<Waiting<I, O>> queue = new ArrayBlockingQueue<>(MOST_WAITING_A_LANE);
            this.lanes.add(queue);
            threads.add(Thread.ofPlatform().name(name + "-" + lane).start(() -> serve(queue)));
        }
    }

    /** Hands in an item; empty when the lane is full or closed: the caller must come back later. */
    public Optional<CompletableFuture<O>> offer(Object key, I item) {
        BlockingQueue<Waiting<I, O>> lane =
                lanes.get(Math.floorMod(key.hashCode() * 31, lanes.size()));
        Waiting<I, O> waiting = new Waiting<>(item, new CompletableFuture<>());
        if (closed || !lane.offer(waiting)) {
            return Optional.empty();
        }
        // Closed in between, the lane may have looked for the last time before this came in.
        return closed && lane.remove(waiting) ? Optional.empty() : Optional.of(waiting.answer());
    }

    private void serve(BlockingQueue<Waiting<I, O>> lane) {
        List<Waiting<I, O>> group = new ArrayList<>();
        while (!closed || !lane.isEmpty()) {
            try {
                Waiting<I, O> first = lane.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    lane.drainTo(group, MOST_A_GROUP - 1);
                    actOn(group);
                }
            } catch (InterruptedException tooLong) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                group.clear();
            }
        }
    }

    private void actOn(List<Waiting<I, O>> group) {
        try {
            List<O> answers = act.apply(group.stream().map(Waiting::item).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error failed) {
            if (group.size() == 1) {
                LOG.warn("item failed", failed);
                group.getFirst().answer().completeExceptionally(failed);
                return;
            }
            LOG.warn("group failed size={} cause={}", group.size(), failed.toString());
            group.forEach(one -> actOn(List.of(one)));
        }
    }

    /** Waits {@link #LONGEST_DRAIN} at most; what is not done then is answered as not kept. */
    @Override
    public void close() {
        closed = true;
        Instant end = Instant.now().plus(LONGEST_DRAIN);
        try {
            for (Thread thread : threads) {
                Duration left = Duration.between(Instant.now(), end);
                if (!thread.join(left.isNegative() ? Duration.ZERO : left)) {
                    LOG.warn("not drained lane={}", thread.getName());
                    thread.interrupt();
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            threads.forEach(Thread::interrupt);
        }
        lanes.forEach(lane -> lane.forEach(waiting -> waiting.answer().cancel(false)));
    }
}
