package org.jiaxue.learning.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jiaxue.bench.BenchFailed;
import org.jiaxue.bench.Run;
import org.jiaxue.learning.coverage.CoverageRow;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.web.Grouped;
import org.jiaxue.web.GuardianId;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The statement that keeps beats, by itself: {@value #ROWS} rows a statement, a transaction each,
 * on as many connections as beats have lanes. No request, no read before, no arithmetic.
 */
final class BareWrite {

    static final int ROWS = 1_000;

    private final CoverageStore store;
    private final TransactionTemplate transaction;

    BareWrite(CoverageStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** What the lanes wrote, and how long each of their transactions took, in nanoseconds. */
    record Written(long rows, long nanos, List<Long> transactions) {

        Run run() {
            return new Run(rows / (nanos / 1e9), millis(0.50), millis(0.99), millis(1), null);
        }

        private double millis(double part) {
            List<Long> sorted = transactions.stream().sorted().toList();
            return sorted.get((int) ((sorted.size() - 1) * part)) / 1e6;
        }
    }

    Written run(List<GuardianId> guardians, int seconds) throws InterruptedException {
        List<List<List<CoverageRow>>> lanes = lanes(guardians);
        try (ExecutorService threads = Executors.newFixedThreadPool(Grouped.LANES)) {
            long begin = System.nanoTime();
            long end = begin + seconds * 1_000_000_000L;
            List<Future<List<Long>>> futures = new ArrayList<>();
            lanes.forEach(lane -> futures.add(threads.submit(() -> write(lane, end))));
            List<Long> took = new ArrayList<>();
            for (Future<List<Long>> future : futures) {
                took.addAll(future.get());
            }
            return new Written((long) took.size() * ROWS, System.nanoTime() - begin, took);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A bare write failed", failed.getCause());
        }
    }

    /** Groups of rows in the guardians' order, dealt to the lanes in turn. */
    private List<List<List<CoverageRow>>> lanes(List<GuardianId> guardians) {
        List<List<List<CoverageRow>>> lanes =
                Stream.generate(() -> (List<List<CoverageRow>>) new ArrayList<List<CoverageRow>>())
                        .limit(Grouped.LANES)
                        .toList();
        for (int from = 0; from + ROWS <= guardians.size(); from += ROWS) {
            List<GuardianId> group = guardians.subList(from, from + ROWS);
            var rows = store.active(group).rows();
            lanes.get(from / ROWS % Grouped.LANES).add(group.stream().map(rows::get).toList());
        }
        return lanes;
    }

    private List<Long> write(List<List<CoverageRow>> groups, long end) {
        List<Long> took = new ArrayList<>();
        for (int turn = 0; System.nanoTime() < end; turn = (turn + 1) % groups.size()) {
            List<CoverageRow> rows = groups.get(turn);
            long begin = System.nanoTime();
            transaction.executeWithoutResult(_ -> write(rows));
            took.add(System.nanoTime() - begin);
            groups.set(turn, rows.stream().map(CoverageRow::written).toList());
        }
        return took;
    }

    private void write(List<CoverageRow> rows) {
        int written = store.write(rows).size();
        if (written != rows.size()) {
            throw new BenchFailed("sql.batch1000: %d rows of %d".formatted(written, rows.size()));
        }
    }
}
