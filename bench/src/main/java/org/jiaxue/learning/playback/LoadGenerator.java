package org.jiaxue.learning.playback;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jiaxue.bench.Seen;
import org.jiaxue.bench.Wrk;

/**
 * Beats of the stored guardians, each in turn, as fast as they are answered or at a rate.
 *
 * @param guardians the file that says who plays what
 */
record LoadGenerator(Wrk wrk, Path guardians) {

    /** On a house at a port, with the project's own scripts. */
    static LoadGenerator of(Path project, int port, Path guardians) {
        return new LoadGenerator(new Wrk(project.resolve("bench/wrk"), port), guardians);
    }

    /**
     * As fast as they are answered.
     *
     * @param clock where the guardians' clocks stand
     */
    Seen run(String script, int connections, int seconds, Instant clock)
            throws IOException, InterruptedException {
        return run(script, connections, seconds, clock, 0);
    }

    /**
     * As fast as they are answered, when the guardians have played before.
     *
     * @param round how many beats each of them has had at most
     */
    Seen run(String script, int connections, int seconds, Instant clock, int round)
            throws IOException, InterruptedException {
        return wrk.run(
                script,
                connections,
                seconds,
                guardians.toString(),
                Integer.toString(Wrk.THREADS),
                Long.toString(clock.getEpochSecond()),
                Integer.toString(round));
    }

    /** At a rate, whether or not they are answered. */
    Seen offer(int rate, int seconds) throws IOException, InterruptedException {
        return OfferedBeats.run(wrk.port(), guardians, rate, seconds);
    }
}
