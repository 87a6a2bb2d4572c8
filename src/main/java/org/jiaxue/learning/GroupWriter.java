package org.jiaxue.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what arrives in groups: while one group commits the next gathers, so nobody waits on
 * purpose. Items of one key keep their order, because a key always takes the same lane. When a
 * group fails each of its items is tried alone, so a bad one never fails another.
 */
final class GroupWriter<I, O> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    static final int MOST_A_GROUP = 500;
    static final int MOST_WAITING_A_LANE = 8_000;

    private record Waiting<I, O>(I item, CompletableFuture<O> answer) {}

    private final Function<List<I>, List<O>> write;
    private final List<BlockingQueue<Waiting<I, O>>> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Starts the lanes.
     *
     * @param write writes a group in one transaction and answers in the same order; throws when
     *     nothing of it was kept
     */
    GroupWriter(String name, int lanes, Function<List<I>, List<O>> write) {
        this.write = write;
        for (int lane = 0; lane < lanes; lane++) {
            BlockingQueue<Waiting<I, O>> queue = new ArrayBlockingQueue<>(MOST_WAITING_A_LANE);
            this.lanes.add(queue);
            threads.add(Thread.ofPlatform().name(name + "-" + lane).start(() -> serve(queue)));
        }
    }

    /** Hands in an item; empty when the lane is full and the caller must come back later. */
    Optional<CompletableFuture<O>> offer(Object key, I item) {
        BlockingQueue<Waiting<I, O>> lane =
                lanes.get(Math.floorMod(key.hashCode() * 31, lanes.size()));
        Waiting<I, O> waiting = new Waiting<>(item, new CompletableFuture<>());
        return lane.offer(waiting) ? Optional.of(waiting.answer()) : Optional.empty();
    }

    private void serve(BlockingQueue<Waiting<I, O>> lane) {
        List<Waiting<I, O>> group = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                group.add(lane.take());
                lane.drainTo(group, MOST_A_GROUP - 1);
                writeGroup(group);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } finally {
                group.clear();
            }
        }
    }

    private void writeGroup(List<Waiting<I, O>> group) {
        try {
            List<O> answers = write.apply(group.stream().map(Waiting::item).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error failed) {
            if (group.size() == 1) {
                LOG.warn("write failed", failed);
                group.getFirst().answer().completeExceptionally(failed);
                return;
            }
            LOG.warn("group failed size={} cause={}", group.size(), failed.toString());
            group.forEach(one -> writeGroup(List.of(one)));
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        for (BlockingQueue<Waiting<I, O>> lane : lanes) {
            lane.forEach(waiting -> waiting.answer().cancel(false));
        }
    }
}
