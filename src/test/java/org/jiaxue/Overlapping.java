package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jiaxue.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two deeds of which the second begins while the first stands in an open transaction. That
 * transaction ends only once the second waits for one of its locks, so the two overlap every time
 * and not by chance; a second deed that is done without having waited fails the test. A deed that
 * fails by itself fails the test with what it threw.
 */
public final class Overlapping {

    /** How long the second deed may take to reach a lock, and again to be done afterwards. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    public Overlapping(TransactionTemplate transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** What the two deeds returned. */
    public record Both<A, B>(A first, B second) {}

    /** Does the first deed in a transaction, and meanwhile the second on a thread of its own. */
    public <A, B> Both<A, B> run(Supplier<A> first, Callable<B> second) throws Exception {
        return run(first, second, () -> {});
    }

    /** The same; {@code rest} is what the first transaction does while the second waits for it. */
    public <A, B> Both<A, B> run(Supplier<A> first, Callable<B> second, Runnable rest)
            throws Exception {
        FutureTask<B> meanwhile = new FutureTask<>(second);
        Waited<A> begun =
                transaction.execute(_ -> {
                    A done = first.get();
                    Thread.startVirtualThread(meanwhile);
                    await().atMost(LONGEST_WAIT)
                            .pollInterval(BETWEEN_LOOKS)
                            .pollInSameThread()
                            .until(() -> meanwhile.isDone() || isWaitedFor());
                    boolean waits = !meanwhile.isDone();
                    rest.run();
                    return new Waited<>(done, waits);
                });
        B answer = result(meanwhile);
        assertThat(begun.second()).as("the second deed waited for the first").isTrue();
        return new Both<>(begun.first(), answer);
    }

    /** What the first deed returned, and whether the second waited for it. */
    private record Waited<A>(A first, boolean second) {}

    /** Whether somebody stands at a lock that the transaction of this thread holds, anywhere. */
    private boolean isWaitedFor() {
        return isWaitedForHere() || (TestDatabase.isCluster(jdbc) && isWaitedForOnANode());
    }

    private boolean isWaitedForOnANode() {
        return jdbc.sql(
                        """
                        select exists (
                          select from citus_lock_waits
                          where blocking_gpid = citus_backend_gpid())
                        """)
                .query(Boolean.class)
                .single();
    }

    private boolean isWaitedForHere() {
        return jdbc.sql(
                        """
                        select exists (
                          select from pg_locks
                          where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))
                        """)
                .query(Boolean.class)
                .single();
    }

    private static <B> B result(Future<B> deed) throws Exception {
        try {
            return deed.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) failed.getCause();
        }
    }
}
