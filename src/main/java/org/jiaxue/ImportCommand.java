package org.jiaxue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jiaxue.regions.SchoolImport;
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
            "The service that serves from the same directory is stopped meanwhile."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {

    @Parameters(index = "0", description = "what the file holds: schools")
    String kind = "";

    @Parameters(index = "1", description = "the file")
    Path file = Path.of("");

    @Option(names = "--county", required = true, description = "the county's code, six digits")
    String county = "";

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
            bringIn(house.getBean(SchoolImport.class), texts);
        }
    }

    private void bringIn(SchoolImport schools, Texts texts) {
        try (InputStream in = Files.newInputStream(file)) {
            String source = String.valueOf(file.getFileName());
            SchoolImport.Report report = schools.take(in, county, source);
            print(report, texts, System.out);
            if (report.schools() == 0) {
                throw new CannotStart("no school was brought in");
            }
        } catch (Refusal refusal) {
            throw CannotStart.because(refusal, texts);
        } catch (IOException unreadable) {
            throw new CannotStart(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static void print(SchoolImport.Report report, Texts texts, PrintStream out) {
        out.printf("schools %d, of them new or changed %d%n", report.schools(), report.changed());
        for (SchoolImport.Refused refused : report.refused()) {
            out.printf(
                    "refused at %s %s: %s%n",
                    refused.where(), refused.id(), texts.say(refused.reason().key()));
        }
    }
}
