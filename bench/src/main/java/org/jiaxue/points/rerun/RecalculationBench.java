package org.jiaxue.points.rerun;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.Ids;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many events a second a re-run goes through by eight rules with conditions: with rules that
 * are unchanged, and with a change that touches every twentieth event and is written; against the
 * rate at which the database merely reads the same rows in one pass. What came of each run is
 * checked against the database.
 */
final class RecalculationBench {

    private static final int RUNS = 3;
    private static final Scope TERM =
            new Scope(
                    Owner.of(StoredTerm.DIVISION.substring(0, 6)),
                    LocalDate.of(2026, 9, 1),
                    LocalDate.of(2027, 1, 31));

    private final StoredTerm stored;
    private final Reruns reruns;
    private final Rules rules;
    private final Processes processes;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private int version = 1;

    private RecalculationBench(ConfigurableApplicationContext house, Processes processes) {
        this.stored =
                new StoredTerm(
                        JdbcClient.create(house.getBean(Database.class).owner().dataSource()));
        this.reruns = house.getBean(Reruns.class);
        this.rules = house.getBean(Rules.class);
        this.processes = processes;
    }

    /**
     * Measures and writes target/bench/recalculation.json.
     *
     * @param args the project's directory and the port for the house
     */
    public static void main(String[] args) throws IOException {
        Machine machine = Machine.atStart();
        Path out = Path.of(args[0]).resolve("target/bench");
        Path data = out.resolve("term");
        int port = Integer.parseInt(args[1]);
        int status = 0;
        try (ConfigurableApplicationContext house =
                House.open(port, data, "--jiaxue.rerun.every=PT12H", "--jiaxue.aside=true")) {
            RecalculationBench bench = new RecalculationBench(house, Processes.here(data));
            bench.write(out.resolve("recalculation.json"), machine, bench.measure());
        } catch (BenchFailed failed) {
            System.err.println("bench: " + failed.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private List<Figure> measure() {
        say("storing %,d events of %,d guardians", StoredTerm.EVENTS, StoredTerm.GUARDIANS);
        stored.fill();
        version = stored.nextVersion(TERM.owner().key());
        enact(StoredTerm.TWENTIETH);
        List<Run> scan = new ArrayList<>();
        List<Run> unchanged = new ArrayList<>();
        List<Run> changed = new ArrayList<>();
        int points = StoredTerm.TWENTIETH;
        for (int run = 0; run <= RUNS; run++) {
            scan.add(scan());
            unchanged.add(run(0));
            enact(++points);
            changed.add(run(StoredTerm.EVENTS / 20));
            say("round %d of %d", run, RUNS);
        }
        List.of(scan, unchanged, changed).forEach(List::removeFirst);
        Figure limit = Figure.alone("sql.scan", scan);
        return List.of(
                Figure.against(limit, "recalculation.unchanged", unchanged),
                Figure.against(limit, "recalculation.changed", changed),
                limit);
    }

    private Run scan() {
        Watch watch = processes.watch();
        long began = System.nanoTime();
        stored.scan();
        long nanos = System.nanoTime() - began;
        return Run.of(StoredTerm.EVENTS, nanos).using(watch.used());
    }

    /** One whole re-run, which must write just so many lines and leave every balance right. */
    private Run run(long lines) {
        long before = stored.lines();
        Watch watch = processes.watch();
        long began = System.nanoTime();
        UUID run = reruns.begin(TERM, null).orElseThrow();
        reruns.work(threads);
        long nanos = System.nanoTime() - began;
        Used used = watch.used();
        Rerun ended =
                reruns.latest().stream()
                        .filter(it -> it.id().equals(run))
                        .findFirst()
                        .orElseThrow();
        check("state", ended.state() == Rerun.State.DONE ? 1 : 0, 1);
        check("events read", ended.events(), StoredTerm.EVENTS);
        check("guardians whose lines do not fit", ended.unfit(), 0);
        check("lines written", stored.lines() - before, lines);
        check("accounts that differ from their entries", stored.unbalanced(), 0);
        return Run.of(StoredTerm.EVENTS, nanos).using(used);
    }

    private void enact(int points) {
        rules.enact(
                "bench.yaml",
                StoredTerm.rules(TERM.owner().key(), version++, points),
                Ids.next(),
                Ids.next());
    }

    private static void check(String what, long found, long expected) {
        if (found != expected) {
            throw new BenchFailed("%s: %,d, not %,d".formatted(what, found, expected));
        }
    }

    private void write(Path file, Machine machine, List<Figure> figures) throws IOException {
        Report.write(file, machine.json(stored::setting, 0), figures);
    }

    private static void say(String sentence, Object... args) {
        System.out.printf(sentence + "%n", args);
    }
}
