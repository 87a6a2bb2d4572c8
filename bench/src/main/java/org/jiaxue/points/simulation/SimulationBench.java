package org.jiaxue.points.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiaxue.bench.BenchFailed;
import org.jiaxue.bench.Figure;
import org.jiaxue.bench.House;
import org.jiaxue.bench.Machine;
import org.jiaxue.bench.Processes;
import org.jiaxue.bench.Report;
import org.jiaxue.bench.Run;
import org.jiaxue.bench.Used;
import org.jiaxue.bench.Watch;
import org.jiaxue.database.Database;
import org.jiaxue.points.simulation.Figure.Shown;
import org.jiaxue.web.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many events a second a trial goes through, under the rules and schemes that ship: with a
 * county's rules that have conditions, and with a scheme; against the rate at which the database
 * merely reads the same events in one pass. What came of each is checked, and that nothing was
 * written.
 */
final class SimulationBench {

    private static final int RUNS = 3;
    private static final double TARGET_SECONDS = 10;

    private final LivedTerm lived;
    private final Simulator simulator;
    private final Processes processes;
    private final int threads = Runtime.getRuntime().availableProcessors();

    private SimulationBench(ConfigurableApplicationContext house, Processes processes) {
        this.lived =
                new LivedTerm(
                        JdbcClient.create(house.getBean(Database.class).owner().dataSource()));
        this.simulator = house.getBean(Simulator.class);
        this.processes = processes;
    }

    /**
     * Measures and writes target/bench/simulation.json.
     *
     * @param args the project's directory and the port for the house
     */
    public static void main(String[] args) throws IOException {
        Machine machine = Machine.atStart();
        Path out = Path.of(args[0]).resolve("target/bench");
        Path data = out.resolve("lived");
        int port = Integer.parseInt(args[1]);
        int status = 0;
        try (ConfigurableApplicationContext house = House.open(port, data)) {
            SimulationBench bench = new SimulationBench(house, Processes.here(data));
            List<Figure> figures = bench.measure();
            Report.write(
                    out.resolve("simulation.json"), machine.json(bench.lived::setting, 0), figures);
            figures.stream().limit(2).forEach(SimulationBench::sayAgainstTarget);
        } catch (BenchFailed failed) {
            System.err.println("bench: " + failed.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private List<Figure> measure() {
        System.out.printf(
                "storing %,d events of %,d guardians%n", LivedTerm.EVENTS, LivedTerm.GUARDIANS);
        lived.fill();
        List<Run> scan = new ArrayList<>();
        List<Run> rules = new ArrayList<>();
        List<Run> scheme = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            scan.add(scan());
            rules.add(run("rules.yaml", LivedTerm.RULES));
            scheme.add(run("scheme.yaml", LivedTerm.SCHEME));
            System.out.printf("round %d of %d%n", run, RUNS);
        }
        List.of(scan, rules, scheme).forEach(List::removeFirst);
        Figure limit = Figure.alone("sql.events", scan);
        return List.of(
                Figure.against(limit, "simulation.rules", rules),
                Figure.against(limit, "simulation.scheme", scheme),
                limit);
    }

    private Run scan() {
        Watch watch = processes.watch();
        long began = System.nanoTime();
        lived.scan();
        long nanos = System.nanoTime() - began;
        return Run.of(LivedTerm.EVENTS, nanos).using(watch.used());
    }

    private Run run(String file, String text) {
        String before = lived.written();
        Proposed proposed = simulator.read(file, text);
        Asked asked =
                new Asked(proposed, Term.ofCode("2026-autumn").orElseThrow(), proposed.owner());
        Watch watch = processes.watch();
        long began = System.nanoTime();
        Outcome outcome =
                simulator
                        .run(
                                asked,
                                threads,
                                new Simulator.Watch() {
                                    @Override
                                    public void done(long guardians, long of) {}

                                    @Override
                                    public boolean goesOn() {
                                        return true;
                                    }
                                })
                        .orElseThrow();
        long nanos = System.nanoTime() - began;
        Used used = watch.used();
        check("events", outcome.events().value(), LivedTerm.EVENTS);
        check("guardians", outcome.all().guardians().value(), LivedTerm.GUARDIANS);
        if (outcome.levels().stream().noneMatch(it -> it.now() instanceof Shown)) {
            throw new BenchFailed("nobody reached a level");
        }
        if (!lived.written().equals(before)) {
            throw new BenchFailed("something was written");
        }
        return Run.of(LivedTerm.EVENTS, nanos).using(used);
    }

    private static void check(String what, @Nullable Long found, long expected) {
        if (found == null || found != expected) {
            throw new BenchFailed("%s: %s, not %,d".formatted(what, found, expected));
        }
    }

    private static void sayAgainstTarget(Figure figure) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s for %,d events, of %.0f s allowed%n",
                figure.name(),
                LivedTerm.EVENTS / figure.median().value(),
                LivedTerm.EVENTS,
                TARGET_SECONDS);
    }
}
