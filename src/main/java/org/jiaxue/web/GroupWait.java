package org.jiaxue.web;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;

/**
 * Waits for what becomes of something that was handed to {@link Grouped}, and refuses with 503 and
 * {@code Retry-After} when that cannot be said in time: too much waits already, the database does
 * not let it through, or the process closes. What was refused so may be told again without harm.
 *
 * @param busy the key of the sentence that says so
 */
public record GroupWait(String busy) {

    /** When whoever was refused should come back. */
    public static final Duration COME_BACK = Duration.ofSeconds(3);

    /** Nobody is kept waiting for longer. */
    public static final Duration LONGEST = Grouped.LONGEST_WAIT;

    /** The answer, which {@link Grouped} gives or gives up in {@link #LONGEST}. */
    public <O> O forAnswer(CompletableFuture<O> answer) {
        try {
            return answer.get();
        } catch (CancellationException notKept) {
            throw refusal();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof DataAccessException
                    || failed.getCause() instanceof TransactionException) {
                throw refusal();
            }
            throw new IllegalStateException("It could not be kept", failed.getCause());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw refusal();
        }
    }

    public Refusal refusal() {
        return new Refusal(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, busy).retryAfter(COME_BACK));
    }
}
