package org.jiaxue.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one thread of {@link Grouped}, in handfuls that are not parted, and how many items
 * there still is room for.
 */
final class GroupedLane<I, O> {

    /**
     * An item that waits for its answer.
     *
     * @param since when it was handed in, by {@link System#nanoTime()}
     */
    record Waiting<I, O>(Object key, I item, CompletableFuture<O> answer, long since) {

        Waiting(Object key, I item) {
            this(key, item, new CompletableFuture<>(), System.nanoTime());
        }
    }

    private final BlockingQueue<List<Waiting<I, O>>> handfuls = new LinkedBlockingQueue<>();
    private final Semaphore room;

    /** The group that is being done, and the handful that comes next and found no room in it. */
    private volatile List<Waiting<I, O>> taken = List.of();

    private @Nullable List<Waiting<I, O>> first;

    GroupedLane(int room) {
        this.room = new Semaphore(room);
    }

    boolean reserve(int items) {
        return room.tryAcquire(items);
    }

    void release(int items) {
        room.release(items);
    }

    /** Adds what has its room reserved. */
    void add(List<Waiting<I, O>> handful) {
        handfuls.add(handful);
    }

    /** Takes a handful back; false where it is taken already. */
    boolean remove(List<Waiting<I, O>> handful) {
        boolean removed = handfuls.remove(handful);
        if (removed) {
            room.release(handful.size());
        }
        return removed;
    }

    /** Only for the thread that this lane is for. */
    boolean isEmpty() {
        return first == null && handfuls.isEmpty();
    }

    /**
     * All that has arrived, up to so many items, or more where the first handful has more; nothing
     * where nothing arrives for a while. Whoever has been given up is not among them.
     */
    List<Waiting<I, O>> group(int most, Duration glance) throws InterruptedException {
        if (first == null) {
            first = leaving(handfuls.poll(glance.toMillis(), TimeUnit.MILLISECONDS));
        }
        List<Waiting<I, O>> group = new ArrayList<>();
        while (first != null && (group.isEmpty() || group.size() + first.size() <= most)) {
            group.addAll(first);
            first = leaving(handfuls.poll());
        }
        group.removeIf(one -> one.answer().isDone());
        List<Waiting<I, O>> all = new ArrayList<>(group);
        if (first != null) {
            all.addAll(first);
        }
        taken = all;
        return group;
    }

    private @Nullable List<Waiting<I, O>> leaving(@Nullable List<Waiting<I, O>> handful) {
        if (handful != null) {
            room.release(handful.size());
        }
        return handful;
    }

    /** Gives up whoever was handed in longer ago than this. */
    void giveUp(Duration longest) {
        long now = System.nanoTime();
        for (Waiting<I, O> one : unanswered()) {
            if (now - one.since() > longest.toNanos()) {
                one.answer().cancel(false);
            }
        }
    }

    private List<Waiting<I, O>> unanswered() {
        List<Waiting<I, O>> all = new ArrayList<>(taken);
        handfuls.forEach(all::addAll);
        return all;
    }
}
