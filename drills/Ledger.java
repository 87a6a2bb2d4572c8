import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jiaxue.database.DatabaseSettings;
import org.jiaxue.database.Databases;
import org.jiaxue.database.Login;
import org.jiaxue.database.access.Passwords;
import org.jiaxue.database.embedded.EmbeddedServer;
import org.jiaxue.learning.Fact;

/**
 * Two processes of the house over one PostgreSQL, four threads each, tell facts about the same 100
 * guardians, many of them twice and at once. Afterwards no cap may be exceeded, no fact be paid
 * twice or lost, every balance be the sum of its entries, and every sum be that of the facts in
 * their order. Run by drills/run, compiled against the jar.
 */
final class Ledger {

    private static final String SECRET = "of-a-throwaway-house-that-holds-nobody";
    private static final int NODES = 2;

    /** Of so many transactions fewer than one may be refused for want of a lock. */
    private static final int MOST_REFUSED = 100;

    private static final int PORT = 18_460;

    private final Path data;
    private final String classes;
    private final List<Process> nodes = new ArrayList<>();

    private Ledger(Path data, String classes) {
        this.data = data;
        this.classes = classes;
    }

    /**
     * Runs the drill.
     *
     * @param args the class path of the house, and {@code long} or {@code short}
     */
    public static void main(String[] args) throws Exception {
        Path data = Path.of("target", "drill", "ledger").toAbsolutePath();
        RunningJar.remove(data);
        Files.createDirectories(data);
        Ledger drill = new Ledger(data, args[0]);
        boolean held = false;
        try (EmbeddedServer server =
                (EmbeddedServer) Databases.open(DatabaseSettings.embedded(data), _ -> {})) {
            held = drill.run(server, args[1].equals("long") ? 600 : 30);
        } catch (IllegalStateException failed) {
            System.out.println("ledger: " + failed.getMessage());
        } finally {
            drill.nodes.forEach(Process::destroyForcibly);
        }
        System.out.println(held ? "ledger: held" : "ledger: FAILED, logs: " + data);
        System.exit(held ? 0 : 1);
    }

    private boolean run(EmbeddedServer server, int seconds) throws Exception {
        try (Connection superuser = server.superuser("postgres");
                Statement statement = superuser.createStatement()) {
            // The nodes take the server for one that somebody else runs.
            statement.execute(
                    "alter role jiaxue_app password '%s'"
                            .formatted(Passwords.derived(SECRET, "database role jiaxue_app")));
        }
        for (int number = 0; number < NODES; number++) {
            nodes.add(start(number, server.owner()));
            await(number);
        }
        List<Fact> all = LedgerFacts.all();
        try (Connection owner = server.owner().connect()) {
            fill(owner);
            System.out.printf(
                    "ledger: %d nodes, %d threads each, tell facts about %d guardians for %d s%n",
                    NODES, LedgerNode.THREADS, LedgerFacts.GUARDIANS, seconds);
            List<Fact> answered = new ArrayList<>();
            boolean quiet = tell(seconds, all, answered);
            return told(new LedgerTruth(owner), all, answered) && quiet;
        }
    }

    private Process start(int number, Login owner) throws Exception {
        Path home = Files.createDirectories(data.resolve("node-" + number));
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx400m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classes,
                        "drills/LedgerNode.java",
                        home.resolve("answered").toString(),
                        "--server.port=" + (PORT + 2 * number),
                        "--server.address=127.0.0.1",
                        "--management.server.port=" + (PORT + 2 * number + 1),
                        "--jiaxue.data=" + home,
                        "--jiaxue.base-url=http://localhost:" + PORT,
                        "--jiaxue.secret=" + SECRET,
                        "--jiaxue.demo=false",
                        "--jiaxue.database.url=" + owner.url(),
                        "--jiaxue.database.user=" + owner.user(),
                        "--jiaxue.database.password=" + owner.password(),
                        "--logging.level.root=error")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
    }

    private void await(int number) throws Exception {
        Path log = data.resolve("node-" + number).resolve("log");
        long end = System.nanoTime() + RunningJar.LONGEST_START.toNanos();
        while (!Files.readString(log).contains("node: ready")) {
            if (!nodes.get(number).isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("a node did not start, log: " + log);
            }
            Thread.sleep(100);
        }
    }

    private static void fill(Connection owner) throws SQLException {
        try (PreparedStatement statement =
                owner.prepareStatement(
                        """
                        insert into identity.guardian
                            (guardian_id, phone_sealed, division, may_record, joined_at)
                        values (?, '', '330102001', true, clock_timestamp())
                        """)) {
            for (int number = 0; number < LedgerFacts.GUARDIANS; number++) {
                statement.setObject(1, LedgerFacts.guardian(number).value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Lets all nodes tell at once; adds what was answered, and says whether nothing was amiss. */
    private boolean tell(int seconds, List<Fact> all, List<Fact> answered) throws Exception {
        for (Process node : nodes) {
            BufferedWriter in = node.outputWriter();
            in.write("go " + seconds + "\n");
            in.flush();
        }
        BitSet numbers = new BitSet();
        long transactions = 0;
        long unpaid = 0;
        long refused = 0;
        long deadlocks = 0;
        for (int number = 0; number < NODES; number++) {
            if (nodes.get(number).waitFor() != 0) {
                throw new IllegalStateException("node " + number + " ended with a fault");
            }
            List<String> left =
                    Files.readAllLines(data.resolve("node-" + number).resolve("answered"));
            long[] counts =
                    Arrays.stream(left.getFirst().split(" ")).mapToLong(Long::parseLong).toArray();
            System.out.printf(
                    "ledger node %d  transactions %5d  facts told %6d  without their entry %d"
                            + "  refused %d  deadlocks %d%n",
                    number, counts[0], counts[1], counts[2], counts[3], counts[4]);
            transactions += counts[0];
            unpaid += counts[2];
            refused += counts[3];
            deadlocks += counts[4];
            Arrays.stream(left.get(1).split(" "))
                    .filter(it -> !it.isEmpty())
                    .forEach(it -> numbers.set(Integer.parseInt(it)));
        }
        numbers.stream().forEach(it -> answered.add(all.get(it)));
        return unpaid == 0 && deadlocks == 0 && refused * MOST_REFUSED < transactions;
    }

    /** Prints what there is, and says whether it is right. */
    private static boolean told(LedgerTruth truth, List<Fact> all, List<Fact> answered) {
        long lost = truth.lost(answered);
        long doubles = truth.doubles(all);
        long violations = truth.violations();
        long deviations = truth.deviations();
        long unbalanced = truth.unbalanced();
        System.out.printf(
                "ledger facts answered %d of %d  events %d  corrections %d%n"
                        + "ledger caps exceeded %d  paid twice %d  lost %d  balances off %d"
                        + "  sums by kind and day off %d%n",
                answered.size(),
                all.size(),
                truth.events(),
                truth.corrections(),
                violations,
                doubles,
                lost,
                unbalanced,
                deviations);
        return !answered.isEmpty() && lost + doubles + violations + deviations + unbalanced == 0;
    }
}
