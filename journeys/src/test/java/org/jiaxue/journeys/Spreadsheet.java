package org.jiaxue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice without a screen, as the office's own spreadsheet would open a file. */
final class Spreadsheet {

    private static final int WAIT_SECONDS = 120;

    /**
     * Commas, double quotes, UTF-8, from the first line, every word in quotes and every number bare
     * as it is stored: so a number that is only written like one shows.
     */
    private static final String WORDS_IN_QUOTES =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false";

    private Spreadsheet() {}

    /** Commas, double quotes, UTF-8, from the first line. */
    private static final String COMMAS = "CSV:44,34,76,1";

    /** The lines of a workbook's first page, the words in quotes. */
    static List<String> csv(Path excel) {
        try {
            return Files.readAllLines(converted(excel, "csv", "--convert-to", WORDS_IN_QUOTES));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The workbook that the office makes of a file of comma-separated values. */
    static Path excel(Path csv) {
        return converted(csv, "xlsx", "--infilter=" + COMMAS, "--convert-to", "xlsx");
    }

    private static Path converted(Path file, String ending, String... how) {
        try {
            Path made = Files.createTempDirectory("spreadsheet");
            List<String> command = new ArrayList<>(List.of("soffice", "--headless"));
            command.add("-env:UserInstallation=" + made.resolve("profile").toUri());
            command.addAll(List.of(how));
            command.addAll(List.of("--outdir", made.toString(), file.toString()));
            Process office =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(made.resolve("log").toFile())
                            .start();
            if (!office.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
                office.destroyForcibly();
            }
            String name = file.getFileName().toString().replaceFirst("[^.]*$", ending);
            assertThat(made.resolve(name)).as(Files.readString(made.resolve("log"))).exists();
            return made.resolve(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "install LibreOffice (Debian: apt-get install libreoffice-calc-nogui)", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
