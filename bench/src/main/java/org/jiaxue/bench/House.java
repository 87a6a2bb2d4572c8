package org.jiaxue.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiaxue.Jiaxue;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The house as it starts in production, but for what it logs. */
public final class House {

    static final String SECRET = "of-a-throwaway-house-that-holds-nobody";

    private House() {}

    static String baseUrl(int port) {
        return "http://localhost:" + port;
    }

    /**
     * Opens one that holds nobody.
     *
     * @param port where it is served; the next one up is for its management
     * @param data its directory
     * @param settings more of them, such as {@code --jiaxue.rerun.every=PT12H}
     */
    public static ConfigurableApplicationContext open(int port, Path data, String... settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--server.port=" + port,
                                "--server.address=127.0.0.1",
                                "--management.server.port=" + (port + 1),
                                "--jiaxue.data=" + data,
                                "--jiaxue.base-url=" + baseUrl(port),
                                "--jiaxue.secret=" + SECRET,
                                "--jiaxue.demo=false",
                                "--logging.level.root=error"));
        all.addAll(Arrays.asList(settings));
        return new SpringApplication(Jiaxue.class).run(all.toArray(String[]::new));
    }
}
