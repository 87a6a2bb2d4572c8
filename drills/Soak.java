import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Ten minutes of single beats at half of what the node answers at most, which is measured first by
 * the same generator, Debian's wrk. Every slice of it ends with a collection; nothing may grow from
 * the first third to the last, and what was answered is there. Run by drills/run.
 */
final class Soak {

    private static final int PORT = 18_560;
    private static final int GUARDIANS = 20_000;
    private static final int THREADS = 2;
    private static final int CONNECTIONS = 128;
    private static final int BEAT_SECONDS = 2;
    private static final int LESSON_SECONDS = 1_200;
    private static final int PEAK_SECONDS = 12;
    private static final double HALF = 0.5;
    private static final double LEAST = 0.4;

    /** So much more of the median than in the first third is taken for chance. */
    private static final double SLOWER = 1.25;

    private static final double SLOWER_MILLIS = 2;
    private static final double MORE_HEAP = 1.10;
    private static final double MORE_HEAP_MB = 8;

    /** What a node of the least size may have resident, in millions of bytes. */
    private static final double MOST_RESIDENT_MB = 700;

    /** At the peak a guardian's next beat may come within the second that a cut takes. */
    private static final double MOST_CUT = 0.01;

    private static final int MORE_THREADS = 4;

    /** What one run of the generator came to; its time is in milliseconds. */
    private record Load(
            long answered, double seconds, long refused, long lost, double p50, double p99) {

        double rate() {
            return answered / seconds;
        }
    }

    /** How the house was after a slice. */
    private record State(
            double p50,
            double p99,
            double residentMb,
            double heapMb,
            double threads,
            double connections) {}

    private final House house;
    private final Path guardians;
    private final List<State> states = new ArrayList<>();
    private int round;
    private long answered;
    private long runs;

    private Soak(House house) {
        this.house = house;
        this.guardians = house.data().resolve("guardians");
    }

    /**
     * Runs the drill.
     *
     * @param args the jar, taken apart, and {@code long} or {@code short}: ten minutes, or one
     */
    public static void main(String[] args) throws Exception {
        Drill.run(
                "soak",
                args,
                (house, longForm) -> {
                    house.start(Map.of(PORT, Map.of()));
                    return new Soak(house).run(longForm ? 30 : 6, longForm ? 20 : 10);
                });
    }

    private boolean run(int slices, int seconds) throws Exception {
        fill();
        load(PEAK_SECONDS, 0);
        double peak = load(PEAK_SECONDS, 0).rate();
        double rate = HALF * peak;
        int pause = (int) Math.round(1_000 * CONNECTIONS / rate);
        // What a request takes is no pause.
        Load tried = load(PEAK_SECONDS, pause);
        pause = Math.max(1, (int) Math.round(pause * tried.rate() / rate));
        System.out.printf(
                "soak: at most %.0f beats a second; %d slices of %d s at half of that%n",
                peak, slices, seconds);
        double offered = 0;
        for (int slice = 0; slice < slices; slice++) {
            Load load = load(seconds, pause);
            offered += load.rate() / slices;
            states.add(state(load));
        }
        return told(peak, offered, slices * seconds) & kept();
    }

