package org.jiaxue.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jiaxue.web.GroupedLane.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does in groups what arrives one by one: while one group is done the next gathers, so nobody waits
 * on purpose. Items of one key keep their order, because a key always takes the same lane. When a
 * group fails each of its items is tried alone, so a bad one never fails another; only where one
 * waited for a lock in vain, the others of its key in that group do not wait for it once more, so
 * that one row that is held does not hold up a lane. Closing takes nothing more in, and does and
 * answers what was taken in before.
 *
 * <p>A lane holds so many items and no more; with items of bounded size, which is for whoever makes
 * them to see to, the memory that waits is bounded too.
 */
public final class Grouped<I, O> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Grouped.class);

    /**
     * How many lanes a kind has whose groups cost the database more than their items: half the
     * processors, one or two. A second lane on two processors would halve the groups, and each
     * would pay for its own round trips.
     */
    public static final int LANES =
            Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 2);

    /** The most items of a group, and of what is handed in together. */
    public static final int MOST_A_GROUP = 500;

    /**
     * The most items that wait in one lane, beside the group that is being done and the handful
     * that comes next and found no room in it.
     */
    public static final int MOST_WAITING_A_LANE = 8_000;

    /**
     * Nobody waits for longer: then the answer is cancelled, within a second, and whoever asked
     * cannot know whether it was done. What was not begun by then is left out.
     */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** How long closing waits for what was taken in to be done. */
    public static final Duration LONGEST_DRAIN = Duration.ofSeconds(20);

    /** How often an idle lane looks whether it was closed. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** How often is looked for those who have waited {@link #LONGEST_WAIT}. */
    private static final Duration ROUND = Duration.ofMillis(500);

    private final Function<List<I>, List<O>> act;
    private final List<GroupedLane<I, O>> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Thread rounds;
    private volatile boolean closed;

    /**
     * Starts the lanes.
     *
     * @param act does a group in one go and answers in the same order; throws when nothing of it
     *     was done
     */
    public Grouped(String name, int lanes, Function<List<I>, List<O>> act) {
        this.act = act;
        for (int number = 0; number < lanes; number++) {
            GroupedLane<I, O> lane = new GroupedLane<>(MOST_WAITING_A_LANE);
            this.lanes.add(lane);
            threads.add(Thread.ofPlatform().name(name + "-" + number).start(() -> serve(lane)));
        }
        rounds = Thread.ofVirtual().name(name + "-rounds").start(this::goRound);
    }

    /** Hands in an item; empty when the lane is full or closed: the caller must come back later. */
    public Optional<CompletableFuture<O>> offer(Object key, I item) {
        Waiting<I, O> waiting = new Waiting<>(key, item);
        return offer(Map.of(laneOf(key), List.of(waiting)))
                ? Optional.of(waiting.answer())
                : Optional.empty();
    }

    /**
     * Hands in items together: all of them, or none where a lane of theirs has no room. Those of
     * one lane, so all of one key, come into one group.
     *
     * @param items at most {@link #MOST_A_GROUP}
     * @return the answers to come, in the order of the items
     */
    public Optional<List<CompletableFuture<O>>> offer(List<I> items, Function<? super I, ?> keyOf) {
        if (items.size() > MOST_A_GROUP) {
            throw new IllegalArgumentException("at most " + MOST_A_GROUP + " together");
        }
        if (items.isEmpty()) {
            return Optional.of(List.of());
        }
        List<Waiting<I, O>> all = new ArrayList<>();
        Map<GroupedLane<I, O>, List<Waiting<I, O>>> byLane = new LinkedHashMap<>();
        for (I item : items) {
            Object key = keyOf.apply(item);
            Waiting<I, O> waiting = new Waiting<>(key, item);
            all.add(waiting);
            byLane.computeIfAbsent(laneOf(key), _ -> new ArrayList<>()).add(waiting);
        }
        return offer(byLane)
                ? Optional.of(all.stream().map(Waiting::answer).toList())
                : Optional.empty();
    }

    private GroupedLane<I, O> laneOf(Object key) {
        return lanes.get(Math.floorMod(key.hashCode() * 31, lanes.size()));
    }

    private boolean offer(Map<GroupedLane<I, O>, List<Waiting<I, O>>> byLane) {
        if (closed || !reserve(byLane)) {
            return false;
        }
        byLane.forEach(GroupedLane::add);
        if (closed) {
            // Closed in between, a lane may have looked for the last time before this came in.
            byLane.entrySet().stream()
                    .filter(it -> it.getKey().remove(it.getValue()))
                    .forEach(it -> it.getValue().forEach(one -> one.answer().cancel(false)));
        }
        return byLane.values().stream()
                .flatMap(List::stream)
                .anyMatch(one -> !one.answer().isCancelled());
    }

    private boolean reserve(Map<GroupedLane<I, O>, List<Waiting<I, O>>> byLane) {
        List<Runnable> back = new ArrayList<>();
        for (Map.Entry<GroupedLane<I, O>, List<Waiting<I, O>>> one : byLane.entrySet()) {
            GroupedLane<I, O> lane = one.getKey();
            int items = one.getValue().size();
            if (!lane.reserve(items)) {
                back.forEach(Runnable::run);
                return false;
            }
            back.add(() -> lane.release(items));
        }
        return true;
    }

    private void serve(GroupedLane<I, O> lane) {
        while (!closed || !lane.isEmpty()) {
            try {
                List<Waiting<I, O>> group = lane.group(MOST_A_GROUP, GLANCE);
                if (!group.isEmpty()) {
                    actOn(group);
                }
            } catch (InterruptedException tooLong) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /**
     * One look after all instead of a clock for each: what waits is answered in a few milliseconds,
     * and to set a clock and to stop it costs as much as the rest of waiting.
     */
    private void goRound() {
        while (true) {
            try {
                Thread.sleep(ROUND);
            } catch (InterruptedException closing) {
                return;
            }
            lanes.forEach(lane -> lane.giveUp(LONGEST_WAIT));
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
            oneByOne(group);
        }
    }

    private void oneByOne(List<Waiting<I, O>> group) {
        Map<Object, Throwable> held = new HashMap<>();
        for (Waiting<I, O> one : group) {
            Throwable lock = held.get(one.key());
            if (lock != null) {
                one.answer().completeExceptionally(lock);
                continue;
            }
            actOn(List.of(one));
            if (one.answer().state() == Future.State.FAILED
                    && Locks.inVain(one.answer().exceptionNow())) {
                held.put(one.key(), one.answer().exceptionNow());
            }
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
        rounds.interrupt();
        lanes.forEach(lane -> lane.giveUp(Duration.ZERO));
    }
}
