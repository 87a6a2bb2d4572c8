import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two nodes over one database, one of which stands still in the middle of a job and of a
 * transaction that holds rows of guardians, for longer than any of that is waited for, and wakes.
 * Run by drills/run.
 */
final class Frozen {

    private static final List<Integer> PORTS = List.of(18_520, 18_522);
    private static final int GUARDIANS = 60;
    private static final Duration BETWEEN = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration BOUND = Duration.ofSeconds(40);
    private static final Duration SETTLED = Duration.ofMillis(150);

    /** In this time guardians of each node have sent something. */
    private static final Duration GATHERED = Duration.ofMillis(1_500);

    private static final String JOB = "identity.sweep";

    /** In the short form a node says more often that it lives, and is waited for less long. */
    private static final Map<String, String> HASTE =
            Map.of("JIAXUE_JOBS_LIFE", "PT3S", "JIAXUE_DATABASE_SOCKET_TIMEOUT", "PT16S");

    private final House house;

    /** So long one of them stands still. */
    private final Duration time;

    private Frozen(House house, Duration time) {
        this.house = house;
        this.time = time;
    }

    /**
     * Runs the drill.
     *
     * @param args the jar, taken apart, and {@code long} or {@code short}
     */
    public static void main(String[] args) throws Exception {
        Drill.run(
                "frozen",
                args,
                (house, longForm) -> {
                    Map<Integer, Map<String, String>> nodes = new LinkedHashMap<>();
                    PORTS.forEach(port -> nodes.put(port, longForm ? Map.of() : HASTE));
                    house.start(nodes);
                    return new Frozen(house, Duration.ofSeconds(longForm ? 150 : 40)).run();
                });
    }

    private boolean run() throws Exception {
        List<String> tokens = Guardians.bearers(house.owner(), GUARDIANS);
        Playing guardians = new Playing(new Api(PORTS, PATIENCE), tokens);
        String bearer = Guardians.bearers(house.owner(), 1).getFirst();
        String session = Guardians.session(house.owner());
        System.out.printf("frozen: %d nodes, %d guardians play%n", PORTS.size(), GUARDIANS);
        guardians.begin();
        Thread.sleep(BETWEEN);
        Node frozen = freezeInTheMiddle();
        long since = System.nanoTime();
        long rows = house.number("select count(*) from pg_locks where mode = 'RowExclusiveLock'");
        List<Integer> others = PORTS.stream().filter(it -> it != frozen.port()).toList();
        Parent parent = new Parent(others, bearer, session, BOUND);
        parent.begin();
        double taken = awaitTakenOver(frozen, since);
        Thread.sleep(time.minusNanos(System.nanoTime() - since).minus(BETWEEN.multipliedBy(2)));
        List<Integer> late = guardians.answers();
        Thread.sleep(BETWEEN.multipliedBy(2));
        int stuck = stuck(late, guardians.answers());
        frozen.wake();
        double well = awaitWell(frozen.port(), System.nanoTime());
        Thread.sleep(BETWEEN);
        parent.end();
        guardians.end();
        return told(guardians, parent, rows > 0, taken, stuck, well);
    }

    /**
     * Makes a job due whose work waits for a table, and has the node that took it stand still, as
     * soon as one of its transactions is left open that way.
     */
    private Node freezeInTheMiddle() throws Exception {
        try (Connection holder = house.owner().connect();
                Statement statement = holder.createStatement()) {
            for (int tries = 0; tries < 20; tries++) {
                holder.setAutoCommit(false);
                statement.execute("lock table identity.code in access exclusive mode");
                due();
                long end = System.nanoTime() + Duration.ofSeconds(12).toNanos();
                while (System.nanoTime() < end) {
                    for (Node node : house.nodes()) {
                        if (holds(node) && freezes(node)) {
                            holder.rollback();
                            return node;
                        }
                    }
                    Thread.sleep(20);
                }
                holder.rollback();
            }
        }
        throw new IllegalStateException("no node was caught in the middle of a job");
    }

    private void due() throws Exception {
        try (Connection owner = house.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "update nodes.job set execution_time = clock_timestamp()"
                            + " where not picked and task_name = '"
                            + JOB
                            + "'");
        }
    }

    private boolean holds(Node node) throws Exception {
        return house.number(
                        """
                        select count(*) from nodes.job
                        where task_name = ? and picked and picked_by like ?
                        """,
                        JOB,
                        node.pid() + "-%")
                == 1;
    }

    /**
     * Has what guardians sent wait for their rows, stops the node, and lets the rows go: what the
     * node asked for is done, and nobody is there to commit it. Whether it was so; else it wakes.
     */
    private boolean freezes(Node node) throws Exception {
        try (Connection holder = house.owner().connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table learning.coverage in share row exclusive mode");
            Thread.sleep(GATHERED);
            node.freeze();
            holder.rollback();
        }
        Thread.sleep(SETTLED);
        if (leftOpen() && holds(node)) {
            return true;
        }
        node.wake();
        return false;
    }

    private boolean leftOpen() throws Exception {
        return house.number(
                        """
                        select count(*) from pg_stat_activity
                        where application_name = 'jiaxue' and backend_xid is not null
                          and state = 'idle in transaction'
                          and clock_timestamp() - state_change > interval '100 ms'
                        """)
                > 0;
    }

    /** Waits until the other node has done the job; seconds since. */
    private double awaitTakenOver(Node frozen, long since) throws Exception {
        while (holds(frozen)) {
            if (System.nanoTime() - since > time.toNanos()) {
                return Double.NaN;
            }
            Thread.sleep(100);
        }
        return (System.nanoTime() - since) / 1e9;
    }

    private static int stuck(List<Integer> before, List<Integer> after) {
        int stuck = 0;
        for (int guardian = 0; guardian < before.size(); guardian++) {
            stuck += after.get(guardian) > before.get(guardian) ? 0 : 1;
        }
        return stuck;
    }

    /** Waits until the node says that it is well; seconds since. */
    private static double awaitWell(int port, long since) throws Exception {
        Api management = new Api(List.of(port + 1), PATIENCE);
        management.ask("", "GET", "/actuator/health/readiness", "");
        return (System.nanoTime() - since) / 1e9;
    }

    private boolean told(
            Playing guardians, Parent parent, boolean locked, double taken, int stuck, double well)
            throws Exception {
        Damage damage = guardians.damage();
        long failing =
                house.number("select count(*) from nodes.job where consecutive_failures > 0");
        System.out.printf(
                "frozen for %d s  beats answered %5d  lessons paid %d  %s%n"
                        + "frozen its job done by the other node after %.1f s, guardians who could"
                        + " not go on %d, well %.1f s after it woke%n",
                time.toSeconds(),
                guardians.answered(),
                guardians.paid(),
                damage,
                taken,
                stuck,
                well);
        return parent.told("frozen")
                & Drill.holds(locked, "no row was held")
                & Drill.holds(!Double.isNaN(taken), "its job was not taken over")
                & Drill.holds(stuck == 0, "guardians could not go on")
                & Drill.holds(failing == 0, "a job fails")
                & Drill.holds(house.playingTwice() == 0, "a guardian plays twice at a time")
                & Drill.holds(house.paidWrongly() == 0, "something was paid wrongly")
                & damage.equals(Damage.NONE);
    }
}
