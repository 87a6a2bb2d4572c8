package org.jiaxue;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Brings in data from a file; says what was taken and what was refused.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {

    @Parameters(index = "0", description = "schools")
    String kind = "";

    @Parameters(index = "1", description = "the file")
    Path file = Path.of("");

    ImportCommand() {}

    @Override
    public void run() {
        throw new CannotStart("there is nothing called " + kind + " to import; try: schools");
    }
}
