package org.jiaxue;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.rerun.Rerun;
import org.jiaxue.points.rerun.Reruns;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.web.Times;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "recalculate",
        description = {
            "Goes through the points of a period again by the rules in force, and adds what differs",
            "as corrections. No total falls and no level is taken away. Stopped anywhere, it goes on",
            "from there when it is started again with --resume. The service that serves from the same",
            "directory is stopped meanwhile."
        },
        mixinStandardHelpOptions = true)
final class RecalculateCommand implements Runnable {

    /** Guardians of a county are told from so many on. */
    private static final long LEAST_TOLD = 10;

    private static final int SECONDS_BETWEEN = 5;

    @Option(
            names = "--rules",
            defaultValue = "",
            description = "whose rules: a division's code, or COUNTY/SCHOOL")
    String owner = "";

    @Option(names = "--from", description = "the first day, such as 2026-09-01")
    LocalDate first = LocalDate.MIN;

    @Option(names = "--to", description = "the last day; today without it")
    LocalDate last = LocalDate.MAX;

    @Option(names = "--resume", description = "go on with the run that was stopped")
    boolean resume;

    @Option(names = "--cancel", description = "cancel the run that was stopped")
    boolean cancel;

    @Option(
            names = "--data",
            defaultValue = "${env:JIAXUE_DATA:-data}",
            description = "the directory of the house (JIAXUE_DATA, else data)")
    Path data = Path.of("data");

    @Option(
            names = "--language",
            defaultValue = "",
            description = "what it says is said in: zh or en (else the machine's language)")
    String language = "";

    RecalculateCommand() {}

    @Override
    public void run() {
        CommandTexts texts = CommandTexts.in(language);
        if (!resume && !cancel) {
            if (Owner.ofKey(owner).isEmpty()) {
                throw new CannotStart(texts.say("points.rerun.command.owner"));
            }
            if (first.equals(LocalDate.MIN) || last.isBefore(first)) {
                throw new CannotStart(texts.say("points.rerun.command.days"));
            }
        }
        DataDirectory directory = DataDirectory.existing(data);
        try (ConfigurableApplicationContext house =
                Serving.aside(directory, directory.settings(System.getenv()))) {
            work(house, texts, System.out);
        }
    }

    /**
     * Goes through the ledgers of a house that is open, and prints what came of it.
     *
     * @throws CannotStart where another run is running or there is none to go on with
     */
    void work(ApplicationContext house, CommandTexts texts, PrintStream out) {
        Reruns reruns = house.getBean(Reruns.class);
        Optional<Rerun> running =
                reruns.latest().stream()
                        .filter(it -> it.state() == Rerun.State.RUNNING)
                        .findFirst();
        if (cancel || resume) {
            Rerun stopped =
                    running.orElseThrow(
                            () -> new CannotStart(texts.say("points.rerun.command.none")));
            if (cancel) {
                reruns.cancel(stopped.id());
                out.println(texts.say("points.rerun.command.cancelled", stopped.percent()));
                return;
            }
            workAndTell(reruns, stopped.id(), texts, out);
        } else {
            LocalDate today = house.getBean(Times.class).today();
            Scope scope =
                    new Scope(
                            Owner.ofKey(owner).orElseThrow(),
                            first,
                            last.isAfter(today) ? today : last);
            UUID run =
                    reruns.begin(scope, null)
                            .orElseThrow(() ->
                                    new CannotStart(texts.say("points.rerun.command.running")));
            workAndTell(reruns, run, texts, out);
        }
    }

    private static void workAndTell(Reruns reruns, UUID run, CommandTexts texts, PrintStream out) {
        try (ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor()) {
            Future<?> telling =
                    progress.scheduleAtFixedRate(
                            () -> out.println(tell(find(reruns, run), texts)),
                            SECONDS_BETWEEN,
                            SECONDS_BETWEEN,
                            TimeUnit.SECONDS);
            reruns.work(Runtime.getRuntime().availableProcessors());
            telling.cancel(false);
        }
        Rerun ended = find(reruns, run);
        out.println(tell(ended, texts));
        List<Rerun.County> counties = reruns.counties(run);
        for (Rerun.County county : counties) {
            if (county.more() >= LEAST_TOLD || county.stayed() >= LEAST_TOLD) {
                out.println(
                        texts.say(
                                "points.rerun.command.county",
                                county.code(),
                                told(county.more()),
                                told(county.more(), county.pointsMore()),
                                told(county.stayed()),
                                told(county.stayed(), county.pointsStayed())));
            }
        }
        if (ended.state() != Rerun.State.DONE) {
            throw new CannotStart(texts.say("points.rerun.command.unfinished"));
        }
    }

    private static String told(long guardians) {
        return guardians < LEAST_TOLD ? "<" + LEAST_TOLD : Long.toString(guardians);
    }

    private static String told(long guardians, long points) {
        return guardians < LEAST_TOLD ? "–" : Long.toString(points);
    }

    private static Rerun find(Reruns reruns, UUID run) {
        return reruns.latest().stream().filter(it -> it.id().equals(run)).findFirst().orElseThrow();
    }

    private static String tell(Rerun rerun, CommandTexts texts) {
        return texts.say(
                "points.rerun.command.progress",
                rerun.percent(),
                rerun.done(),
                rerun.guardians(),
                rerun.events(),
                rerun.unfit());
    }
}
