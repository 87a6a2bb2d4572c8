package org.jiaxue.bench;

import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Rounds of loads before those that count: until the compiler of the house's process, where the
 * measurement runs as well, has next to nothing left to do. On two cores a compiler that is still
 * at it takes a good part of what is to be measured, and a load that alternates with others is
 * compiled anew as often as their mixture changes what was assumed.
 */
public final class WarmUp {

    private static final int MOST = 6;
    private static final double QUIET = 0.04;

    private WarmUp() {}

    /** One turn of every load. */
    @FunctionalInterface
    public interface Round {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Runs rounds until the compiler took less than 4 of 100 of the time of one, but no more than
     * six, and says how many there were.
     */
    public static void with(Round round) throws IOException, InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        double share = 1;
        int rounds = 0;
        while (share >= QUIET && rounds < MOST) {
            long compiled = compiler.getTotalCompilationTime();
            long began = System.nanoTime();
            round.run();
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            share = (compiler.getTotalCompilationTime() - compiled) / (double) took;
            rounds++;
        }
        System.out.printf(
                "warmed up in %d rounds; the compiler took %.3f of the last%n", rounds, share);
    }
}
