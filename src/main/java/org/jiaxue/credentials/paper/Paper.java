package org.jiaxue.credentials.paper;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jiaxue.credentials.Statement;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lays a statement out on paper. */
@Component
public class Paper {

    /** Sheets that are laid out at the same time, at most; each takes a core for a moment. */
    static final int PRESSES = 2;

    /** For how long one waits for a press before being asked to come back. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Wording wording;
    private final Semaphore presses = new Semaphore(PRESSES, true);

    Paper(Wording wording) {
        this.wording = wording;
    }

    /**
     * The certificate as PDF/A-3b (ISO 19005-3), tagged, its credential attached as {@code
     * credential.json}; the same statement gives the same bytes. Refuses (503, Retry-After) when
     * all presses are busy for {@link #PATIENCE}.
     */
    public byte[] pdf(Statement statement) {
        Sheet sheet = wording.of(statement);
        take();
        try {
            return Archive.of(sheet, statement.document(), statement.signedAt());
        } finally {
            presses.release();
        }
    }

    /** The same sheet for a page to draw. */
    public Picture picture(Statement statement) {
        PicturePen pen = new PicturePen();
        Certificate.draw(wording.of(statement), pen);
        return pen.picture();
    }

    private void take() {
        boolean taken;
        try {
            taken = presses.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            taken = false;
        }
        if (!taken) {
            throw new Refusal(
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "credentials.problem.busy")
                            .retryAfter(COME_BACK));
        }
    }

    /** For a test of what happens when all are busy. */
    Semaphore presses() {
        return presses;
    }
}
