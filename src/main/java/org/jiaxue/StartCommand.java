package org.jiaxue;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.web.Proxies;
import picocli.CommandLine.Command;

@Command(
        name = "start",
        description = "Production. Reads JIAXUE_BASE_URL, JIAXUE_SECRET and others.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Runnable {

    private static final int SHORTEST_SECRET = 32;
    private static final int FEWEST_KINDS_OF_CHARACTER = 10;
    private static final int LONGEST_DRAIN = 25;

    private final Map<String, String> environment;

    StartCommand() {
        this(System.getenv());
    }

    StartCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        Map<String, String> settings = settings();
        int port = port();
        DataDirectory data =
                DataDirectory.open(
                        Path.of(environment.getOrDefault("JIAXUE_DATA", "data")),
                        DataDirectory.Kind.PRODUCTION);
        Serving.start(port, data, settings);
        System.out.println("ready: " + settings.get("jiaxue.base-url"));
    }

    /** What the environment asks for, or a refusal that names what is missing or unsafe. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("jiaxue.base-url", baseUrl());
        settings.put("jiaxue.secret", secret());
        settings.put("jiaxue.demo", "false");
        if ("page".equalsIgnoreCase(environment.getOrDefault("JIAXUE_SENDER", "").strip())) {
            throw new CannotStart(
                    "JIAXUE_SENDER=page shows one-time codes on the page, which only a"
                            + " demonstration may do; give the https address of a text message"
                            + " gateway.");
        }
        proxies(settings);
        province(settings);
        settings.put("jiaxue.drain", drain() + "s");
        copy(settings, "JIAXUE_SENDER", "jiaxue.sender");
        copy(settings, "JIAXUE_SENDER_KEY", "jiaxue.sender-key");
        copy(settings, "JIAXUE_ARCHIVE", "jiaxue.archive");
        copy(settings, "JIAXUE_DATABASE_URL", "jiaxue.database.url");
        copy(settings, "JIAXUE_DATABASE_USER", "jiaxue.database.user");
        copy(settings, "JIAXUE_DATABASE_PASSWORD", "jiaxue.database.password");
        copy(settings, "JIAXUE_DATABASE_DIRECT_URL", "jiaxue.database.direct-url");
        return settings;
    }

    /** Whether there is such a province is known once the divisions are loaded. */
    private void province(Map<String, String> settings) {
        copy(settings, "JIAXUE_PROVINCE", "jiaxue.province");
        String named = settings.getOrDefault("jiaxue.province", "33");
        if (!named.matches("[0-9]{2}")) {
            throw new CannotStart(
                    "JIAXUE_PROVINCE must be the two digits of a province, such as 33, not "
                            + named.replaceAll("\\R", " "));
        }
    }

    private void proxies(Map<String, String> settings) {
        String named = environment.getOrDefault("JIAXUE_PROXIES", "");
        if (named.isBlank()) {
            settings.put("jiaxue.proxies", "");
            return;
        }
        List<String> networks =
                Proxies.read(named)
                        .orElseThrow(() ->
                                new CannotStart(
                                        "JIAXUE_PROXIES must be addresses or networks with commas"
                                                + " between, such as 127.0.0.1,10.2.0.0/16, not "
                                                + named.replaceAll("\\R", " ")));
        settings.put("jiaxue.proxies", String.join(",", networks));
    }

    private void copy(Map<String, String> settings, String variable, String name) {
        String value = environment.get(variable);
        if (value != null && !value.isBlank()) {
            settings.put(name, value);
        }
    }

    private String baseUrl() {
        String url = environment.getOrDefault("JIAXUE_BASE_URL", "");
        if (url.isBlank()) {
            throw new CannotStart(
                    "JIAXUE_BASE_URL is missing: the address at which strangers check certificates,"
                            + " for example https://jiaxue.example.cn. It is fixed at the first"
                            + " start.");
        }
        URI parsed;
        try {
            parsed = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw new CannotStart("JIAXUE_BASE_URL is not an address: " + url);
        }
        String host = parsed.getHost() == null ? "" : parsed.getHost();
        boolean local = host.equals("localhost");
        if (!"https".equals(parsed.getScheme()) && !(local && "http".equals(parsed.getScheme()))) {
            throw new CannotStart("JIAXUE_BASE_URL must begin with https://, not " + url);
        }
        if (host.isEmpty() || host.startsWith("[") || host.matches("[0-9.]+")) {
            throw new CannotStart(
                    "JIAXUE_BASE_URL must name a host, not a number: an issuer's did:web has a"
                            + " name.");
        }
        if ((parsed.getRawPath() != null && !parsed.getRawPath().isEmpty())
                || parsed.getRawQuery() != null
                || parsed.getRawUserInfo() != null) {
            throw new CannotStart("JIAXUE_BASE_URL must end after the host and port, not " + url);
        }
        return url;
    }

    private String secret() {
        String secret = environment.getOrDefault("JIAXUE_SECRET", "");
        if (secret.isBlank()) {
            throw new CannotStart(
                    "JIAXUE_SECRET is missing: at least %d random characters, kept safe. Every"
                                    .formatted(SHORTEST_SECRET)
                            + " key is derived from it. Make one with: openssl rand -base64 48");
        }
        if (secret.length() < SHORTEST_SECRET
                || secret.chars().distinct().count() < FEWEST_KINDS_OF_CHARACTER) {
            throw new CannotStart(
                    "JIAXUE_SECRET is unsafe: it needs at least %d characters drawn at random."
                            .formatted(SHORTEST_SECRET));
        }
        return secret;
    }

    /** Seconds; what ends a node waits no longer than half a minute for one step of its end. */
    private int drain() {
        String drain = environment.getOrDefault("JIAXUE_DRAIN", "0");
        if (!drain.matches("[0-9]{1,2}") || Integer.parseInt(drain) > LONGEST_DRAIN) {
            throw new CannotStart(
                    "JIAXUE_DRAIN must be a number of seconds between 0 and %d, not %s"
                            .formatted(LONGEST_DRAIN, drain.replaceAll("\\R", " ")));
        }
        return Integer.parseInt(drain);
    }

    private int port() {
        String port = environment.getOrDefault("JIAXUE_PORT", "8080");
        if (!port.matches("[0-9]{1,5}")
                || Integer.parseInt(port) < 1
                || Integer.parseInt(port) > 65_534) {
            throw new CannotStart("JIAXUE_PORT must be a number between 1 and 65534, not " + port);
        }
        return Integer.parseInt(port);
    }
}
