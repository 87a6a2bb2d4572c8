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
import org.jiaxue.bench.Report;
import org.jiaxue.bench.Run;
import org.jiaxue.database.Database;
import org.jiaxue.learning.coverage.CoverageStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many beats a second the house keeps, one a request and a hundred a request, against what it
 * does without the write and against the bare statement. The loads take turns, so that what else
 * the machine does falls on all of them. Every run is checked against the database; none against a
 * time.
 */
final class BeatsBench {

    private static final int RUNS = 3;
    private static final int WARM_UP_SECONDS = 5;
    private static final int CONNECTIONS = 512;
    private static final int BATCH_CONNECTIONS = 64;
    private static final int BATCH = 100;
    private static final int SECONDS_A_SINGLE = 2;
    private static final int SECONDS_AN_ITEM = 1;

    private final StoredPlaybacks stored;
    private final SwitchedBeats beats;
    private final UnderWay underWay;
    private final BareWrite bare;
    private final LoadGenerator wrk;
    private final int seconds;

    private BeatsBench(ConfigurableApplicationContext house, LoadGenerator wrk, int seconds) {
        this.stored =
                new StoredPlaybacks(
                        JdbcClient.create(house.getBean(Database.class).owner().dataSource()));
        this.beats = house.getBean(SwitchedBeats.class);
        this.underWay = house.getBean(UnderWay.class);
        this.bare =
                new BareWrite(
                        house.getBean(CoverageStore.class),
                        house.getBean(TransactionTemplate.class));
        this.wrk = wrk;
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
        LoadGenerator wrk =
                new LoadGenerator(project.resolve("bench/wrk"), out.resolve("guardians"), port);
        int status = 0;
        try (ConfigurableApplicationContext house =
                House.open(port, out.resolve("data"), "--logging.level.org.jiaxue.learning=warn")) {
            BeatsBench bench = new BeatsBench(house, wrk, Integer.parseInt(args[2]));
            List<Figure> figures = bench.measure();
            bench.write(out.resolve("beats.json"), machine, figures);
        } catch (BenchFailed failed) {
            System.err.println("bench: " + failed.getMessage());
            status = 1;
        } finally {
            Files.deleteIfExists(wrk.guardians());
        }
        System.exit(status);
    }

    private List<Figure> measure() throws IOException, InterruptedException {
        say("storing %,d playbacks", StoredPlaybacks.GUARDIANS * StoredPlaybacks.LESSONS);
        stored.fill();
        stored.hand(wrk.guardians());
        if (!stored.setting("fsync").equals("on")) {
            throw new BenchFailed("the server does not flush its log (fsync is off)");
        }
        say("warming up, then %d runs of %d s of each load", RUNS, seconds);
        List<Run> nowrite = new ArrayList<>();
        List<Run> single = new ArrayList<>();
        List<Run> batch = new ArrayList<>();
        List<Run> sql = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            int lasting = run == 0 ? Math.max(seconds, WARM_UP_SECONDS) : seconds;
            nowrite.add(nowrite(lasting));
            single.add(single(lasting));
            sql.add(sql(lasting));
            batch.add(batch(lasting));
        }
        List.of(nowrite, single, batch, sql).forEach(List::removeFirst);
        Figure withoutWrite = Figure.alone("beats.nowrite", nowrite);
        Figure statement = Figure.alone("sql.batch1000", sql);
        return List.of(
                Figure.against(withoutWrite, "beats.single", single),
                Figure.against(statement, "beats.batch", batch),
                withoutWrite,
                statement);
    }

    private Run nowrite(int lasting) throws IOException, InterruptedException {
        Instant clock = stored.rewind();
        beats.heard();
        beats.writing(false);
        LoadGenerator.Seen seen = load("single.lua", CONNECTIONS, lasting, clock);
        check("beats.nowrite: seconds covered", stored.covered(), 0, 0);
        long most = seen.answered() + CONNECTIONS;
        check("beats.nowrite: beats heard", beats.heard(), seen.answered(), most);
        return seen.run(1);
    }

    private Run single(int lasting) throws IOException, InterruptedException {
        Instant clock = stored.rewind();
        beats.writing(true);
        LoadGenerator.Seen seen = load("single.lua", CONNECTIONS, lasting, clock);
        long least = seen.answered() * SECONDS_A_SINGLE;
        long most = (seen.answered() + CONNECTIONS) * SECONDS_A_SINGLE;
        check("beats.single: seconds covered", stored.covered(), least, most);
        return seen.run(1);
    }

    private Run batch(int lasting) throws IOException, InterruptedException {
        Instant clock = stored.rewind();
        beats.writing(true);
        LoadGenerator.Seen seen = load("batch.lua", BATCH_CONNECTIONS, lasting, clock);
        long least = seen.answered() * BATCH * SECONDS_AN_ITEM;
        long most = (seen.answered() + BATCH_CONNECTIONS) * BATCH * SECONDS_AN_ITEM;
        check("beats.batch: seconds covered", stored.covered(), least, most);
        return seen.run(BATCH);
    }

    private LoadGenerator.Seen load(String script, int connections, int lasting, Instant clock)
            throws IOException, InterruptedException {
        LoadGenerator.Seen seen = wrk.run(script, connections, lasting, clock);
        underWay.awaitQuiet();
        return seen;
    }

    private Run sql(int lasting) throws InterruptedException {
        stored.rewind();
        BareWrite.Written written = bare.run(stored.inOrder(), lasting);
        check("sql.batch1000: rows written", stored.writes(), written.rows(), written.rows());
        return written.run();
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
