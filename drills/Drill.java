import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What drills over a house of their own begin and end with. */
final class Drill {

    /** Says whether it held. */
    interface Course {
        boolean run(House house, boolean longForm) throws Exception;
    }

    private static final Duration TO_TELL = Duration.ofSeconds(3);

    private Drill() {}

    /**
     * Runs a drill in {@code target/drill/NAME} and ends the process.
     *
     * @param args the jar, taken apart, and {@code long} or {@code short}
     */
    static void run(String name, String[] args, Course course) throws Exception {
        Path data = Path.of("target", "drill", name).toAbsolutePath();
        // What a mount holds is emptied; the directory that it is mounted on stays.
        empty(data);
        boolean held = false;
        try (House house = new House(data, Path.of(args[0]).toAbsolutePath())) {
            held = course.run(house, args[1].equals("long"));
            if (!held) {
                tellWhereTheyStand(house);
            }
        } catch (IllegalStateException failed) {
            System.out.println(name + ": " + failed.getMessage());
        }
        System.out.println(name + (held ? ": held" : ": FAILED, logs: " + data));
        System.exit(held ? 0 : 1);
    }

    /** A node that stands still says by this why. */
    private static void tellWhereTheyStand(House house) throws Exception {
        for (Node node : house.nodes()) {
            node.tellWhereItStands();
        }
        Thread.sleep(TO_TELL);
    }

    private static void empty(Path data) throws Exception {
        Files.createDirectories(data);
        try (var files = Files.list(data)) {
            for (Path file : files.toList()) {
                if (!file.endsWith("postgresql")) {
                    RunningJar.remove(file);
                }
            }
        }
        Path database = Files.createDirectories(data.resolve("postgresql"));
        try (var files = Files.list(database)) {
            for (Path file : files.toList()) {
                RunningJar.remove(file);
            }
        }
    }

    /** Holds a condition, and says what is amiss where it does not. */
    static boolean holds(boolean condition, String otherwise) {
        if (!condition) {
            System.out.println("  amiss: " + otherwise);
        }
        return condition;
    }
}
