package org.jiaxue.learning.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.bench.BenchFailed;
import org.jiaxue.bench.Figure;
import org.jiaxue.bench.House;
import org.jiaxue.bench.Machine;
import org.jiaxue.bench.Processes;
import org.jiaxue.bench.Report;
import org.jiaxue.bench.Run;
import org.jiaxue.bench.WarmUp;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many single beats a second the house keeps with ten million stored playbacks, against what it
 * does with a hundred thousand: the same guardians tell the same beats, once among few others and
 * once among many. The few come first and once more after the many, half of their runs each time,
 * so that what else the machine does falls on both.
 */
final class GrowthBench {

    private static final int FEW = StoredPlaybacks.GUARDIANS;
    private static final int MANY = 2_000_000;
    private static final int RUNS = 4;

    private final ConfigurableApplicationContext house;
    private final LoadGenerator generator;
    private final Processes processes;
    private final int seconds;

    private GrowthBench(
            ConfigurableApplicationContext house,
            LoadGenerator generator,
            Processes processes,
            int seconds) {
        this.house = house;
        this.generator = generator;
        this.processes = processes;
        this.seconds = seconds;
    }

    /**
     * Measures and writes target/bench/growth.json.
     *
     * @param args the project's directory, the port for the house, the seconds of a run
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Machine machine = Machine.atStart();
        Path project = Path.of(args[0]);
        Path out = project.resolve("target/bench");
        int port = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        Path data = out.resolve("grown");
        LoadGenerator generator = LoadGenerator.of(project, port, out.resolve("grown-guardians"));
        int status = 0;
        try (ConfigurableApplicationContext house =
                House.open(port, data, "--logging.level.org.jiaxue.learning=warn")) {
            GrowthBench bench = new GrowthBench(house, generator, Processes.here(data), seconds);
            BeatLoads few = bench.loads(FEW);
            List<Figure> figures = bench.measure(few, bench.loads(MANY));
            Report.write(
                    out.resolve("growth.json"),
                    machine.json(few.stored()::setting, seconds),
                    figures);
        } catch (BenchFailed failed) {
            System.err.println("bench: " + failed.getMessage());
            status = 1;
        } finally {
            Files.deleteIfExists(generator.guardians());
        }
        System.exit(status);
    }

    private BeatLoads loads(int guardians) {
        return BeatLoads.on(house, guardians, generator, processes);
    }

    private List<Figure> measure(BeatLoads few, BeatLoads many)
            throws IOException, InterruptedException {
        List<Run> small = new ArrayList<>(runs(few, RUNS / 2));
        List<Run> grown = runs(many, RUNS);
        small.addAll(runs(few, RUNS / 2));
        Figure among = Figure.alone("beats.stored100k", small);
        return List.of(Figure.against(among, "beats.stored10m", grown), among);
    }

    /** Fills, warms up and runs. */
    private List<Run> runs(BeatLoads loads, int times) throws IOException, InterruptedException {
        loads.fill();
        WarmUp.with(() -> loads.single(seconds));
        List<Run> runs = new ArrayList<>();
        for (int run = 0; run < times; run++) {
            runs.add(loads.single(seconds));
            System.out.printf("%,.0f beats a second%n", runs.getLast().value());
        }
        return runs;
    }
}
