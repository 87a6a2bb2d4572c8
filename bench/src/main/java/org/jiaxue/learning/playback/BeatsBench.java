package org.jiaxue.learning.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.jiaxue.bench.Watch;
import org.jiaxue.bench.Wrk;
import org.jiaxue.database.Database;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.web.GuardianId;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many beats a second the house keeps, one a request and a hundred a request, against what it
 * does without the write and against the bare statement; and how long single beats take that come
 * at a given rate. The loads take turns, so that what else the machine does falls on all of them.
 * Every run is checked against the database; none against a time.
 */
final class BeatsBench {

    private static final int RUNS = 3;
    private static final int WARM_UP_SECONDS = 20;
    private static final int CONNECTIONS = 512;
    private static final int BATCH_CONNECTIONS = 64;
    private static final int BATCH = 100;
    private static final int OFFERED = 3_000;
    private static final int SECONDS_A_SINGLE = 2;
    private static final int SECONDS_AN_ITEM = 1;

    private final StoredPlaybacks stored;
    private final SwitchedBeats beats;
    private final UnderWay underWay;
    private final BareWrite bare;
    private final LoadGenerator generator;
    private final Processes processes;
    private final int seconds;

    private BeatsBench(
            ConfigurableApplicationContext house,
            LoadGenerator generator,
            Processes processes,
            int seconds) {
        this.stored =
                new StoredPlaybacks(
                        JdbcClient.create(house.getBean(Database.class).owner().dataSource()));
        this.beats = house.getBean(SwitchedBeats.class);
        this.underWay = house.getBean(UnderWay.class);
        this.bare =
                new BareWrite(
                        house.getBean(CoverageStore.class),
                        house.getBean(TransactionTemplate.class));
        this.generator = generator;
        this.processes = processes;
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
        LoadGenerator generator =
                new LoadGenerator(
                        new Wrk(project.resolve("bench/wrk"), port), out.resolve("guardians"));
        int status = 0;
        try (ConfigurableApplicationContext house =
                House.open(port, data, "--logging.level.org.jiaxue.learning=warn")) {
            BeatsBench bench =
                    new BeatsBench(
                            house, generator, Processes.here(data), Integer.parseInt(args[2]));
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
        say("storing %,d playbacks", StoredPlaybacks.GUARDIANS * StoredPlaybacks.LESSONS);
        stored.fill();
        stored.hand(generator.guardians());
        if (!stored.setting("fsync").equals("on")) {
            throw new BenchFailed("the server does not flush its log (fsync is off)");
        }
        say("warming up, then %d runs of %d s of each load", RUNS, seconds);
        List<Run> nowrite = new ArrayList<>();
        List<Run> single = new ArrayList<>();
        List<Run> offeredNowrite = new ArrayList<>();
        List<Run> offered = new ArrayList<>();
        List<Run> batch = new ArrayList<>();
        List<Run> sql = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            int lasting = run == 0 ? Math.max(seconds, WARM_UP_SECONDS) : seconds;
            nowrite.add(nowrite(lasting));
            single.add(single(lasting));
            offeredNowrite.add(offeredNowrite(lasting));
            offered.add(offered(lasting));
            sql.add(sql(lasting));
            batch.add(batch(lasting));
        }
        List.of(nowrite, single, offeredNowrite, offered, batch, sql).forEach(List::removeFirst);
        Figure withoutWrite = Figure.alone("beats.nowrite", nowrite);
        Figure offeredWithoutWrite =
                Figure.alone("beats.nowrite.at3000", offeredNowrite).in(Unit.MILLISECONDS);
        Figure statement = Figure.alone("sql.batch1000", sql);
        return List.of(
                Figure.against(withoutWrite, "beats.single", single),
                Figure.against(offeredWithoutWrite, "beats.at3000", offered),
                Figure.against(statement, "beats.batch", batch),
                withoutWrite,
                offeredWithoutWrite,
                statement);
    }

