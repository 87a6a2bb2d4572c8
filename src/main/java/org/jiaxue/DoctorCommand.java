package org.jiaxue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jiaxue.points.LedgerCheck;
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

    DoctorCommand() {}

    @Override
    public void run() {
        if (port < 1 || port > 65_534) {
            throw new CannotStart("the port must be between 1 and 65534, not " + port);
        }
        int faults = 0;
        faults += line("Java " + Runtime.version(), Runtime.version().feature() == 25);
        faults += line("port %d is free".formatted(port), free(port));
        faults += line("port %d is free".formatted(port + 1), free(port + 1));
        faults += line("1 GiB free for " + data.toAbsolutePath(), roomy());
        tellLedger();
        if (faults > 0) {
            throw new CannotStart("%d of these stand in the way of a start".formatted(faults));
        }
    }

    /** How the last check of the ledger came out; a fault of it stands in the way of no start. */
    private void tellLedger() {
        Optional<LedgerCheck.Checked> last = LedgerCheck.Checked.in(data);
        System.out.println(
                last.map(DoctorCommand::told)
                        .orElse("      no process in this directory has checked the ledger yet"));
    }

    private static String told(LedgerCheck.Checked last) {
        return "%s the ledger was checked %s: %d accounts, %d entries, %d findings%s"
                .formatted(
                        last.findings() == 0 ? "good " : "ALERT",
                        last.at().truncatedTo(ChronoUnit.SECONDS),
                        last.accounts(),
                        last.entries(),
                        last.findings(),
                        last.findings() == 0 ? "" : "; see /console/ledger");
    }

    private static int line(String what, boolean good) {
        System.out.println((good ? "good  " : "FAULT ") + what);
        return good ? 0 : 1;
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
