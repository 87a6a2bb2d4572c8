package org.jiaxue.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jiaxue.database.Database;
import org.jiaxue.database.DatabaseUnavailable;
import org.jiaxue.database.Login;
import org.jiaxue.database.access.Passwords;
import org.jiaxue.database.access.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own whose data stay in a directory. It listens on the loopback address only,
 * asks every connection for a scram password, and comes back by itself when it is killed.
 */
public final class EmbeddedServer implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int ATTEMPTS = 3;

    private final DirectoryLock lock;
    private final Passwords passwords;
    private final Binaries binaries;
    private final Watchdog watchdog;
    private final int port;

    private EmbeddedServer(
            DirectoryLock lock,
            Passwords passwords,
            Postmaster.Place place,
            Postmaster postmaster) {
        this.lock = lock;
        this.passwords = passwords;
        this.binaries = place.binaries();
        this.port = postmaster.port();
        this.watchdog = new Watchdog(place, postmaster);
    }

    /** Starts the server on its directory, after an upgrade of the data if they need one. */
    public static EmbeddedServer open(ServerOptions options, Consumer<DataSource> migrate) {
        try {
            Files.createDirectories(options.root());
            var root = options.root().toRealPath();
            var lock = DirectoryLock.take(root.resolve("lock"));
            var opened = false;
            try {
                var server = locked(root, lock, options, migrate);
                opened = true;
                return server;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException | SQLException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL in %s could not be prepared: %s"
                            .formatted(options.root(), said(e)),
                    e);
        }
    }

    private static EmbeddedServer locked(
            Path root, DirectoryLock lock, ServerOptions options, Consumer<DataSource> migrate)
            throws IOException, SQLException {
        var majors = new ServerFiles(root).majors();
        var newest = majors.isEmpty() ? null : root.resolve("data-" + majors.getLast());
        var account = Account.of(root, newest);
        var files = ServerFiles.at(root, account);
        var binaries = Binaries.unpack(files, options.archive());
        refuseForeign(files, majors, binaries);
        var passwords = Passwords.in(files.passwords());
        Configuration.write(files);
        var data = files.data(binaries.major());
        var place = new Postmaster.Place(files, data, binaries, account, options);
        if (!Files.exists(data)) {
            if (majors.isEmpty()) {
                Cluster.create(files, data, binaries, account, passwords);
            } else {
                MajorUpgrade.run(place, majors.getLast(), passwords, migrate);
            }
        }
        account.own(data);
        var postmaster = startOnFreePort(place);
        var opened = false;
        try {
            prepare(postmaster.port(), passwords);
            opened = true;
        } finally {
            if (!opened) {
                postmaster.stop();
            }
        }
        binaries.removeElders(files);
        var server = new EmbeddedServer(lock, passwords, place, postmaster);
        server.watchdog.begin();
        return server;
    }

    /** Refuses what this version cannot open: newer data, or data without their passwords. */
    private static void refuseForeign(ServerFiles files, List<Integer> majors, Binaries binaries) {
        if (majors.isEmpty()) {
            return;
        }
        if (majors.getLast() > binaries.major()) {
            throw new DatabaseUnavailable(
                    "The data in %s were last written by PostgreSQL %d, and this version brings %s."
                                    .formatted(files.root(), majors.getLast(), binaries.version())
                            + " Start the version that wrote them.");
        }
        if (!Files.exists(files.passwords())) {
            throw new DatabaseUnavailable(
                    files.passwords()
                            + " is missing, so nobody can sign in to the data beside it. Put it"
                            + " back from a backup, or set new passwords by hand:"
                            + " docs/operations/embedded-postgresql.md says how.");
        }
    }

    private static Postmaster startOnFreePort(Postmaster.Place place) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = place.files().keptPort().orElse(0);
            if (port == 0 || !isFree(port)) {
                port = freePort();
            }
            try {
                var postmaster = Postmaster.start(place, port);
                place.files().keepPort(port);
                return postmaster;
            } catch (DatabaseUnavailable e) {
                if (attempt == ATTEMPTS || isFree(port)) {
                    throw e;
                }
                LOG.warn("port {} was taken in the same moment; trying another", port);
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Makes the roles and the database, or sets right what was changed about them. */
    static void prepare(int port, Passwords passwords) throws SQLException {
        try (var connection = superuser(port, "postgres", passwords)) {
            Roles.ensure(connection, Roles.OWNER, passwords.owner());
            Roles.ensure(connection, Roles.APP, passwords.app());
            Roles.ensureDatabase(connection, Roles.DATABASE, Roles.OWNER);
        } catch (SQLException e) {
            if (!"28P01".equals(e.getSQLState())) {
                throw e;
            }
            throw new DatabaseUnavailable(
                    "The superuser's password in passwords.properties is not the one that the data"
                            + " know. Put back the file that belongs to these data, or set a new"
                            + " password by hand: docs/operations/embedded-postgresql.md says how.",
                    e);
        }
        try (var connection = login(port, Roles.OWNER, passwords.owner()).connect()) {
            Roles.open(connection, Roles.OWNER, Roles.DATABASE);
        }
    }

    /** A connection that may do anything; for bootstrap and upgrades only. */
    static Connection superuser(int port, String database, Passwords passwords)
            throws SQLException {
        return new Login(url(port, database), "postgres", passwords.superuser()).connect();
    }

    static Login login(int port, String role, String password) {
        return new Login(url(port, Roles.DATABASE), role, password);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
                .formatted(port, database);
    }

    @Override
    public Login owner() {
        return login(port, Roles.OWNER, passwords.owner());
    }

    @Override
    public Login app() {
        return login(port, Roles.APP, passwords.app());
    }

    @Override
    public String description() {
        return "embedded PostgreSQL %s on port %d".formatted(binaries.version(), port);
    }

    /** A connection as superuser to a database of this server. */
    public Connection superuser(String database) throws SQLException {
        return superuser(port, database, passwords);
    }

    /** The process of this moment. */
    public long pid() {
        return watchdog.postmaster().pid();
    }

    @Override
    public void close() {
        try {
            watchdog.close();
            LOG.info("PostgreSQL has stopped");
        } catch (IOException e) {
            throw new DatabaseUnavailable("The embedded PostgreSQL did not stop: " + said(e), e);
        } finally {
            lock.close();
        }
    }

    private static String said(Exception e) {
        return e instanceof IOException ? e.toString() : String.valueOf(e.getMessage());
    }
}
