package org.jiaxue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.database.DatabaseSettings;
import org.jiaxue.database.Databases;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "A whole demonstration on this machine, filled with sample people.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {

    private static final int MOST_GUARDIANS = 20_000;
    private static final int MOST_DAYS_LATER = 400;

    @Option(names = "--port", defaultValue = "8080", description = "where it is served")
    int port;

    @Option(names = "--data", defaultValue = "data", description = "what it keeps")
    Path data = Path.of("data");

    @Option(names = "--guardians", defaultValue = "5000", description = "how many sample guardians")
    int guardians;

    @Option(
            names = "--days-later",
            defaultValue = "0",
            description = "takes it to be so many days later, to see what comes")
    int daysLater;

    DemoCommand() {}

    @Override
    public void run() {
        if (port < 1 || port > 65_534) {
            throw new CannotStart("--port must be between 1 and 65534, not " + port);
        }
        if (guardians < 3 || guardians > MOST_GUARDIANS) {
            throw new CannotStart(
                    "--guardians must be between 3 and %d, not %d"
                            .formatted(MOST_GUARDIANS, guardians));
        }
        if (daysLater < 0 || daysLater > MOST_DAYS_LATER) {
            throw new CannotStart(
                    "--days-later must be between 0 and %d, not %d"
                            .formatted(MOST_DAYS_LATER, daysLater));
        }
        DataDirectory directory = DataDirectory.open(data, DataDirectory.Kind.DEMO);
        discardUnfinished(directory);
        String address = "http://localhost:" + port;
        ApplicationContext house =
                Serving.start(
                        port,
                        directory,
                        Map.of(
                                "jiaxue.demo",
                                "true",
                                "jiaxue.demo-guardians",
                                Integer.toString(guardians),
                                "jiaxue.demo-days-later",
                                Integer.toString(daysLater),
                                "jiaxue.secret",
                                directory.secret(),
                                "jiaxue.base-url",
                                address));
        Accounts.print(directory.path(), address);
        System.out.println(certificates(house.getBean(Credentials.class).address(), address));
        System.out.println("ready: " + address);
    }

    /** Where certificates are checked, and why they name another port when they do. */
    static String certificates(String issuer, String address) {
        String check = "certificates are checked at " + address + "/credentials/check";
        return issuer.equals(address)
                ? check
                : """
                certificates name %s, where this demonstration was first started; that stays, \
                whatever the port
                %s, or there when it is started with --port %s again\
                """
                        .formatted(issuer, check, issuer.replaceFirst(".*:", ""));
    }

    /** A demonstration that was cut off while it was filled is begun anew. */
    private static void discardUnfinished(DataDirectory directory) {
        Path server = directory.path().resolve("postgresql");
        if (Files.exists(directory.path().resolve("accounts.json")) || !Files.exists(server)) {
            return;
        }
        DatabaseSettings settings =
                new DatabaseSettings(directory.path(), directory.secret(), null, null, null, null);
        Databases.open(settings, _ -> {}).close();
        try {
            FileSystemUtils.deleteRecursively(server);
        } catch (IOException stuck) {
            throw new CannotStart(
                    "%s holds an unfinished demonstration that cannot be removed: %s"
                            .formatted(server, stuck.getMessage()));
        }
    }
}
