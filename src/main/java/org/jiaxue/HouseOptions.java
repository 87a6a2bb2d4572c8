package org.jiaxue;

import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** What every command takes that works in a house beside its service. */
final class HouseOptions {

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

    HouseOptions() {}

    CommandTexts texts() {
        return CommandTexts.in(language);
    }

    /** The house in its directory; whoever opens it closes it. */
    ConfigurableApplicationContext open() {
        DataDirectory directory = DataDirectory.existing(data);
        return Serving.aside(directory, directory.settings(System.getenv()));
    }
}
