package org.jiaxue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jiaxue.regions.SchoolImport;
import org.jiaxue.regions.SchoolListReport;
import org.jiaxue.regions.SchoolLists;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jiaxue.web.TextsFinder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
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

    @Parameters(index = "0", description = "what the file holds: schools")
    String kind = "";

    @Parameters(index = "1", description = "the file")
    Path file = Path.of("");

    @Option(names = "--county", required = true, description = "the county's code, six digits")
    String county = "";

    @Option(names = "--dry-run", description = "say what would change, and change nothing")
    boolean dryRun;

    @Option(names = "--data", defaultValue = "data", description = "the directory to bring it into")
    Path data = Path.of("data");

    ImportCommand() {}

    @Override
    public void run() {
        if (!kind.equals("schools")) {
            throw new CannotStart("there is nothing called " + kind + " to import; try: schools");
        }
        if (!Files.isReadable(file)) {
            throw new CannotStart("there is no file to read at " + file.toAbsolutePath());
        }
        DataDirectory directory = DataDirectory.existing(data);
        Map<String, String> settings = directory.settings(System.getenv());
        try (ConfigurableApplicationContext house = Serving.aside(directory, settings)) {
            Texts texts = house.getBean(TextsFinder.class).of(Locale.getDefault());
            bringIn(house, texts);
        }
    }

    private void bringIn(ConfigurableApplicationContext house, Texts texts) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (groups(bytes)) {
                bringIn(house.getBean(SchoolImport.class), bytes, texts);
            } else {
                bringIn(house.getBean(SchoolLists.class), bytes, texts);
            }
        } catch (Refusal refusal) {
            throw CannotStart.because(refusal, texts);
        } catch (IOException unreadable) {
            throw new CannotStart(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** Whether it is a file of education groups: JSON begins with a bracket or a brace. */
    private static boolean groups(byte[] bytes) {
        String begins =
                new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.UTF_8).strip();
        return begins.startsWith("[") || begins.startsWith("{");
    }

    private void bringIn(SchoolImport schools, byte[] bytes, Texts texts) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        String source = String.valueOf(file.getFileName());
        print(
                dryRun ? schools.look(in, county, source) : schools.take(in, county, source),
                texts,
                System.out);
    }

    private void bringIn(SchoolLists lists, byte[] bytes, Texts texts) {
        SchoolListReport report = dryRun ? lists.look(bytes, county) : lists.take(bytes, county);
        print(report, texts, System.out);
        if (!report.good()) {
            throw new CannotStart("nothing was brought in; mend what stands above and try again");
        }
    }

    private static void print(SchoolListReport report, Texts texts, PrintStream out) {
        for (SchoolListReport.Fault fault : report.faults()) {
            out.printf(
                    "row %d, %s: %s%n",
                    fault.row(), fault.column(), texts.say(fault.key(), fault.args().toArray()));
        }
        if (report.moreFaults() > 0) {
            out.printf("and %d more%n", report.moreFaults());
        }
        if (!report.good()) {
            return;
        }
        for (SchoolListReport.Named school : report.missing()) {
            out.printf("missing since the last list: %s %s%n", school.code(), school.name());
        }
        if (!report.unread().isEmpty()) {
            out.printf("columns that were not read: %s%n", String.join(", ", report.unread()));
        }
        out.printf(
                "schools %d: new %d, changed %d, as before %d, missing %d%n",
                report.lines(),
                report.added().size(),
                report.changed().size(),
                report.unchanged(),
                report.missing().size());
    }

    private static void print(SchoolImport.Report report, Texts texts, PrintStream out) {
        out.printf("schools %d, of them new or changed %d%n", report.schools(), report.changed());
        for (SchoolImport.Refused refused : report.refused()) {
            out.printf(
                    "refused at %s %s: %s%n",
                    refused.where(), refused.id(), texts.say(refused.reason().key()));
        }
        if (report.schools() == 0) {
            throw new CannotStart("no school was brought in");
        }
    }
}
