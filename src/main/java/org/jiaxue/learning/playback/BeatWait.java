package org.jiaxue.learning.playback;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Waits for a beat to be kept, and refuses with 503 when that cannot be said in time. */
@Component
class BeatWait {

    static final Duration COME_BACK = Duration.ofSeconds(3);
    static final Duration LONGEST = Duration.ofSeconds(20);

    BeatAnswer forAnswer(CompletableFuture<BeatAnswer> answer) {
        try {
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException notKept) {
            throw busy();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof DataAccessException
                    || failed.getCause() instanceof TransactionException) {
                throw busy();
            }
            throw new IllegalStateException("A beat could not be kept", failed.getCause());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    static Refusal busy() {
        return new Refusal(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "learning.problem.busy")
                        .retryAfter(COME_BACK));
    }
}
