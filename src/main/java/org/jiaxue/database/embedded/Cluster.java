package org.jiaxue.database.embedded;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.jiaxue.database.DatabaseUnavailable;
import org.jiaxue.database.access.Passwords;
import org.jiaxue.database.access.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the directory in which one server keeps its data. */
final class Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String UNFINISHED = "initdb-";

    private static final int MOST_REMOVALS = 40;

    private Cluster() {}

    /**
     * Makes a cluster that asks every connection for a scram password, checks its pages and sorts
     * alike on every machine. It gets its name when it is finished; what an interrupted attempt
     * left is removed.
     */
    static void create(
            ServerFiles files, Path name, Binaries binaries, Account account, Passwords passwords)
            throws IOException {
        removeUnfinished(files);
        var part = files.root().resolve(UNFINISHED + UUID.randomUUID());
        var secret = part.resolveSibling(part.getFileName() + ".password");
        try {
            Files.createDirectory(
                    part,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            account.own(part);
            PrivateFile.write(secret, passwords.superuser() + "\n");
            account.own(secret);
            initialise(part, secret, binaries, account);
            ServerFiles.settle(part, name);
            LOG.info("made a PostgreSQL {} cluster in {}", binaries.major(), name);
        } finally {
            ServerFiles.remove(secret);
        }
    }

    static void removeUnfinished(ServerFiles files) throws IOException {
        for (var unfinished : files.startingWith(UNFINISHED)) {
            Leftovers.kill(unfinished);
            removeAtLast(unfinished);
        }
    }

    /** What a killed program had begun to write may still appear while its directory is removed. */
    private static void removeAtLast(Path unfinished) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                ServerFiles.remove(unfinished);
                return;
            } catch (DirectoryNotEmptyException stillWritten) {
                if (tries == MOST_REMOVALS) {
                    throw stillWritten;
                }
                Pause.shortly();
            }
        }
    }

    private static void initialise(Path part, Path secret, Binaries binaries, Account account)
            throws IOException {
        var outcome =
                Programs.run(
                        account.command(
                                List.of(
                                        binaries.program("initdb"),
                                        "--pgdata=" + part,
                                        "--username=postgres",
                                        "--pwfile=" + secret,
                                        "--auth-local=scram-sha-256",
                                        "--auth-host=scram-sha-256",
                                        "--data-checksums",
                                        "--encoding=UTF8",
                                        "--locale=C",
                                        "--locale-provider=builtin",
                                        "--builtin-locale=C.UTF-8",
                                        "--no-instructions")));
        if (outcome.status() != 0) {
            throw new DatabaseUnavailable(
                    "PostgreSQL's initdb could not make a cluster in "
                            + part.getParent()
                            + "."
                            + ServerLog.advice(outcome.said())
                            + " It said:\n"
                            + ServerLog.tail(outcome.said()));
        }
    }
}
