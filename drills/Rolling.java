import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiaxue.database.DatabaseSettings;
import org.jiaxue.database.Databases;
import org.jiaxue.database.Login;
import org.jiaxue.database.access.Passwords;
import org.jiaxue.database.embedded.EmbeddedServer;

/**
 * Two nodes of the packaged jar behind nginx, over one PostgreSQL behind PgBouncer, with the
 * settings of {@code deploy/}. Sixty guardians play while one node after the other is told to end
 * and started again. Afterwards every beat that was answered is there, nothing else is, nothing was
 * paid twice, and nobody was left without an answer. Run by drills/run.
 */
final class Rolling {

    private static final String SECRET = "of-a-throwaway-house-that-holds-nobody";
    private static final int PROXY = 18_490;
    private static final int POOLER = 18_494;
    private static final List<Integer> NODES = List.of(18_480, 18_482);
    private static final int GUARDIANS = 60;
    private static final int DRAIN_SECONDS = 3;
    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Path data;
    private final Path jar;
    private final List<Process> nodes = new ArrayList<>();

    private Rolling(Path data, Path jar) {
        this.data = data;
        this.jar = jar;
    }

    /**
     * Runs the drill.
     *
     * @param args the packaged jar, and {@code long} or {@code short}
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
            drill.nodes.forEach(Process::destroyForcibly);
        }
        System.out.println(held ? "rolling: held" : "rolling: FAILED, logs: " + data);
        System.exit(held ? 0 : 1);
    }

    private boolean run(EmbeddedServer server, Before before, int rounds) throws Exception {
        String password = Passwords.derived(SECRET, "database role jiaxue_app");
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
        for (int number = 0; number < NODES.size(); number++) {
            nodes.add(start(number, database, owner));
        }
        before.proxy(PROXY, NODES);
        Api api = new Api(PROXY);
        List<PlayingGuardian> guardians =
                tokens(owner).stream().map(token -> new PlayingGuardian(api, token)).toList();
        System.out.printf("rolling: %d nodes, %d guardians play%n", NODES.size(), GUARDIANS);
        AtomicBoolean playing = new AtomicBoolean(true);
        List<Thread> threads =
                guardians.stream()
                        .map(it -> Thread.ofVirtual().start(() -> it.play(playing)))
                        .toList();
        Thread.sleep(BETWEEN);
        for (int roll = 0; roll < rounds * NODES.size(); roll++) {
            roll(roll % NODES.size(), database, owner);
            Thread.sleep(BETWEEN);
        }
        int unanswered = api.unanswered();
        playing.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
        return told(guardians, unanswered);
    }

    private void roll(int number, String database, Login owner) throws Exception {
        long began = System.nanoTime();
        nodes.get(number).destroy();
        if (!nodes.get(number).waitFor(LONGEST_END)) {
            throw new IllegalStateException("node " + number + " does not end");
        }
        double ended = (System.nanoTime() - began) / 1e9;
        nodes.set(number, start(number, database, owner));
        double back = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "rolling node %d  ended after %.1f s  back after %.1f s%n", number, ended, back);
    }

    private Process start(int number, String database, Login owner) throws Exception {
        Path home = Files.createDirectories(data.resolve("node-" + number));
        Path log = home.resolve("log");
        Files.writeString(log, "");
        ProcessBuilder node =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx400m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                jar.toString(),
                                "start")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        node.environment()
                .putAll(
                        Map.of(
                                "JIAXUE_BASE_URL", "http://localhost:" + PROXY,
                                "JIAXUE_SECRET", SECRET,
                                "JIAXUE_PORT", NODES.get(number).toString(),
                                "JIAXUE_DATA", home.toString(),
                                "JIAXUE_PROXIES", "127.0.0.1",
                                "JIAXUE_DRAIN", Integer.toString(DRAIN_SECONDS),
                                "JIAXUE_DATABASE_URL",
                                        "jdbc:postgresql://127.0.0.1:" + POOLER + "/" + database,
                                "JIAXUE_DATABASE_DIRECT_URL", owner.url(),
                                "JIAXUE_DATABASE_USER", owner.user(),
                                "JIAXUE_DATABASE_PASSWORD", owner.password()));
        Process started = node.start();
        long end = System.nanoTime() + RunningJar.LONGEST_START.toNanos();
        while (!Files.readString(log).contains("ready:")) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("a node did not start, log: " + log);
            }
            Thread.sleep(100);
        }
        return started;
    }

    /** Guardians who let their learning be recorded, each with a token. */
    private static List<String> tokens(Login owner) throws Exception {
        List<String> tokens = new ArrayList<>();
        Random random = new Random(1);
        try (Connection connection = owner.connect();
                PreparedStatement guardian =
                        connection.prepareStatement(
                                """
                                insert into identity.guardian
                                    (guardian_id, phone_sealed, division, may_record, joined_at)
                                values (?, '', '330102001', true, clock_timestamp())
                                """);
                PreparedStatement token =
                        connection.prepareStatement(
                                """
                                insert into identity.token
                                    (token_hash, kind, guardian_id, scopes, issued_at, expires_at)
                                values (?, 'BEARER', ?, 'LEARN READ', clock_timestamp(),
                                    clock_timestamp() + interval '1 day')
                                """)) {
            for (int number = 0; number < GUARDIANS; number++) {
                UUID id = UUID.randomUUID();
                byte[] bytes = new byte[32];
                random.nextBytes(bytes);
                String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(ascii);
                guardian.setObject(1, id);
                guardian.executeUpdate();
                token.setString(1, HexFormat.of().formatHex(hash));
                token.setObject(2, id);
                token.executeUpdate();
                tokens.add(text);
            }
        }
        return tokens;
    }

    /** Prints what came of it, and says whether it held. */
    private static boolean told(List<PlayingGuardian> guardians, int unanswered) throws Exception {
        Damage damage = Damage.NONE;
        int answered = 0;
        for (PlayingGuardian guardian : guardians) {
            damage = damage.and(guardian.damage());
            answered += guardian.answered();
        }
        System.out.printf(
                "rolling beats answered %5d  without an answer %d  seconds lost %d"
                        + "  never claimed %d  paid wrongly %d%n",
                answered, unanswered, damage.lost(), damage.neverClaimed(), damage.paidWrongly());
        return answered > GUARDIANS && unanswered == 0 && damage.equals(Damage.NONE);
    }
}
