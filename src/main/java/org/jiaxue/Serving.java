package org.jiaxue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the house with settings that nothing else can override. */
final class Serving {

    /** A command does its own work and is gone before this; what is left waits for who serves. */
    private static final String NEVER = "P1D";

    /** Where classes of a jar within a jar come from. */
    private static final String PACKED = "org.springframework.boot.loader.";

    private Serving() {}

    /**
     * Opens the house beside no one: on ports that nobody knows, for a command to use and close.
     * What the command says is not mixed with what the house tells its log.
     */
    static ConfigurableApplicationContext aside(DataDirectory data, Map<String, String> settings) {
        List<String> args = new ArrayList<>();
        args.add("--server.port=0");
        args.add("--server.address=127.0.0.1");
        args.add("--management.server.port=0");
        args.add("--jiaxue.data=" + data.path());
        args.add("--logging.level.root=error");
        args.add("--jiaxue.aside=true");
        args.add("--jiaxue.rerun.every=" + NEVER);
        settings.forEach((name, value) -> args.add("--" + name + "=" + value));
        return new SpringApplication(Jiaxue.class).run(args.toArray(String[]::new));
    }

    /**
     * Opens the house for everybody.
     *
     * @param port where it is served, the next one up is for its management; 0 for any two
     */
    static ConfigurableApplicationContext start(
            int port, DataDirectory data, Map<String, String> settings) {
        Components components = Components.expected();
        ConfigurableApplicationContext house =
                new SpringApplication(Jiaxue.class)
                        .run(arguments(port, data, settings).toArray(String[]::new));
        components.found();
        data.writePid();
        return house;
    }

    /**
     * Arguments stand above every variable, property and file that Spring reads.
     *
     * <p>From the packed jar requests have platform threads: whoever loads a class holds its
     * virtual thread's carrier, and may wait there for a lock of that jar whose owner waits for a
     * carrier, so that all stand still for good (spring-boot issue 51379).
     */
    static List<String> arguments(int port, DataDirectory data, Map<String, String> settings) {
        List<String> args = new ArrayList<>();
        if (Jiaxue.class.getClassLoader().getClass().getName().startsWith(PACKED)) {
            args.add("--spring.threads.virtual.enabled=false");
        }
        args.add("--server.port=" + port);
        args.add("--management.server.port=" + (port == 0 ? 0 : port + 1));
        args.add("--jiaxue.data=" + data.path());
        settings.forEach((name, value) -> args.add("--" + name + "=" + value));
        return args;
    }
}
