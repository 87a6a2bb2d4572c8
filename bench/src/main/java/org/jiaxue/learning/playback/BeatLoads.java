package org.jiaxue.learning.playback;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.jiaxue.bench.BenchFailed;
import org.jiaxue.bench.Processes;
import org.jiaxue.bench.Run;
import org.jiaxue.bench.Seen;
import org.jiaxue.bench.Used;
import org.jiaxue.bench.Watch;
import org.jiaxue.database.Database;
import org.jiaxue.database.embedded.EmbeddedServer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads of beats on a house that is open in this process. After each, what was answered is looked
 * for in the database.
 */
record BeatLoads(
        Database database,
        StoredPlaybacks stored,
        SwitchedBeats beats,
        UnderWay underWay,
        LoadGenerator generator,
        Processes processes) {

    static final int CONNECTIONS = 512;

    /** A guardian's turn comes again after a second, of which no more than twice counts. */
    static final int SECONDS_A_BEAT = 1;

    /** What sends beats, and what it saw; it is told where the guardians' clocks stand. */
    interface Load {

        Seen from(Instant clock) throws IOException, InterruptedException;
    }

    /** What a load saw and used. */
    record Loaded(Seen seen, Used used) {

        Run run(int itemsARequest) {
            return seen.run(itemsARequest).using(used);
        }
    }

    /**
     * Loads on a house.
     *
     * @param guardians how many it holds
     */
    static BeatLoads on(
            ConfigurableApplicationContext house,
            int guardians,
            LoadGenerator generator,
            Processes processes) {
        Database database = house.getBean(Database.class);
        JdbcClient owner = JdbcClient.create(database.owner().dataSource());
        return new BeatLoads(
                database,
                new StoredPlaybacks(owner, guardians),
                house.getBean(SwitchedBeats.class),
                house.getBean(UnderWay.class),
                generator,
                processes);
    }

    /** Stores the playbacks, to the last page, and tells the generator of them. */
    void fill() throws IOException {
        System.out.printf("storing %,d playbacks%n", stored.playbacks());
        stored.fill();
        stored.hand(generator.guardians());
        if (database instanceof EmbeddedServer server) {
            checkpoint(server);
        }
        if (!stored.setting("fsync").equals("on")) {
            throw new BenchFailed("the server does not flush its log (fsync is off)");
        }
    }

    /** What was stored is not still being written while a load is measured. */
    private static void checkpoint(EmbeddedServer server) {
        try (Connection superuser = server.superuser("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException refused) {
            throw new BenchFailed("the server does not write what was stored: " + refused);
        }
    }

    /** A beat a request, as fast as they are answered. */
    Run single(int lasting) throws IOException, InterruptedException {
        Load load = clock -> single(lasting, clock);
        return written("beats.single", CONNECTIONS, SECONDS_A_BEAT, load).run(1);
    }

    Seen single(int lasting, Instant clock) throws IOException, InterruptedException {
        return generator.run("single.lua", CONNECTIONS, lasting, clock);
    }

    /**
     * A load of which nothing is written.
     *
     * @param underWayAtMost how many requests the generator leaves unheard at its end
     */
    Run withoutWrite(String what, int underWayAtMost, Load load)
            throws IOException, InterruptedException {
        Instant clock = stored.rewind();
        beats.heard();
        beats.writing(false);
        Loaded loaded = during(load, clock);
        check(what + ": seconds covered", stored.covered(), 0, 0);
        long answered = loaded.seen().answered();
        check(what + ": beats heard", beats.heard(), answered, answered + underWayAtMost);
        return loaded.run(1);
    }

    /** A load whose every request must have covered so many seconds. */
    Loaded written(String what, int underWayAtMost, long secondsARequest, Load load)
            throws IOException, InterruptedException {
        Instant clock = stored.rewind();
        beats.writing(true);
        Loaded loaded = during(load, clock);
        long least = loaded.seen().answered() * secondsARequest;
        long most = least + underWayAtMost * secondsARequest;
        check(what + ": seconds covered", stored.covered(), least, most);
        return loaded;
    }

    private Loaded during(Load load, Instant clock) throws IOException, InterruptedException {
        Watch watch = processes.watch();
        Seen seen = load.from(clock);
        Used used = watch.used();
        underWay.awaitQuiet();
        return new Loaded(seen, used);
    }

    /** What was answered must be there; what was still under way at the end may be. */
    static void check(String what, long found, long least, long most) {
        if (found < least || found > most) {
            throw new BenchFailed("%s: %,d, not %,d to %,d".formatted(what, found, least, most));
        }
    }
}
