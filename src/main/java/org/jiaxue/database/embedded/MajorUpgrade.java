package org.jiaxue.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jiaxue.database.DatabaseUnavailable;
import org.jiaxue.database.access.Passwords;
import org.jiaxue.database.access.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the data to a new major version of PostgreSQL. The old data are never touched: a copy of
 * them is started with the programs that wrote them, brought to the newest schema, and its rows are
 * copied into a new cluster that the same migrations prepared. Only when every table and every
 * sequence has been read back and found equal does the new cluster get its name. Whatever
 * interrupts this, the next start begins again.
 */
final class MajorUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(MajorUpgrade.class);

    private static final String UNFINISHED = "upgrade-";

    private final Postmaster.Place old;
    private final Postmaster.Place fresh;
    private final Passwords passwords;
    private final Consumer<DataSource> migrate;

    private MajorUpgrade(
            Postmaster.Place old,
            Postmaster.Place fresh,
            Passwords passwords,
            Consumer<DataSource> migrate) {
        this.old = old;
        this.fresh = fresh;
        this.passwords = passwords;
        this.migrate = migrate;
    }

    /**
     * Makes the data that a place names from those of an older major version.
     *
     * @param place where the new server will run; its data are not there yet
     * @param major the older version whose data are there
     */
    static void run(
            Postmaster.Place place, int major, Passwords passwords, Consumer<DataSource> migrate)
            throws IOException, SQLException {
        var files = place.files();
        var programs = Binaries.kept(files, major).orElseThrow(() -> programsGone(files, major));
        LOG.warn(
                "moving the data from PostgreSQL {} to {}; the old data stay in {}",
                programs.version(),
                place.binaries().version(),
                files.data(major));
        removeUnfinished(files);
        var copy = files.root().resolve(UNFINISHED + "from-" + major);
        var target = files.root().resolve(UNFINISHED + "to-" + place.binaries().major());
        Postmaster.endEarlier(at(place, files.data(major), programs));
        copy(files.data(major), copy);
        Cluster.create(files, target, place.binaries(), place.account(), passwords);
        var upgrade =
                new MajorUpgrade(
                        at(place, copy, programs),
                        at(place, target, place.binaries()),
                        passwords,
                        migrate);
        upgrade.transfer();
        ServerFiles.settle(target, place.data());
        removeUnfinished(files);
        LOG.warn(
                "the data are in {}; remove {} and {} by hand once you are content",
                place.data(),
                files.data(major),
                programs.home());
    }

    private void transfer() throws IOException, SQLException {
        var from = Postmaster.start(old, EmbeddedServer.freePort());
        try {
            var to = Postmaster.start(fresh, EmbeddedServer.freePort());
            try {
                transfer(from.port(), to.port());
            } finally {
                to.stop();
            }
        } finally {
            from.stop();
        }
    }

    private void transfer(int from, int to) throws SQLException {
        for (int port : List.of(from, to)) {
            EmbeddedServer.prepare(port, passwords);
            var owner = EmbeddedServer.login(port, Roles.OWNER, passwords.owner());
            migrate.accept(owner.dataSource());
        }
        try (var source = EmbeddedServer.superuser(from, Roles.DATABASE, passwords);
                var target = EmbeddedServer.superuser(to, Roles.DATABASE, passwords)) {
            new TableTransfer(source, target).run();
        }
    }

    /** A place that has no settings of the test's or the caller's but the same patience. */
    private static Postmaster.Place at(Postmaster.Place like, Path data, Binaries binaries) {
        return new Postmaster.Place(
                like.files(), data, binaries, like.account(), like.patience(), Map.of());
    }

    private static void removeUnfinished(ServerFiles files) throws IOException {
        for (var unfinished : files.startingWith(UNFINISHED)) {
            Leftovers.kill(unfinished);
            ServerFiles.remove(unfinished);
        }
    }

    /** Owner, mode and times stay; on file systems that can, the copy shares its blocks. */
    private static void copy(Path from, Path to) throws IOException {
        var outcome =
                Programs.run(List.of("cp", "-a", "--reflink=auto", from.toString(), to.toString()));
        if (outcome.status() != 0) {
            ServerFiles.remove(to);
            throw new DatabaseUnavailable(
                    "The upgrade needs a copy of "
                            + from
                            + " and could not make it."
                            + ServerLog.advice(outcome.said())
                            + " It said:\n"
                            + ServerLog.tail(outcome.said()));
        }
        Files.deleteIfExists(to.resolve("postmaster.pid"));
    }

    private static DatabaseUnavailable programsGone(ServerFiles files, int major) {
        return new DatabaseUnavailable(
                """
                The data in %s are PostgreSQL %d's and its programs are no longer beside them. Put \
                a bin-%d.* directory back, or start the version of this service that wrote them.\
                """
                        .formatted(files.data(major), major, major));
    }
}