    /** Stores guardians, each with a token and a lesson that is played, its clock an hour ago. */
    private void fill() throws Exception {
        StringBuilder lines = new StringBuilder();
        Guardians.store(house.owner(), GUARDIANS, "BEARER")
                .forEach(it -> lines.append(it.token() + " " + it.id() + "\n"));
        try (Connection owner = house.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    """
                    insert into learning.coverage
                        (guardian_id, lesson_id, covered, active, clock_at)
                    select guardian_id, gen_random_uuid(), repeat('0', %d)::varbit, guardian_id,
                           clock_timestamp() - interval '1 hour'
                    from identity.guardian
                    """
                            .formatted(LESSON_SECONDS));
        }
        Files.writeString(guardians, lines);
    }

    private Load load(int seconds, int pause) throws Exception {
        Process wrk =
                new ProcessBuilder(
                                "wrk",
                                "--threads=" + THREADS,
                                "--connections=" + CONNECTIONS,
                                "--duration=" + seconds + "s",
                                "--timeout=20s",
                                "--script=drills/soak.lua",
                                "http://127.0.0.1:" + PORT + "/",
                                "--",
                                guardians.toString(),
                                Integer.toString(THREADS),
                                Integer.toString(round),
                                Integer.toString(pause))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> line = Api.all("\nsoak ([0-9 ]+)", said);
        if (wrk.waitFor() != 0 || line.isEmpty()) {
            throw new IllegalStateException("wrk: " + said);
        }
        String[] told = line.getFirst().split(" ");
        Load load =
                new Load(
                        Long.parseLong(told[0]),
                        Long.parseLong(told[1]) / 1e6,
                        Long.parseLong(told[2]),
                        Long.parseLong(told[3]),
                        Long.parseLong(told[4]) / 1e3,
                        Long.parseLong(told[5]) / 1e3);
        if (load.refused() + load.lost() > 0) {
            throw new IllegalStateException("beats were refused or lost: " + load);
        }
        answered += load.answered();
        runs++;
        // The round that was begun last is left to those who were in it.
        round += (int) (load.answered() / GUARDIANS) + 2;
        return load;
    }

    private State state(Load load) throws Exception {
        Node node = house.nodes().getFirst();
        double resident = only("VmRSS:\\s+(\\d+) kB", status(node));
        jcmd(node, "GC.run");
        String heap = jcmd(node, "GC.heap_info");
        double kibibytes =
                only("DefNew[^\\n]*?used (\\d+)K", heap)
                        + only("Tenured[^\\n]*?used (\\d+)K", heap);
        long threads = Files.list(Path.of("/proc/" + node.pid() + "/task")).count();
        long connections =
                house.number("select count(*) from pg_stat_activity where usename = 'jiaxue_app'");
        return new State(
                load.p50(),
                load.p99(),
                megabytes(resident),
                megabytes(kibibytes),
                threads,
                connections);
    }

    /** Millions of bytes. */
    private static double megabytes(double kibibytes) {
        return kibibytes * 1_024 / 1_000_000;
    }

    private static String status(Node node) throws Exception {
        return Files.readString(Path.of("/proc/" + node.pid() + "/status"));
    }

    private static double only(String pattern, String said) {
        List<String> found = Api.all(pattern, said);
        if (found.size() != 1) {
            throw new IllegalStateException(pattern + " is not there once in: " + said);
        }
        return Double.parseDouble(found.getFirst());
    }

    private static String jcmd(Node node, String order) throws Exception {
        Path java = Path.of(ProcessHandle.current().info().command().orElseThrow());
        Process jcmd =
                new ProcessBuilder(
                                java.resolveSibling("jcmd").toString(),
                                Long.toString(node.pid()),
                                order)
                        .redirectErrorStream(true)
                        .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private boolean told(double peak, double offered, int seconds) {
        System.out.printf(
                "soak %d s at %.0f beats a second, %.2f of the peak; first third → last third:%n",
                seconds, offered, offered / peak);
        Change median = change("median ms", State::p50);
        change("p99 ms", State::p99);
        Change resident = change("resident MB", State::residentMb);
        Change heap = change("heap after collection MB", State::heapMb);
        Change threads = change("threads", State::threads);
        Change connections = change("connections", State::connections);
        return Drill.holds(median.within(SLOWER, SLOWER_MILLIS), "answers get slower")
                & Drill.holds(heap.within(MORE_HEAP, MORE_HEAP_MB), "the heap grows")
                & Drill.holds(resident.last() < MOST_RESIDENT_MB, "the node is too large")
                & Drill.holds(threads.within(1, MORE_THREADS), "threads grow in number")
                & Drill.holds(connections.within(1, 0), "connections grow in number")
                & Drill.holds(offered > peak * LEAST, "less than half of the peak was offered");
    }

    /** The medians of the first third of the slices and of the last. */
    private record Change(double first, double last) {

        boolean within(double factor, double more) {
            return last <= first * factor + more;
        }
    }

    private Change change(String name, ToDoubleFunction<State> of) {
        int third = states.size() / 3;
        Change change =
                new Change(
                        median(states.subList(0, third), of),
                        median(states.subList(states.size() - third, states.size()), of));
        System.out.printf("soak %-24s %7.1f → %.1f%n", name, change.first(), change.last());
        return change;
    }

    private static double median(List<State> some, ToDoubleFunction<State> of) {
        return some.stream().mapToDouble(of).sorted().skip(some.size() / 2).findFirst().orElse(0);
    }

    /**
     * Each beat is two seconds of its own, of which the house cuts what is more than twice the time
     * since the one before. Who asked when a run ended was not heard any more.
     */
    private boolean kept() throws Exception {
        Thread.sleep(Duration.ofSeconds(1));
        long covered = house.number("select sum(covered_seconds) from learning.coverage");
        long cut = house.number("select sum(cut_seconds) from learning.coverage");
        long kept = (covered + cut) / BEAT_SECONDS;
        System.out.printf(
                "soak beats answered %d, kept %d, of which %d ended with their runs;"
                        + " of %d s, %d came too soon%n",
                answered, kept, kept - answered, covered + cut, cut);
        return Drill.holds(kept >= answered, "answered beats are not there")
                & Drill.holds(
                        kept <= answered + runs * CONNECTIONS, "there is what nobody answered")
                & Drill.holds(cut <= kept * MOST_CUT, "too much was cut");
    }
}
