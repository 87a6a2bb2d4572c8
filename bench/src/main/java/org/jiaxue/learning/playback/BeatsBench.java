package org.jiaxue.learning.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jiaxue.bench.BenchFailed;
import org.jiaxue.bench.Figure;
import org.jiaxue.bench.House;
import org.jiaxue.bench.Machine;
import org.jiaxue.bench.Processes;
import org.jiaxue.bench.Report;
import org.jiaxue.bench.Run;
import org.jiaxue.bench.Seen;
import org.jiaxue.bench.Unit;
import org.jiaxue.bench.Used;
import org.jiaxue.bench.WarmUp;
import org.jiaxue.bench.Watch;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.web.GuardianId;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many beats a second the house keeps, one a request and a hundred a request, against what it
 * does without the write and against the bare statement; and how long single beats take that come
 * at a given rate. The loads take turns, so that what else the machine does falls on all of them.
 * Every run is checked against the database; none against a time.
 */
final class BeatsBench {

    private static final int RUNS = 3;
    private static final int BATCH_CONNECTIONS = 64;
    private static final int BATCH = 100;
    private static final int OFFERED = 3_000;
    private static final int SECONDS_AN_ITEM = 1;

    private final BeatLoads loads;
    private final BareWrite bare;
    private final int seconds;

    private BeatsBench(ConfigurableApplicationContext house, BeatLoads loads, int seconds) {
        this.loads = loads;
        this.bare =
                new BareWrite(
                        house.getBean(CoverageStore.class),
                        house.getBean(TransactionTemplate.class));
        this.seconds = seconds;
    }

    /**
     * Measures and writes target/bench/beats.json.
     *
     * @param args the project's directory, the port for the house, the seconds of a run
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Machine machine = Machine.atStart();
        Path project = Path.of(args[0]);
        Path out = project.resolve("target/bench");
        int port = Integer.parseInt(args[1]);
        Path data = out.resolve("data");
        LoadGenerator generator = LoadGenerator.of(project, port, out.resolve("guardians"));
        int status = 0;
        try (ConfigurableApplicationContext house =
                House.open(port, data, "--logging.level.org.jiaxue.learning=warn")) {
            BeatLoads loads =
                    BeatLoads.on(house, StoredPlaybacks.GUARDIANS, generator, Processes.here(data));
            BeatsBench bench = new BeatsBench(house, loads, Integer.parseInt(args[2]));
            List<Figure> figures = bench.measure();
            bench.write(out.resolve("beats.json"), machine, figures);
        } catch (BenchFailed failed) {
            System.err.println("bench: " + failed.getMessage());
            status = 1;
        } finally {
            Files.deleteIfExists(generator.guardians());
        }
        System.exit(status);
    }

    private List<Figure> measure() throws IOException, InterruptedException {
        loads.fill();
        System.out.printf("warming up, then %d runs of %d s of each load%n", RUNS, seconds);
        WarmUp.with(this::turn);
        List<Turn> turns = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            turns.add(turn());
        }
        Figure withoutWrite = Figure.alone("beats.nowrite", runs(turns, Turn::nowrite));
        Figure offeredWithoutWrite =
                Figure.alone("beats.nowrite.at3000", runs(turns, Turn::offeredNowrite))
                        .in(Unit.MILLISECONDS);
        Figure statement = Figure.alone("sql.batch1000", runs(turns, Turn::sql));
        return List.of(
                Figure.against(withoutWrite, "beats.single", runs(turns, Turn::single)),
                Figure.against(offeredWithoutWrite, "beats.at3000", runs(turns, Turn::offered)),
                Figure.against(statement, "beats.batch", runs(turns, Turn::batch)),
                withoutWrite,
                offeredWithoutWrite,
                statement);
    }

    /** A run of each load, one after the other. */
    private record Turn(
            Run nowrite, Run single, Run offeredNowrite, Run offered, Run sql, Run batch) {}

    private Turn turn() throws IOException, InterruptedException {
        return new Turn(
                nowrite(), loads.single(seconds), offeredNowrite(), offered(), sql(), batch());
    }

    private static List<Run> runs(List<Turn> turns, Function<Turn, Run> load) {
        return turns.stream().map(load).toList();
    }

    private Run nowrite() throws IOException, InterruptedException {
        BeatLoads.Load load = clock -> loads.single(seconds, clock);
        return loads.withoutWrite("beats.nowrite", BeatLoads.CONNECTIONS, load);
    }

    private Run offeredNowrite() throws IOException, InterruptedException {
        return slowest(loads.withoutWrite("beats.nowrite.at3000", 0, _ -> offer()));
    }

    private Run offered() throws IOException, InterruptedException {
        return slowest(
                loads.written("beats.at3000", 0, BeatLoads.SECONDS_A_BEAT, _ -> offer()).run(1));
    }

    private Run batch() throws IOException, InterruptedException {
        BeatLoads.Load load =
                clock -> loads.generator().run("batch.lua", BATCH_CONNECTIONS, seconds, clock);
        return loads.written("beats.batch", BATCH_CONNECTIONS, BATCH * SECONDS_AN_ITEM, load)
                .run(BATCH);
    }

    private Seen offer() throws IOException, InterruptedException {
        return loads.generator().offer(OFFERED, seconds);
    }

    /** Where the rate is given, what is told is how long a request took: 99 of 100 no longer. */
    private static Run slowest(Run run) {
        return new Run(run.p99(), run.p50(), run.p99(), run.max(), run.used());
    }

    private Run sql() throws InterruptedException {
        StoredPlaybacks stored = loads.stored();
        stored.rewind();
        List<GuardianId> guardians = stored.inOrder();
        long before = stored.writes();
        Watch watch = loads.processes().watch();
        BareWrite.Written written = bare.run(guardians, seconds);
        Used used = watch.used();
        long rows = stored.writes() - before;
        BeatLoads.check("sql.batch1000: rows written", rows, written.rows(), written.rows());
        return written.run().using(used);
    }

    private void write(Path file, Machine machine, List<Figure> figures) throws IOException {
        Report.write(file, machine.json(loads.stored()::setting, seconds), figures);
    }
}
