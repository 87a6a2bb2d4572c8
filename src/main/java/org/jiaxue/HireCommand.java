package org.jiaxue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jiaxue.web.TextsFinder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "hire",
        description = {
            "Gives a member of staff a login and a role at a division; the same login again",
            "changes it. The password is read from standard input, one line. The service is",
            "stopped meanwhile."
        },
        mixinStandardHelpOptions = true)
final class HireCommand implements Runnable {

    private static final int SHORTEST_PASSWORD = 12;

    @Parameters(
            index = "0",
            description = "the login: 3 to 40 of a-z, 0-9, dot, hyphen, underscore")
    String login = "";

    @Option(names = "--name", required = true, description = "how the console calls them")
    String name = "";

    @Option(names = "--role", required = true, description = "for instance county-officer")
    String role = "";

    @Option(names = "--at", required = true, description = "a division's code, for instance 330102")
    String division = "";

    @Option(
            names = "--data",
            defaultValue = "${env:JIAXUE_DATA:-data}",
            description = "the service's directory (JIAXUE_DATA, else data)")
    Path data = Path.of("data");

    HireCommand() {}

    @Override
    public void run() {
        Role granted = roleNamed(role);
        DataDirectory directory = DataDirectory.existing(data);
        Map<String, String> settings = directory.settings(System.getenv());
        String password = readPassword();
        try (ConfigurableApplicationContext house = Serving.aside(directory, settings)) {
            hire(house, granted, password);
        }
        System.out.println(login + " may sign in at /console/sign-in");
    }

    void hire(ConfigurableApplicationContext house, Role granted, String password) {
        if (house.getBean(Regions.class).find(division).isEmpty()) {
            throw new CannotStart("there is no division with the code " + division);
        }
        try {
            house.getBean(People.class)
                    .hire(login, name, password, List.of(new Grant(granted, division)));
        } catch (Refusal refusal) {
            Texts texts = house.getBean(TextsFinder.class).of(Locale.getDefault());
            throw CannotStart.because(refusal, texts);
        }
    }

    static Role roleNamed(String role) {
        return Arrays.stream(Role.values())
                .filter(one -> slug(one).equals(role))
                .findFirst()
                .orElseThrow(() ->
                        new CannotStart(
                                "there is no role called %s; there are: %s"
                                        .formatted(role, roles())));
    }

    private static String roles() {
        return Arrays.stream(Role.values())
                .map(HireCommand::slug)
                .collect(Collectors.joining(", "));
    }

    private static String slug(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String readPassword() {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            String line = in.readLine();
            if (line == null || line.length() < SHORTEST_PASSWORD) {
                throw new CannotStart(
                        "the password on standard input needs at least %d characters"
                                .formatted(SHORTEST_PASSWORD));
            }
            return line;
        } catch (IOException closed) {
            throw new CannotStart("no password could be read from standard input");
        }
    }
}
