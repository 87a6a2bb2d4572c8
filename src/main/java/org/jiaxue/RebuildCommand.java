package org.jiaxue;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jiaxue.statistics.Rebuild;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "rebuild",
        description = {
            "Makes what figures of the running term are counted from anew, from the learning",
            "events and the certificates, and says what differed. Published figures stay as they",
            "are. Stopped anywhere, it is begun again. The service that serves from the same",
            "directory is stopped meanwhile."
        },
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Runnable {

    private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(5);

    private static final String STATISTICS = "statistics";

    @Parameters(index = "0", description = "what to rebuild: statistics")
    String what = "";

    @Mixin HouseOptions options = new HouseOptions();

    RebuildCommand() {}

    @Override
    public void run() {
        CommandTexts texts = options.texts();
        if (!what.equals(STATISTICS)) {
            throw new CannotStart(texts.say("statistics.rebuild.what", what));
        }
        try (ConfigurableApplicationContext house = options.open()) {
            work(house, texts, System.out);
        }
    }

    /** Rebuilds in a house that is open, and prints what came of it. */
    static void work(ApplicationContext house, CommandTexts texts, PrintStream out) {
        AtomicLong said = new AtomicLong(System.nanoTime());
        Rebuild.Done done =
                house.getBean(Rebuild.class)
                        .all(facts -> {
                            long now = System.nanoTime();
                            if (now - said.get() > NANOS_BETWEEN) {
                                said.set(now);
                                out.println(tell(facts, texts));
                            }
                        });
        out.println(tell(done.facts(), texts));
        done.weeks().stream()
                .filter(week -> week.differing() > 0)
                .forEach(week -> out.println(tell(week, texts)));
        long differing = done.weeks().stream().mapToLong(Rebuild.Week::differing).sum();
        long sums = done.weeks().stream().mapToLong(Rebuild.Week::sums).sum();
        out.println(
                differing == 0
                        ? texts.say("statistics.rebuild.same", sums)
                        : texts.say("statistics.rebuild.done", sums, differing));
    }

    private static String tell(Rebuild.Facts facts, CommandTexts texts) {
        return texts.say(
                "statistics.rebuild.facts",
                facts.guardians(),
                facts.events(),
                facts.added(),
                facts.removed());
    }

    private static String tell(Rebuild.Week week, CommandTexts texts) {
        return texts.say(
                "statistics.rebuild.week",
                week.week().toString(),
                week.differing(),
                week.sums(),
                week.before(),
                week.after());
    }
}
