import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaxue.database.DatabaseSettings;
import org.jiaxue.database.Databases;
import org.jiaxue.database.Login;
import org.jiaxue.database.access.Passwords;
import org.jiaxue.database.embedded.EmbeddedServer;

/**
 * Two nodes of the jar, taken apart, behind nginx, over one PostgreSQL behind PgBouncer, with the
 * settings of {@code deploy/}. Sixty guardians play while one node after the other is told to end
 * and started again. Afterwards every beat that was answered is there, nothing else is, nothing was
 * paid twice, and nobody was left without an answer. Run by drills/run.
 */
final class Rolling {

    private static final int PROXY = 18_490;
    private static final int POOLER = 18_494;
    private static final List<Integer> NODES = List.of(18_480, 18_482);
    private static final int GUARDIANS = 60;
    private static final int DRAIN_SECONDS = 3;
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Path data;
    private final Path jar;
    private final List<Node> nodes = new ArrayList<>();

    private Rolling(Path data, Path jar) {
        this.data = data;
        this.jar = jar;
    }

    /**
     * Runs the drill.
     *
     * @param args the jar, taken apart, and {@code long} or {@code short}
     */
    public static void main(String[] args) throws Exception {
        Path data = Path.of("target", "drill", "rolling").toAbsolutePath();
        RunningJar.remove(data);
        Files.createDirectories(data);
        Rolling drill = new Rolling(data, Path.of(args[0]).toAbsolutePath());
        boolean held = false;
        try (EmbeddedServer server =
                        (EmbeddedServer) Databases.open(DatabaseSettings.embedded(data), _ -> {});
                Before before = new Before(data.resolve("before"))) {
            held = drill.run(server, before, args[1].equals("long") ? 6 : 1);
        } catch (IllegalStateException failed) {
            System.out.println("rolling: " + failed.getMessage());
        } finally {
            drill.nodes.forEach(Node::destroy);
        }
        System.out.println(held ? "rolling: held" : "rolling: FAILED, logs: " + data);
        System.exit(held ? 0 : 1);
    }

    private boolean run(EmbeddedServer server, Before before, int rounds) throws Exception {
        String password = Passwords.derived(Node.SECRET, "database role jiaxue_app");
        try (Connection superuser = server.superuser("postgres");
                Statement statement = superuser.createStatement()) {
            // The nodes take the server for one that somebody else runs.
            statement.execute("alter role jiaxue_app password '%s'".formatted(password));
        }
        Login owner = server.owner();
        URI direct = URI.create(owner.url().substring("jdbc:".length()));
        String database = direct.getPath().substring(1);
        Login app = new Login(owner.url(), "jiaxue_app", password);
        before.pooler(POOLER, database, direct.getPort(), List.of(owner, app));
        for (int port : NODES) {
            nodes.add(new Node(data.resolve("node-" + port), jar, port, told(database, owner)));
            nodes.getLast().start();
        }
        before.proxy(PROXY, NODES);
        Api api = new Api(PROXY);
        Playing guardians = new Playing(api, Guardians.bearers(owner, GUARDIANS));
        System.out.printf("rolling: %d nodes, %d guardians play%n", NODES.size(), GUARDIANS);
        guardians.begin();
        Thread.sleep(BETWEEN);
        for (int roll = 0; roll < rounds * NODES.size(); roll++) {
            roll(roll % NODES.size());
            Thread.sleep(BETWEEN);
        }
        int unanswered = api.unanswered();
        guardians.end();
        return told(guardians, unanswered);
    }

    private void roll(int number) throws Exception {
        long began = System.nanoTime();
        nodes.get(number).end();
        double ended = (System.nanoTime() - began) / 1e9;
        nodes.get(number).start();
        double back = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "rolling node %d  ended after %.1f s  back after %.1f s%n", number, ended, back);
    }

    /** What a node is told of what stands before it and before the database. */
    private static Map<String, String> told(String database, Login owner) {
        return Map.of(
                "JIAXUE_BASE_URL", "http://localhost:" + PROXY,
                "JIAXUE_PROXIES", "127.0.0.1",
                "JIAXUE_DRAIN", Integer.toString(DRAIN_SECONDS),
                "JIAXUE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + POOLER + "/" + database,
                "JIAXUE_DATABASE_DIRECT_URL", owner.url(),
                "JIAXUE_DATABASE_USER", owner.user(),
                "JIAXUE_DATABASE_PASSWORD", owner.password());
    }

    /** Prints what came of it, and says whether it held. */
    private static boolean told(Playing guardians, int unanswered) throws Exception {
        Damage damage = guardians.damage();
        System.out.printf(
                "rolling beats answered %5d  without an answer %d  %s%n",
                guardians.answered(), unanswered, damage);
        return guardians.answered() > GUARDIANS && unanswered == 0 && damage.equals(Damage.NONE);
    }
}
