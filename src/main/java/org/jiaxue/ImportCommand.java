package org.jiaxue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiaxue.regions.SchoolImport;
import org.jiaxue.regions.SchoolListReport;
import org.jiaxue.regions.SchoolLists;
import org.jiaxue.web.Refusal;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Brings in data from a file; says what was taken and what was refused, with its place.",
            "A list of schools (CSV in UTF-8 or XLSX) is taken whole or not at all; of education",
            "groups (JSON) what can be taken is. The service that serves from the same directory",
            "is stopped meanwhile."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {

    /** The larger of what a list and a file of education groups may be, in bytes. */
    private static final int MOST_BYTES = 4 << 20;

    /** So many changed schools are told one by one. */
    private static final int MOST_TOLD = 200;

    @Parameters(index = "0", description = "what the file holds: schools")
    String kind = "";

    @Parameters(index = "1", description = "the file")
    Path file = Path.of("");

    @Option(names = "--county", required = true, description = "the county's code, six digits")
    String county = "";

    @Option(names = "--dry-run", description = "say what would change, and change nothing")
    boolean dryRun;

    @Mixin HouseOptions options = new HouseOptions();

    ImportCommand() {}

    @Override
    public void run() {
        CommandTexts texts = options.texts();
        if (!kind.equals("schools")) {
            throw new CannotStart(texts.say("regions.command.kind", kind));
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CannotStart(texts.say("regions.command.no-file", file.toAbsolutePath()));
        }
        if (!DataDirectory.made(options.data)) {
            throw new CannotStart(
                    texts.say(
                            "regions.command.no-directory",
                            options.data.toAbsolutePath().normalize()));
        }
        try (ConfigurableApplicationContext house = options.open()) {
            bringIn(house, texts, System.out);
        }
    }

    /**
     * Brings the file into a house that is open, and prints what became of it.
     *
     * @throws CannotStart when nothing was brought in, with what there is to do
     */
    void bringIn(ApplicationContext house, CommandTexts texts, PrintStream out) {
        try {
            byte[] bytes = bytes(texts);
            if (groups(bytes)) {
                bringIn(house.getBean(SchoolImport.class), bytes, texts, out);
            } else {
                bringIn(house.getBean(SchoolLists.class), bytes, texts, out);
            }
        } catch (Refusal refusal) {
            throw new CannotStart(texts.say(refusal.problem()));
        } catch (IOException unreadable) {
            throw new CannotStart(
                    texts.say(
                            "regions.command.unreadable",
                            file,
                            String.valueOf(unreadable.getMessage())));
        }
    }

    /** The file, or so much of it that whoever reads it sees that it is too large. */
    private byte[] bytes(CommandTexts texts) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new CannotStart(texts.say("regions.list.too-large", MOST_BYTES >> 20));
            }
            return bytes;
        }
    }

    /** Whether it is a file of education groups: JSON begins with a bracket or a brace. */
    private static boolean groups(byte[] bytes) {
        String begins =
                new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.UTF_8).strip();
        return begins.startsWith("[") || begins.startsWith("{");
    }

    private void bringIn(SchoolImport schools, byte[] bytes, CommandTexts texts, PrintStream out)
            throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        String source = String.valueOf(file.getFileName());
        SchoolImport.Report report =
                dryRun ? schools.look(in, county, source) : schools.take(in, county, source);
        for (SchoolImport.Refused refused : report.refused()) {
            out.println(
                    texts.say(
                            "regions.command.refused",
                            refused.where(),
                            refused.id(),
                            texts.say(refused.reason().key())));
        }
        if (report.schools() == 0) {
            throw new CannotStart(texts.say("regions.command.no-school"));
        }
        String key = dryRun ? "regions.command.groups-seen" : "regions.command.groups-taken";
        out.println(texts.say(key, report.schools(), report.changed()));
    }

    private void bringIn(SchoolLists lists, byte[] bytes, CommandTexts texts, PrintStream out) {
        SchoolListReport report = dryRun ? lists.look(bytes, county) : lists.take(bytes, county);
        if (!report.good()) {
            printFaults(report, texts, out);
            throw new CannotStart(texts.say("regions.command.mend"));
        }
        print(report, texts, out);
        out.println(
                texts.say(
                        dryRun ? "regions.command.seen" : "regions.command.taken",
                        report.lines(),
                        report.added().size(),
                        report.changed().size(),
                        report.unchanged(),
                        report.missing().size()));
    }

    private static void printFaults(SchoolListReport report, CommandTexts texts, PrintStream out) {
        for (SchoolListReport.Fault fault : report.faults()) {
            String wrong = texts.say(fault.key(), fault.args().toArray());
            out.println(texts.say("regions.command.fault", fault.row(), fault.column(), wrong));
        }
        if (report.moreFaults() > 0) {
            out.println(texts.say("regions.list.more-faults", report.moreFaults()));
        }
    }

    private static void print(SchoolListReport report, CommandTexts texts, PrintStream out) {
        report.changed().stream()
                .limit(MOST_TOLD)
                .forEach(one -> {
                    for (SchoolListReport.Field field : one.fields()) {
                        out.println(
                                texts.say(
                                        "regions.command.changed",
                                        one.school().row(),
                                        texts.say(field.key()),
                                        told(field.before(), texts),
                                        told(field.after(), texts)));
                    }
                });
        if (report.changed().size() > MOST_TOLD) {
            out.println(texts.say("regions.list.more", report.changed().size() - MOST_TOLD));
        }
        for (SchoolListReport.Named school : report.missing()) {
            out.println(texts.say("regions.command.missing", school.code(), school.name()));
        }
        if (!report.unread().isEmpty()) {
            out.println(
                    texts.say(
                            "regions.list.unread",
                            String.join(texts.say("regions.command.comma"), report.unread())));
        }
    }

    private static String told(String value, CommandTexts texts) {
        return value.isEmpty() ? texts.say("regions.command.empty") : value;
    }
}
