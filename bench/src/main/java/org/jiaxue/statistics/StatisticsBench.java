package org.jiaxue.statistics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jiaxue.bench.BenchFailed;
import org.jiaxue.bench.Figure;
import org.jiaxue.bench.House;
import org.jiaxue.bench.Machine;
import org.jiaxue.bench.Processes;
import org.jiaxue.bench.Report;
import org.jiaxue.bench.Run;
import org.jiaxue.bench.Unit;
import org.jiaxue.bench.Watch;
import org.jiaxue.database.Database;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.statistics.closing.Closings;
import org.jiaxue.statistics.fact.Fact;
import org.jiaxue.statistics.fact.FactStore;
import org.jiaxue.statistics.rollup.Folding;
import org.jiaxue.statistics.rollup.StoredProvince;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What figures of a province cost: to rebuild what they are counted from, to follow what is told,
 * to close weeks, and to read what was published. What came of each is checked in the database.
 */
final class StatisticsBench {

    private static final int RUNS = 3;
    private static final int FACTS = 100_000;

    /** So many facts are told at once, as by a group of beats that complete a lesson. */
    private static final int TOLD_AT_ONCE = 500;

    private final ConfigurableApplicationContext house;
    private final StoredProvince stored;
    private final Processes processes;
    private final LocalDate first;
    private final LocalDate today;
    private final Random random = new Random(1);

    private StatisticsBench(ConfigurableApplicationContext house, Processes processes) {
        this.house = house;
        this.processes = processes;
        this.today = house.getBean(Times.class).today();
        this.first = firstWeek(today);
        this.stored =
                new StoredProvince(
                        JdbcClient.create(house.getBean(Database.class).owner().dataSource()),
                        first,
                        today);
    }

    /** The first week of the latest month that can be closed; it and all since are closed here. */
    private static LocalDate firstWeek(LocalDate today) {
        Period month = Period.of(Period.weekOf(today).month());
        while (!Period.weekOf(month.to()).due(today)) {
            month = Period.of(month.month().minusMonths(1));
        }
        return month.from();
    }