    private Run nowrite(int lasting) throws IOException, InterruptedException {
        return withoutWrite("beats.nowrite", CONNECTIONS, clock -> single(lasting, clock));
    }

    private Run offeredNowrite(int lasting) throws IOException, InterruptedException {
        return slowest(withoutWrite("beats.nowrite.at3000", 0, _ -> offer(lasting)));
    }

    private Run withoutWrite(String what, int underWayAtMost, Load load)
            throws IOException, InterruptedException {
        Instant clock = stored.rewind();
        beats.heard();
        beats.writing(false);
        Loaded loaded = during(load, clock);
        check(what + ": seconds covered", stored.covered(), 0, 0);
        long answered = loaded.seen().answered();
        check(what + ": beats heard", beats.heard(), answered, answered + underWayAtMost);
        return loaded.run(1);
    }

    private Run single(int lasting) throws IOException, InterruptedException {
        Load load = clock -> single(lasting, clock);
        return written("beats.single", CONNECTIONS, SECONDS_A_SINGLE, load).run(1);
    }

    private Run offered(int lasting) throws IOException, InterruptedException {
        Load load = _ -> offer(lasting);
        return slowest(written("beats.at3000", 0, SECONDS_A_SINGLE, load).run(1));
    }

    private Run batch(int lasting) throws IOException, InterruptedException {
        Load load = clock -> generator.run("batch.lua", BATCH_CONNECTIONS, lasting, clock);
        return written("beats.batch", BATCH_CONNECTIONS, BATCH * SECONDS_AN_ITEM, load).run(BATCH);
    }

    /** A load whose every request must have covered so many seconds. */
    private Loaded written(String what, int underWayAtMost, long secondsARequest, Load load)
            throws IOException, InterruptedException {
        Instant clock = stored.rewind();
        beats.writing(true);
        Loaded loaded = during(load, clock);
        long least = loaded.seen().answered() * secondsARequest;
        long most = least + underWayAtMost * secondsARequest;
        check(what + ": seconds covered", stored.covered(), least, most);
        return loaded;
    }

    private Seen single(int lasting, Instant clock) throws IOException, InterruptedException {
        return generator.run("single.lua", CONNECTIONS, lasting, clock);
    }

    private Seen offer(int lasting) throws IOException, InterruptedException {
        return generator.offer(OFFERED, lasting);
    }

    /** Where the rate is given, what is told is how long a request took: 99 of 100 no longer. */
    private static Run slowest(Run run) {
        return new Run(run.p99(), run.p50(), run.p99(), run.max(), run.used());
    }

    private interface Load {

        Seen from(Instant clock) throws IOException, InterruptedException;
    }

    private record Loaded(Seen seen, Used used) {

        Run run(int itemsARequest) {
            return seen.run(itemsARequest).using(used);
        }
    }

    private Loaded during(Load load, Instant clock) throws IOException, InterruptedException {
        Watch watch = processes.watch();
        Seen seen = load.from(clock);
        Used used = watch.used();
        underWay.awaitQuiet();
        return new Loaded(seen, used);
    }

    private Run sql(int lasting) throws InterruptedException {
        stored.rewind();
        List<GuardianId> guardians = stored.inOrder();
        Watch watch = processes.watch();
        BareWrite.Written written = bare.run(guardians, lasting);
        Used used = watch.used();
        check("sql.batch1000: rows written", stored.writes(), written.rows(), written.rows());
        return written.run().using(used);
    }

    /** What was answered must be there; what was still under way at the end may be. */
    private static void check(String what, long found, long least, long most) {
        if (found < least || found > most) {
            throw new BenchFailed("%s: %,d, not %,d to %,d".formatted(what, found, least, most));
        }
    }

    private void write(Path file, Machine machine, List<Figure> figures) throws IOException {
        Report.write(file, machine.json(stored::setting, seconds), figures);
    }

    private static void say(String sentence, Object... args) {
        System.out.printf(sentence + "%n", args);
    }
}
