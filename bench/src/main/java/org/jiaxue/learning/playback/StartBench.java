package org.jiaxue.learning.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jiaxue.bench.BenchFailed;
import org.jiaxue.bench.Figure;
import org.jiaxue.bench.House;
import org.jiaxue.bench.Machine;
import org.jiaxue.bench.Report;
import org.jiaxue.bench.Run;
import org.jiaxue.bench.Seen;
import org.jiaxue.bench.Serving;
import org.jiaxue.bench.Unit;
import org.jiaxue.bench.Used;
import org.jiaxue.bench.Watch;
import org.jiaxue.database.Database;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long {@code ./jiaxue start} takes on a database that is there, and how much memory the
 * process has once it serves, and while single beats come as fast as they are answered.
 */
final class StartBench {

    private static final int STARTS = 5;
    private static final int LOADS = 3;
    private static final int WARM_UP_SECONDS = 5;

    /** Before each load the guardians have had fewer beats than this; a lesson has room for 300. */
    private static final int ROUNDS_A_LOAD = 70;

    private final Path data;
    private final Serving serving;
    private final LoadGenerator generator;
    private final int seconds;
    private long answered;

    private StartBench(Path project, Path out, int port, int seconds) {
        this.data = out.resolve("started").toAbsolutePath();
        this.serving = new Serving(project, data, port, out.resolve("start.log"));
        this.generator = LoadGenerator.of(project, port, out.resolve("started-guardians"));
        this.seconds = seconds;
    }

    /**
     * Measures and writes target/bench/start.json.
     *
     * @param args the project's directory, the port for the house, the seconds of a load
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Machine machine = Machine.atStart();
        Path project = Path.of(args[0]);
        Path out = project.resolve("target/bench");
        int seconds = Integer.parseInt(args[2]);
        StartBench bench = new StartBench(project, out, Integer.parseInt(args[1]), seconds);
        int status = 0;
        try {
            bench.measure(machine, out.resolve("start.json"));
        } catch (BenchFailed failed) {
            System.err.println("bench: " + failed.getMessage());
            status = 1;
        } finally {
            Files.deleteIfExists(bench.generator.guardians());
        }
        System.exit(status);
    }

    private void measure(Machine machine, Path file) throws IOException, InterruptedException {
        Instant clock = inside(this::fill);
        List<Run> help = new ArrayList<>();
        List<Run> ready = new ArrayList<>();
        List<Run> idle = new ArrayList<>();
        List<Run> loaded = List.of();
        for (int start = 0; start <= STARTS; start++) {
            help.add(Run.only(serving.help()));
            try (Serving.Served house = serving.start()) {
                ready.add(Run.only(house.seconds()));
                idle.add(Run.only(house.processes().houseMegabytes()));
                if (start == STARTS) {
                    loaded = loads(house, clock);
                }
            }
            System.out.printf("start %d of %d%n", start, STARTS);
        }
        inside(this::check);
        List.of(help, ready, idle).forEach(List::removeFirst);
        List<Figure> figures = figures(help, ready, idle, loaded);
        Report.write(file, inside(stored -> json(machine, stored)), figures);
    }

    private static List<Figure> figures(
            List<Run> help, List<Run> ready, List<Run> idle, List<Run> loaded) {
        Figure started = Figure.alone("start.help", help).in(Unit.SECONDS);
        Figure atRest = Figure.alone("memory.ready", idle).in(Unit.MEGABYTES);
        return List.of(
                Figure.against(started, "start.ready", ready),
                Figure.against(atRest, "memory.beats", loaded),
                started,
                atRest);
    }

    private List<Run> loads(Serving.Served house, Instant clock)
            throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (int load = 0; load <= LOADS; load++) {
            int lasting = load == 0 ? Math.max(seconds, WARM_UP_SECONDS) : seconds;
            Watch watch = house.processes().watch();
            Seen seen =
                    generator.run(
                            "single.lua",
                            BeatLoads.CONNECTIONS,
                            lasting,
                            clock,
                            load * ROUNDS_A_LOAD);
            Used used = watch.used();
            answered += seen.answered();
            System.out.printf(
                    "%,.0f beats a second, %,.0f MB%n", seen.run(1).value(), used.houseMegabytes());
            runs.add(
                    new Run(
                            used.houseMegabytes(),
                            seen.p50() / 1e3,
                            seen.p99() / 1e3,
                            seen.max() / 1e3,
                            used));
        }
        runs.removeFirst();
        return runs;
    }

    private Instant fill(StoredPlaybacks stored) {
        System.out.printf("storing %,d playbacks%n", stored.playbacks());
        stored.fill();
        try {
            stored.hand(generator.guardians());
        } catch (IOException full) {
            throw new BenchFailed("the guardians could not be written down: " + full.getMessage());
        }
        return stored.rewind();
    }

    /** What was answered must be there; what was under way at the end of a load may be. */
    private boolean check(StoredPlaybacks stored) {
        long found = stored.covered();
        long least = answered * BeatLoads.SECONDS_A_BEAT;
        long most = least + (LOADS + 1L) * BeatLoads.CONNECTIONS * BeatLoads.SECONDS_A_BEAT;
        if (found < least || found > most) {
            throw new BenchFailed(
                    "memory.beats: %,d seconds covered, not %,d to %,d"
                            .formatted(found, least, most));
        }
        return true;
    }

    /** The heap is the house's own matter and not that of this process. */
    private Map<String, Object> json(Machine machine, StoredPlaybacks stored) {
        try {
            Map<String, Object> json = machine.json(stored::setting, seconds);
            json.remove("heapMiB");
            return json;
        } catch (IOException unreadable) {
            throw new BenchFailed("the machine tells nothing: " + unreadable.getMessage());
        }
    }

    /** Opens the house in this process, beside no other, for what only the database's owner may. */
    private <T> T inside(Function<StoredPlaybacks, T> work) {
        try (ConfigurableApplicationContext house = House.open(serving.port(), data)) {
            return work.apply(
                    new StoredPlaybacks(
                            JdbcClient.create(house.getBean(Database.class).owner().dataSource())));
        }
    }
}
