import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiaxue.database.DatabaseSettings;
import org.jiaxue.database.Databases;
import org.jiaxue.database.Login;
import org.jiaxue.database.access.Passwords;
import org.jiaxue.database.embedded.EmbeddedServer;

/**
 * A PostgreSQL that the drill runs, which may be stopped and started on the same port, and nodes
 * over it, which take it for one that somebody else runs.
 */
final class House implements AutoCloseable {

    private final Path data;
    private final Path jar;
    private final List<Node> nodes = new ArrayList<>();
    private EmbeddedServer server;
    private Login owner;
    private boolean closed;

    /** Opens the database; its data lie in {@code postgresql} below the directory. */
    House(Path data, Path jar) throws Exception {
        this.data = data;
        this.jar = jar;
        Path home = Files.createDirectories(data.resolve("postgresql"));
        Path passwords = home.resolve("passwords.properties");
        // The password that serves is the one that nodes derive, whenever the server starts.
        Files.writeString(
                passwords,
                "postgres=%s%njiaxue_owner=%s%njiaxue_app=%s%n"
                        .formatted(
                                Passwords.derived(Node.SECRET, "drill superuser"),
                                Passwords.derived(Node.SECRET, "drill owner"),
                                Passwords.derived(Node.SECRET, "database role jiaxue_app")));
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
        startDatabase();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    void startDatabase() {
        server = (EmbeddedServer) Databases.open(DatabaseSettings.embedded(data), _ -> {});
        if (owner != null && !owner.url().equals(server.owner().url())) {
            throw new IllegalStateException("the database's port was taken meanwhile");
        }
        owner = server.owner();
    }

    /** In an orderly way; who is connected is sent away. */
    void stopDatabase() {
        server.close();
    }

    /** The server and all its processes stand still. */
    void freezeDatabase() throws Exception {
        ProcessHandle first = ProcessHandle.of(server.pid()).orElseThrow();
        Node.signal(List.of(first), "STOP");
        Node.signal(first.descendants().toList(), "STOP");
    }

    void wakeDatabase() throws Exception {
        ProcessHandle first = ProcessHandle.of(server.pid()).orElseThrow();
        Node.signal(Stream.concat(first.descendants(), Stream.of(first)).toList(), "CONT");
    }

    Login owner() {
        return owner;
    }

    Path data() {
        return data;
    }

    List<Node> nodes() {
        return nodes;
    }

    Connection superuser() throws SQLException {
        return server.superuser("jiaxue");
    }

    /** Starts nodes, the first alone because it migrates; each is told more, if it must. */
    void start(Map<Integer, Map<String, String>> tellByPort) throws Exception {
        for (Map.Entry<Integer, Map<String, String>> one : tellByPort.entrySet()) {
            Map<String, String> environment = new HashMap<>(one.getValue());
            int first = nodes.isEmpty() ? one.getKey() : nodes.getFirst().port();
            environment.put("JIAXUE_BASE_URL", "http://localhost:" + first);
            environment.put("JIAXUE_DATABASE_URL", owner.url());
            environment.put("JIAXUE_DATABASE_USER", owner.user());
            environment.put("JIAXUE_DATABASE_PASSWORD", owner.password());
            Path home = data.resolve("node-" + one.getKey());
            nodes.add(new Node(home, jar, one.getKey(), environment));
            nodes.getLast().start();
        }
    }

    /** A number that the database says, to whom it shows everybody's sessions and rows. */
    long number(String question, Object... args) throws SQLException {
        try (Connection connection = superuser();
                PreparedStatement statement = connection.prepareStatement(question)) {
            for (int place = 0; place < args.length; place++) {
                statement.setObject(place + 1, args[place]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Guardians for whom more than one playback is active, of whom there must be none. */
    long playingTwice() throws SQLException {
        return number(
                """
                select count(*) from (
                    select guardian_id from learning.coverage where active is not null
                    group by guardian_id having count(*) > 1) twice
                """);
    }

    /** What was paid twice, and balances that are not the sum of their entries. */
    long paidWrongly() throws SQLException {
        return number(
                        """
                        select count(*) from (
                            select guardian_id from points.entry where corrects_entry_id is null
                            group by guardian_id, kind, cause, rule having count(*) > 1) twice
                        """)
                + number(
                        """
                        select count(*) from points.account a
                        where a.balance <> (select coalesce(sum(e.points), 0)
                            from points.entry e
                            where e.guardian_id = a.guardian_id and e.state <> 'held')
                        """);
    }

    /** A drill that is ended by a signal leaves no process behind either. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            nodes.forEach(Node::destroy);
            server.close();
        }
    }
}
