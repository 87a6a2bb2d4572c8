package org.jiaxue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.database.Database;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many pages a second the house answers: the home page to visitors, lessons to guardians who
 * are signed in and half through, and what is found for a question; against the plainest answer of
 * the same server, a small file. The loads take turns. What is answered is looked at before and
 * after, outside the timed runs, and all answers together must be as long as those.
 */
final class PagesBench {

    private static final int RUNS = 3;
    private static final int CONNECTIONS = 64;

    private final Wrk wrk;
    private final Processes processes;
    private final Path requests;
    private final int seconds;

    private PagesBench(Wrk wrk, Processes processes, Path requests, int seconds) {
        this.wrk = wrk;
        this.processes = processes;
        this.requests = requests;
        this.seconds = seconds;
    }

    /**
     * Measures and writes target/bench/pages.json.
     *
     * @param args the project's directory, the port for the house, the seconds of a run
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Machine machine = Machine.atStart();
        Path project = Path.of(args[0]);
        Path out = project.resolve("target/bench");
        int port = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        Path data = out.resolve("pages");
        Path requests = out.resolve("requests");
        int status = 0;
        try (ConfigurableApplicationContext house = House.open(port, data)) {
            Readers readers =
                    new Readers(
                            JdbcClient.create(house.getBean(Database.class).owner().dataSource()),
                            house.getBean(Catalogue.class).lessons());
            PagesBench bench =
                    new PagesBench(
                            new Wrk(project.resolve("bench/wrk"), port),
                            Processes.here(data),
                            requests,
                            seconds);
            List<Figure> figures = bench.measure(readers);
            Report.write(
                    out.resolve("pages.json"), machine.json(readers::setting, seconds), figures);
        } catch (BenchFailed failed) {
            System.err.println("bench: " + failed.getMessage());
            status = 1;
        } finally {
            Files.deleteIfExists(requests);
        }
        System.exit(status);
    }

    private List<Figure> measure(Readers readers) throws IOException, InterruptedException {
        readers.fill();
        List<Pages> all =
                List.of(readers.home(), readers.lessons(), readers.search(), readers.plain());
        Looking looking = new Looking(wrk.port());
        looking.atSignIn(readers.lessons());
        Map<Pages, List<Run>> runs = new LinkedHashMap<>();
        System.out.printf("warming up, then %d runs of %d s of each load%n", RUNS, seconds);
        WarmUp.with(() -> turn(all, looking, (_, _) -> {}));
        for (int run = 0; run < RUNS; run++) {
            turn(
                    all,
                    looking,
                    (pages, seen) -> runs.computeIfAbsent(pages, _ -> new ArrayList<>()).add(seen));
        }
        Figure plain = Figure.alone("http.plain", runs.remove(all.getLast()));
        List<Figure> figures = new ArrayList<>();
        runs.forEach((pages, of) -> figures.add(Figure.against(plain, pages.figure(), of)));
        figures.add(plain);
        return figures;
    }

    /** A run of each load, one after the other. */
    private void turn(List<Pages> all, Looking looking, BiConsumer<Pages, Run> seen)
            throws IOException, InterruptedException {
        for (Pages pages : all) {
            Looking.Lengths before = looking.at(pages);
            Run run = run(pages, before);
            looking.at(pages);
            seen.accept(pages, run);
        }
    }

    private Run run(Pages pages, Looking.Lengths lengths) throws IOException, InterruptedException {
        Files.write(
                requests,
                pages.requests().stream().map(it -> it.path() + "\t" + it.cookies()).toList());
        Watch watch = processes.watch();
        Seen seen =
                wrk.run(
                        "pages.lua",
                        CONNECTIONS,
                        seconds,
                        requests.toString(),
                        Integer.toString(Wrk.THREADS),
                        Looking.ENCODING);
        Used used = watch.used();
        lengths.check(pages.figure(), seen.bytes() / seen.answered());
        return seen.run(1).using(used);
    }
}