    /**
     * Measures and writes target/bench/statistics.json.
     *
     * @param args the project's directory, the port for the house, and the seconds of a run
     */
    public static void main(String[] args) throws IOException {
        Machine machine = Machine.atStart();
        Path out = Path.of(args[0]).resolve("target/bench");
        Path data = out.resolve("province");
        int port = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        int status = 0;
        try (ConfigurableApplicationContext house = House.open(port, data, "--jiaxue.aside=true")) {
            StatisticsBench bench = new StatisticsBench(house, Processes.here(data));
            List<Figure> figures = new ArrayList<>();
            bench.stored.begin();
            figures.addAll(bench.rebuilding());
            figures.addAll(bench.folding());
            figures.add(bench.closing());
            figures.addAll(bench.reading(port, seconds));
            Report.write(
                    out.resolve("statistics.json"),
                    machine.json(bench.stored::setting, seconds),
                    figures);
        } catch (BenchFailed failed) {
            System.err.println("bench: " + failed.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private List<Figure> rebuilding() {
        say("storing %,d events of %,d guardians", StoredProvince.EVENTS, StoredProvince.LEARNERS);
        stored.learners();
        check("facts added", rebuild().facts().added(), StoredProvince.EVENTS);
        List<Run> scan = new ArrayList<>();
        List<Run> rebuilt = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Watch watch = processes.watch();
            long began = System.nanoTime();
            stored.scan();
            scan.add(Run.of(StoredProvince.EVENTS, System.nanoTime() - began).using(watch.used()));
            watch = processes.watch();
            began = System.nanoTime();
            Rebuild.Done done = rebuild();
            rebuilt.add(
                    Run.of(StoredProvince.EVENTS, System.nanoTime() - began).using(watch.used()));
            check("events read", done.facts().events(), StoredProvince.EVENTS);
            check("facts added", done.facts().added(), 0);
            check("facts rolled up", stored.rolledUp(), StoredProvince.EVENTS);
        }
        Figure limit = Figure.alone("sql.events", scan);
        return List.of(Figure.against(limit, "statistics.rebuild", rebuilt), limit);
    }

    private Rebuild.Done rebuild() {
        return house.getBean(Rebuild.class).all(_ -> {});
    }

    private List<Figure> folding() {
        stored.forget();
        say("telling %,d facts, and folding them, %d times", FACTS, RUNS + 1);
        List<Run> told = new ArrayList<>();
        List<Run> folded = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            List<List<Fact>> facts = facts();
            Watch watch = processes.watch();
            long began = System.nanoTime();
            facts.forEach(house.getBean(FactStore.class)::keep);
            told.add(Run.of(FACTS, System.nanoTime() - began).using(watch.used()));
            watch = processes.watch();
            began = System.nanoTime();
            long done = house.getBean(Folding.class).fold();
            folded.add(Run.of(FACTS, System.nanoTime() - began).using(watch.used()));
            check("facts folded", done, FACTS);
            check("facts rolled up", stored.rolledUp(), (run + 1L) * FACTS);
        }
        List.of(told, folded).forEach(List::removeFirst);
        Figure limit = Figure.alone("sql.facts", told);
        return List.of(Figure.against(limit, "statistics.folding", folded), limit);
    }

    /** Lessons of a day, all over the province. */
    private List<List<Fact>> facts() {
        List<String> townships = stored.townships();
        List<List<Fact>> groups = new ArrayList<>();
        for (int from = 0; from < FACTS; from += TOLD_AT_ONCE) {
            List<Fact> group = new ArrayList<>();
            for (int i = 0; i < TOLD_AT_ONCE; i++) {
                group.add(
                        new Fact(
                                new GuardianId(Ids.random()),
                                Ids.next().toString(),
                                EventKind.LESSON_COMPLETED.slug(),
                                first.plusDays(1),
                                townships.get(random.nextInt(townships.size())),
                                Stage.values()[random.nextInt(Stage.values().length)].slug()));
            }
            groups.add(group);
        }
        return groups;
    }

    /** Seconds a week, the end of a month among them. */
    private Figure closing() {
        say("storing %,d guardians, roll-ups and two years of figures", StoredProvince.GUARDIANS);
        stored.province();
        say("stored %,d roll-ups and %,d figures", stored.rows(), stored.figures());
        List<Run> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            stored.reopen();
            Watch watch = processes.watch();
            long began = System.nanoTime();
            int weeks = house.getBean(Closings.class).closeDue();
            double seconds = (System.nanoTime() - began) / 1e9;
            runs.add(Run.only(seconds / weeks).using(watch.used()));
            if (stored.published("shown") == 0 || stored.published("few") == 0) {
                throw new BenchFailed("a closing published nothing");
            }
            say("closed %d weeks from %s on in %.1f s", weeks, first, seconds);
        }
        return Figure.alone("statistics.closing", runs).in(Unit.SECONDS);
    }

    private List<Figure> reading(int port, int seconds) {
        List<Reading> readings =
                Reading.some(random, stored.divisions(), stored.townships(), first);
        Readings all = new Readings(house, stored, port, seconds, readings);
        List<Run> page = new ArrayList<>();
        List<Run> api = new ArrayList<>();
        List<Run> bare = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            bare.add(all.run("sql.figures", processes, all::lookUp));
            api.add(all.run("statistics.api", processes, all::api));
            page.add(all.run("statistics.page", processes, all::page));
        }
        List.of(page, api, bare).forEach(List::removeFirst);
        Figure limit = Figure.alone("sql.figures", bare).in(Unit.MILLISECONDS);
        return List.of(
                Figure.against(limit, "statistics.page", page),
                Figure.against(limit, "statistics.api", api),
                limit);
    }

    private static void check(String what, long found, long expected) {
        if (found != expected) {
            throw new BenchFailed("%s: %,d, not %,d".formatted(what, found, expected));
        }
    }

    private static void say(String sentence, Object... args) {
        System.out.printf(sentence + "%n", args);
    }
}
