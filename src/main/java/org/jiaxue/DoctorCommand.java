package org.jiaxue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jiaxue.archive.ArchiveCheck;
import org.jiaxue.nodes.JobsCheck;
import org.jiaxue.nodes.JobsCheck.Trouble;
import org.jiaxue.points.LedgerCheck;
import org.jiaxue.web.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Says what this machine has and what is in the way of a start.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Runnable {

    private static final long LEAST_FREE_BYTES = 1L << 30;

    @Option(
            names = "--port",
            defaultValue = "${env:JIAXUE_PORT:-8080}",
            description = "where it would be served (JIAXUE_PORT, else 8080)")
    int port;

    @Option(
            names = "--data",
            defaultValue = "${env:JIAXUE_DATA:-data}",
            description = "where it would keep what it has (JIAXUE_DATA, else data)")
    Path data = Path.of("data");

    @Option(
            names = "--archive",
            defaultValue = "${env:JIAXUE_ARCHIVE:-}",
            description = "where months lie that were put away (JIAXUE_ARCHIVE, else DATA/archive)")
    String archive = "";

    @Option(
            names = "--language",
            defaultValue = "",
            description = "what it says is said in: zh or en (else the machine's language)")
    String language = "";

    DoctorCommand() {}

    @Override
    public void run() {
        CommandTexts texts = CommandTexts.in(language);
        if (port < 1 || port > 65_534) {
            throw new CannotStart(say(texts, "port", Integer.toString(port)));
        }
        Path there = data.toAbsolutePath();
        int faults = 0;
        faults += line(texts, Runtime.version().feature() == 25, "java", Runtime.version());
        faults += line(texts, free(port), "free-port", Integer.toString(port));
        faults += line(texts, free(port + 1), "free-port", Integer.toString(port + 1));
        faults += line(texts, roomy(), "room", there);
        LedgerCheck.Checked.in(data)
                .ifPresentOrElse(
                        last -> tellLedger(texts, last),
                        () -> System.out.println("      " + say(texts, "ledger-never")));
        JobsCheck.in(data)
                .ifPresentOrElse(
                        last -> tellJobs(texts, last),
                        () -> System.out.println("      " + say(texts, "jobs-never")));
        tellArchive(texts);
        if (faults > 0) {
            throw new CannotStart(say(texts, "faults", Integer.toString(faults)));
        }
    }

    private static int line(CommandTexts texts, boolean good, String what, Object about) {
        System.out.println(
                say(texts, good ? "good" : "fault") + " " + say(texts, what, about.toString()));
        return good ? 0 : 1;
    }

    /** How the last check of the ledger came out; a fault of it stands in the way of no start. */
    private static void tellLedger(CommandTexts texts, LedgerCheck.Checked last) {
        String checked =
                say(
                        texts,
                        "ledger",
                        time(last.at()),
                        Long.toString(last.accounts()),
                        Long.toString(last.entries()),
                        Long.toString(last.findings()));
        if (last.findings() == 0) {
            System.out.println(say(texts, "good") + " " + checked);
        } else {
            alert(texts, "ledger-findings", checked);
        }
    }

    /** Whether what all nodes do by turns is done; nor does that stand in the way of a start. */
    private static void tellJobs(CommandTexts texts, JobsCheck last) {
        String at = time(last.at());
        if (last.troubles().isEmpty()) {
            System.out.println(say(texts, "good") + " " + say(texts, "jobs", at));
        }
        for (JobsCheck.Trouble trouble : last.troubles()) {
            switch (trouble) {
                case Trouble.Failing(String job, int times, Instant well) when well != null ->
                        alert(texts, "job-fails", job, Integer.toString(times), at, time(well));
                case Trouble.Failing(String job, int times, _) ->
                        alert(texts, "job-never-done", job, Integer.toString(times), at);
                case Trouble.Waiting(String job, Instant due) ->
                        alert(texts, "job-waits", job, at, time(due));
            }
        }
    }

    /** Whether months that were put away are all there; a start serves those that are not by. */
    private void tellArchive(CommandTexts texts) {
        Path there = archive.isEmpty() ? data.resolve("archive") : Path.of(archive);
        String named = there.toAbsolutePath().toString();
        ArchiveCheck checked = ArchiveCheck.in(there, data);
        @Nullable Problem fault = checked.fault();
        if (fault == null) {
            System.out.println(tell(texts, named, checked));
        } else {
            alert(texts, "archive-fault", texts.say(fault));
        }
    }

    private static String tell(CommandTexts texts, String named, ArchiveCheck checked) {
        return checked.tables() == 0
                ? "      " + say(texts, "archive-none", named)
                : say(texts, "good")
                        + " "
                        + say(
                                texts,
                                "archive",
                                named,
                                Integer.toString(checked.tables()),
                                Integer.toString(checked.files()));
    }

    private static void alert(CommandTexts texts, String what, String... args) {
        System.out.println(say(texts, "alert") + " " + say(texts, what, (Object[]) args));
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String say(CommandTexts texts, String what, Object... args) {
        return texts.say("nodes.doctor." + what, args);
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private boolean roomy() {
        Path there = data.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace() > LEAST_FREE_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }
}
