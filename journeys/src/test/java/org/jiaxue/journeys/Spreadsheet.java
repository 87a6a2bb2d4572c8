package org.jiaxue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The lines of a workbook's first page, the words in quotes. */
    static List<String> csv(Path excel) {
        try {
            Path made = Files.createTempDirectory("spreadsheet");
            Process office =
                    new ProcessBuilder(
                                    "soffice",
                                    "--headless",
                                    "-env:UserInstallation=" + made.resolve("profile").toUri(),
                                    "--convert-to",
                                    WORDS_IN_QUOTES,
                                    "--outdir",
                                    made.toString(),
                                    excel.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(made.resolve("log").toFile())
                            .start();
            if (!office.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
                office.destroyForcibly();
            }
            String name = excel.getFileName().toString().replace(".xlsx", ".csv");
            assertThat(made.resolve(name)).as(Files.readString(made.resolve("log"))).exists();
            return Files.readAllLines(made.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "install LibreOffice (Debian: apt-get install libreoffice-calc-nogui)", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
