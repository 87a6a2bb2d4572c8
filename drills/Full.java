import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The database's disk is a small one in memory. It is filled while guardians play, first so that no
 * table can grow, then so that nothing can be written at all, which ends PostgreSQL; then there is
 * room again, and nobody does anything more. Run by drills/run, which mounts the disk.
 */
final class Full {

    private static final int PORT = 18_510;
    private static final int GUARDIANS = 60;
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration FULL = Duration.ofSeconds(12);
    private static final Duration BOUND = Duration.ofSeconds(48);
    private static final int MOST_SEGMENTS = 200;
    private static final long MOST_BYTES = 2L << 30;

    private Full() {}

    /**
     * Runs the drill.
     *
     * @param args the jar, taken apart, and {@code long} or {@code short}
     */
    public static void main(String[] args) throws Exception {
        Drill.run("full", args, Full::run);
    }

    private static boolean run(House house, boolean longForm) throws Exception {
        Path disk = house.data().resolve("postgresql");
        FileStore store = Files.getFileStore(disk);
        if (!store.type().equals("tmpfs") || store.getTotalSpace() > MOST_BYTES) {
            throw new IllegalStateException("the database is not on a small disk of its own");
        }
        house.start(Map.of(PORT, Map.of()));
        List<String> tokens = Guardians.bearers(house.owner(), GUARDIANS);
        Playing guardians = new Playing(new Api(PORT), tokens);
        System.out.printf(
                "full: %d guardians play, on a disk of %d MB%n",
                guardians.size(), store.getTotalSpace() >> 20);
        boolean held = true;
        for (int round = 0; round < (longForm ? 5 : 1); round++) {
            held &= round(house, guardians, disk);
        }
        return held & Drill.holds(house.paidWrongly() == 0, "something was paid wrongly");
    }

    private static boolean round(House house, Playing guardians, Path disk) throws Exception {
        String bearer = Guardians.bearers(house.owner(), 1).getFirst();
        String session = Guardians.session(house.owner());
        Parent parent = new Parent(List.of(PORT), bearer, session, BOUND);
        int before = guardians.answered();
        guardians.begin();
        Thread.sleep(BEFORE);
        parent.begin();
        Path filler = disk.resolve("filler");
        long bytes = fill(filler);
        boolean refused = refusesToGrow(house);
        int atFull = guardians.answered();
        Thread.sleep(FULL);
        int whileFull = guardians.answered() - atFull;
        boolean ended = writeUntilItEnds(house, filler);
        Thread.sleep(FULL);
        Files.delete(filler);
        double recovery = guardians.awaitAnswers(System.nanoTime());
        Thread.sleep(BEFORE);
        parent.end();
        guardians.end();
        Damage damage = guardians.damage();
        System.out.printf(
                "full beats answered %5d, %d while tables could not grow  lessons paid %d  %s%n"
                        + "full %d MB filled, PostgreSQL ended for want of room: %s,"
                        + " answered %.1f s after there was room%n",
                guardians.answered() - before,
                whileFull,
                guardians.paid(),
                damage,
                bytes >> 20,
                ended ? "yes" : "no",
                recovery);
        return parent.told("full")
                & parent.refusedSome()
                & Drill.holds(refused, "a table could grow on the full disk")
                & Drill.holds(ended, "PostgreSQL did not run out of room")
                & guardians.answered() > before + guardians.size()
                & damage.equals(Damage.NONE);
    }

    /** Writes until nothing more fits; answers how many bytes did. */
    private static long fill(Path filler) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(1 << 12);
        try (FileChannel file =
                FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                file.write(zeros.rewind());
            }
        } catch (IOException full) {
            return Files.size(filler);
        }
    }

    /** Whether a table that needs more room is refused it with the word for a full disk. */
    private static boolean refusesToGrow(House house) {
        try (Connection connection = house.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create table growing as select generate_series(1, 100000) n");
            return false;
        } catch (SQLException refused) {
            return "53100".equals(refused.getSQLState());
        }
    }

    /**
     * Has the log go on in new files, as weeks of writing would, until there is no room for one.
     */
    private static boolean writeUntilItEnds(House house, Path filler) throws IOException {
        try (Connection connection = house.superuser();
                Statement statement = connection.createStatement()) {
            for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
                statement.execute("select pg_logical_emit_message(false, 'drill', 'full')");
                statement.execute("select pg_switch_wal()");
                fill(filler);
            }
            return false;
        } catch (SQLException ended) {
            return true;
        }
    }
}
