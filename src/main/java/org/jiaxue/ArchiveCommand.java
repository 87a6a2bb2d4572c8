package org.jiaxue;

import java.io.PrintStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jiaxue.archive.Archiving;
import org.jiaxue.archive.Archiving.Kept;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "archive",
        description = {
            "Puts learning events and lines of points of months that are over into compressed",
            "files, or brings a month back; where neither is asked for, says what lies in files",
            "and reads each. Stopped anywhere, it goes on where it is asked again. What lies in",
            "files is counted as before. The service that serves from the same directory is",
            "stopped meanwhile."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:done, or all files are as they were written",
            "1:something is in the way; a sentence says what"
        },
        mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {

    private static final double BYTES_A_MEGABYTE = 1e6;

    @Option(names = "--before", description = "puts all months before this one away, as 2025-09")
    @Nullable YearMonth before;

    @Option(names = "--bring-back", description = "brings this month back, as 2025-03")
    @Nullable YearMonth back;

    @Mixin HouseOptions options = new HouseOptions();

    ArchiveCommand() {}

    @Override
    public Integer call() {
        CommandTexts texts = options.texts();
        if (before != null && back != null) {
            throw new CannotStart(texts.say("archive.command.either"));
        }
        try (ConfigurableApplicationContext house = options.open()) {
            return work(house, texts, System.out);
        }
    }

    /**
     * Works in a house that is open, and prints what came of it.
     *
     * @return the exit status: 1 where files are damaged
     * @throws CannotStart where something is in the way
     */
    int work(ApplicationContext house, CommandTexts texts, PrintStream out) {
        Archiving archiving = house.getBean(Archiving.class);
        try {
            if (before != null) {
                int done = archiving.before(before, it -> out.println(tell(it, texts)));
                out.println(texts.say("archive.command.put-away", done));
                return 0;
            }
            if (back != null) {
                archiving.bringBack(back);
                out.println(texts.say("archive.command.brought-back", back.toString()));
                return 0;
            }
        } catch (Refusal refused) {
            throw new CannotStart(texts.say(refused.problem()));
        }
        return tellAll(archiving.all(), texts, out);
    }

    private static int tellAll(List<Kept> all, CommandTexts texts, PrintStream out) {
        all.forEach(it -> out.println(tell(it, texts)));
        List<Problem> faults = all.stream().map(Kept::fault).filter(Objects::nonNull).toList();
        faults.forEach(it -> out.println(texts.say(it)));
        if (faults.isEmpty()) {
            out.println(texts.say("archive.command.whole", all.size()));
        }
        return faults.isEmpty() ? 0 : 1;
    }

    private static String tell(Kept kept, CommandTexts texts) {
        return texts.say(
                "archive.command.kept",
                kept.month().toString(),
                kept.name(),
                kept.rows(),
                kept.files(),
                kept.bytes() / BYTES_A_MEGABYTE);
    }
}
