package org.jiaxue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jiaxue.points.Simulation;
import org.jiaxue.points.Simulation.Report;
import org.jiaxue.points.Simulation.Sheet;
import org.jiaxue.points.Speech;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Term;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        description = {
            "Tries proposed points rules or a proposed licence scheme over what was really learned",
            "in a term, and says what would change. Nothing is written. The service that serves",
            "from the same directory is stopped meanwhile."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Runnable {

    private static final long MOST_BYTES = 600_000;
    private static final long NANOS_BETWEEN = 2_000_000_000L;
    private static final int GAP = 2;

    @Parameters(index = "0", description = "the file: points rules or a scheme, in YAML")
    Path file = Path.of("");

    @Option(
            names = "--term",
            defaultValue = "",
            description = "the term, such as 2026-autumn; the last one that has ended without it")
    String term = "";

    @Option(
            names = "--csv",
            defaultValue = "",
            description = "a directory into which the tables are written as CSV")
    String csv = "";

    @Mixin HouseOptions options = new HouseOptions();

    SimulateCommand() {}

    @Override
    public void run() {
        CommandTexts texts = options.texts();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CannotStart(texts.say("regions.command.no-file", file.toAbsolutePath()));
        }
        try (ConfigurableApplicationContext house = options.open()) {
            tryOver(house, texts, System.out);
        }
    }

    /**
     * Tries the file in a house that is open, and prints what came of it.
     *
     * @throws CannotStart where the file has faults, which were printed, the term is not one, or
     *     months of it lie in files
     */
    void tryOver(ApplicationContext house, CommandTexts texts, PrintStream out) {
        Term over = term(house, texts);
        AtomicLong said = new AtomicLong(System.nanoTime());
        try {
            Report report =
                    house.getBean(Simulation.class)
                            .run(
                                    file.toString(),
                                    text(texts),
                                    over,
                                    Runtime.getRuntime().availableProcessors(),
                                    speech(texts),
                                    percent -> tell(percent, said, texts, out));
            print(report, out);
            if (!csv.isEmpty()) {
                write(report.sheets(), texts, out);
            }
        } catch (DataFaults faults) {
            faults.faults().forEach(it -> out.println(tell(it, texts)));
            throw new CannotStart(texts.say("points.simulation.command.mend"));
        } catch (Refusal refused) {
            throw new CannotStart(texts.say(refused.problem()));
        }
    }

    private Term term(ApplicationContext house, CommandTexts texts) {
        if (term.isEmpty()) {
            return Term.of(house.getBean(Times.class).today()).before();
        }
        return Term.ofCode(term)
                .orElseThrow(
                        () -> new CannotStart(texts.say("points.simulation.command.term", term)));
    }

    private String text(CommandTexts texts) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CannotStart(
                        texts.say("points.simulation.command.long", MOST_BYTES / 1000));
            }
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (MalformedInputException notText) {
            throw new CannotStart(texts.say("points.simulation.command.not-text"));
        } catch (IOException unreadable) {
            throw new CannotStart(
                    texts.say(
                            "regions.command.unreadable",
                            file,
                            String.valueOf(unreadable.getMessage())));
        }
    }

    private String tell(DataFault fault, CommandTexts texts) {
        return texts.say(
                "points.simulation.command.fault",
                file,
                Integer.toString(fault.line()),
                fault.field(),
                texts.say(fault.what()));
    }

    private static void tell(int percent, AtomicLong said, CommandTexts texts, PrintStream out) {
        long before = said.get();
        long now = System.nanoTime();
        if (now - before > NANOS_BETWEEN && said.compareAndSet(before, now)) {
            out.println(texts.say("points.simulation.command.progress", percent));
        }
    }

    private static void print(Report report, PrintStream out) {
        report.said().forEach(out::println);
        for (Sheet sheet : report.sheets()) {
            out.println();
            out.println(sheet.title());
            int[] widths = widths(sheet);
            if (!sheet.rows().isEmpty()) {
                out.println(line(sheet.head(), widths, sheet.words()));
            }
            sheet.rows().forEach(row -> out.println(line(row, widths, sheet.words())));
            if (!sheet.left().isEmpty()) {
                out.println(sheet.left());
            }
        }
    }

    private static int[] widths(Sheet sheet) {
        int[] widths = new int[sheet.head().size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] =
                    sheet.rows().stream()
                            .mapToInt(row -> width(row.get(column)))
                            .reduce(width(sheet.head().get(column)), Math::max);
        }
        return widths;
    }

    /** Words stand left, figures right. */
    private static String line(List<String> cells, int[] widths, int words) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i < words ? cells.get(i) + space : space + cells.get(i));
            line.append(" ".repeat(GAP));
        }
        return line.toString().stripTrailing();
    }

    /** How many columns a terminal needs: a Chinese character takes two. */
    private static int width(String text) {
        return text.codePoints().map(it -> wide(it) ? 2 : 1).sum();
    }

    private static boolean wide(int character) {
        return Character.isIdeographic(character) || (character >= 0x3000 && character <= 0xFFEF);
    }

    private void write(List<Sheet> sheets, CommandTexts texts, PrintStream out) {
        Path directory = Path.of(csv);
        try {
            Files.createDirectories(directory);
            for (Sheet sheet : sheets) {
                Files.writeString(directory.resolve(sheet.name() + ".csv"), sheet.csv());
            }
        } catch (IOException unwritable) {
            throw new CannotStart(
                    texts.say(
                            "points.simulation.command.unwritable",
                            directory.toAbsolutePath(),
                            String.valueOf(unwritable.getMessage())));
        }
        out.println();
        out.println(texts.say("points.simulation.command.written", directory.toAbsolutePath()));
    }

    private static Speech speech(CommandTexts texts) {
        return new Speech() {
            @Override
            public String say(String key, Object... args) {
                return texts.say(key, args);
            }

            @Override
            public String say(Words words) {
                return texts.say(words);
            }

            @Override
            public String number(long number) {
                return Long.toString(number);
            }
        };
    }
}
