package org.jiaxue;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jiaxue.points.Recalculation;
import org.jiaxue.points.Recalculation.Progress;
import org.jiaxue.web.Times;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "recalculate",
        description = {
            "Goes through the points of a period again by the rules in force, and adds what",
            "differs as corrections. No total falls and no level is taken away. Stopped anywhere,",
            "it goes on from there when it is started again with --resume. The service that serves",
            "from the same directory is stopped meanwhile."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all was gone through",
            "1:nothing was begun, or it is not finished; a sentence says why",
            "3:finished, but some ledgers could not be computed; they are as they were"
        },
        mixinStandardHelpOptions = true)
final class RecalculateCommand implements Callable<Integer> {

    /** Some ledgers could not be computed; all others were. */
    static final int LEFT_SOME_OUT = 3;

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

    @Mixin HouseOptions options = new HouseOptions();

    RecalculateCommand() {}

    @Override
    public Integer call() {
        CommandTexts texts = options.texts();
        boolean fresh = !resume && !cancel;
        if (fresh && (first.equals(LocalDate.MIN) || last.isBefore(first))) {
            throw new CannotStart(texts.say("points.rerun.command.days"));
        }
        try (ConfigurableApplicationContext house = options.open()) {
            return work(house, texts, System.out);
        }
    }

    /**
     * Goes through the ledgers of a house that is open, and prints what came of it.
     *
     * @return the exit status: 0, or {@link #LEFT_SOME_OUT}
     * @throws CannotStart where another run is under way or there is none to go on with
     */
    int work(ApplicationContext house, CommandTexts texts, PrintStream out) {
        Recalculation recalculation = house.getBean(Recalculation.class);
        if (cancel) {
            Progress stopped = stopped(recalculation, texts);
            recalculation.cancel(stopped.run());
            out.println(texts.say("points.rerun.command.cancelled", stopped.percent()));
            return 0;
        }
        LocalDate today = house.getBean(Times.class).today();
        UUID run =
                resume ? stopped(recalculation, texts).run() : begin(recalculation, today, texts);
        return workAndTell(recalculation, run, texts, out);
    }

    private static Progress stopped(Recalculation recalculation, CommandTexts texts) {
        return recalculation
                .underWay()
                .orElseThrow(() -> new CannotStart(texts.say("points.rerun.command.none")));
    }

    private UUID begin(Recalculation recalculation, LocalDate today, CommandTexts texts) {
        if (!recalculation.knows(owner)) {
            throw new CannotStart(texts.say("points.rerun.command.owner"));
        }
        return recalculation
                .begin(owner, first, last.isAfter(today) ? today : last)
                .orElseThrow(() -> new CannotStart(texts.say("points.rerun.command.running")));
    }

    private static int workAndTell(
            Recalculation recalculation, UUID run, CommandTexts texts, PrintStream out) {
        try (ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor()) {
            Future<?> telling =
                    progress.scheduleAtFixedRate(
                            () -> out.println(tell(recalculation.progress(run), texts)),
                            SECONDS_BETWEEN,
                            SECONDS_BETWEEN,
                            TimeUnit.SECONDS);
            workToItsEnd(recalculation, run);
            telling.cancel(false);
        }
        Progress ended = recalculation.progress(run);
        out.println(tell(ended, texts));
        recalculation.counties(run).stream()
                .filter(it -> it.more() >= LEAST_TOLD || it.stayed() >= LEAST_TOLD)
                .forEach(it -> out.println(tell(it, texts)));
        if (!ended.done()) {
            throw new CannotStart(texts.say("points.rerun.command.unfinished"));
        }
        if (ended.failed() == 0) {
            return 0;
        }
        out.println(texts.say("points.rerun.command.failed", ended.failed(), run));
        recalculation
                .failures(run)
                .forEach(it ->
                        out.println(
                                texts.say(
                                        "points.rerun.command.reason",
                                        it.guardians(),
                                        it.reason())));
        return LEFT_SOME_OUT;
    }

    /** One that died holds its part for a minute; it is awaited, as is another node at work. */
    private static void workToItsEnd(Recalculation recalculation, UUID run) {
        recalculation.work(Runtime.getRuntime().availableProcessors());
        while (recalculation.progress(run).running()) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            recalculation.work(Runtime.getRuntime().availableProcessors());
        }
    }

    private static String tell(Recalculation.County county, CommandTexts texts) {
        return texts.say(
                "points.rerun.command.county",
                county.code(),
                told(county.more()),
                told(county.more(), county.pointsMore()),
                told(county.stayed()),
                told(county.stayed(), county.pointsStayed()));
    }

    private static String told(long guardians) {
        return guardians < LEAST_TOLD ? "<" + LEAST_TOLD : Long.toString(guardians);
    }

    private static String told(long guardians, long points) {
        return guardians < LEAST_TOLD ? "–" : Long.toString(points);
    }

    private static String tell(Progress progress, CommandTexts texts) {
        return texts.say(
                "points.rerun.command.progress",
                progress.percent(),
                progress.lookedAt(),
                progress.guardians(),
                progress.events(),
                progress.unfit());
    }
}
