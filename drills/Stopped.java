import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL is stopped for 20 seconds in an orderly way and started again, and another time stands
 * still for 30, which refuses nobody and answers nobody. Guardians play meanwhile, and somebody
 * asks for pages. Who asks may wait for as long as the database is away and be answered then, so it
 * stays away until both a page and the API were refused as well. Run by drills/run.
 */
final class Stopped {

    private static final int PORT = 18_500;
    private static final int GUARDIANS = 60;
    private static final Duration AWAY = Duration.ofSeconds(20);

    /** Longer than anybody waits for a database that says nothing. */
    private static final Duration SILENT = Duration.ofSeconds(30);

    private static final Duration BEFORE = Duration.ofSeconds(8);

    /** Longer than a connection is waited for and then its silence. */
    private static final Duration BOUND = Duration.ofSeconds(48);

    private interface Deed {
        void happen() throws Exception;
    }

    private record Fault(String name, Duration lasting, Deed away, Deed back) {}

    private Stopped() {}

    /**
     * Runs the drill.
     *
     * @param args the jar, taken apart, and {@code long} or {@code short}
     */
    public static void main(String[] args) throws Exception {
        Drill.run("stopped", args, Stopped::run);
    }

    private static boolean run(House house, boolean longForm) throws Exception {
        house.start(Map.of(PORT, Map.of()));
        List<String> tokens = Guardians.bearers(house.owner(), GUARDIANS);
        Playing guardians = new Playing(new Api(PORT), tokens);
        System.out.printf("stopped: %d guardians play%n", guardians.size());
        boolean held = true;
        for (int round = 0; round < (longForm ? 6 : 1); round++) {
            Fault orderly = new Fault("orderly", AWAY, house::stopDatabase, house::startDatabase);
            Fault frozen = new Fault("frozen", SILENT, house::freezeDatabase, house::wakeDatabase);
            held &= round(orderly, house, guardians) & round(frozen, house, guardians);
        }
        return held & Drill.holds(house.paidWrongly() == 0, "something was paid wrongly");
    }

    private static boolean round(Fault fault, House house, Playing guardians) throws Exception {
        String bearer = Guardians.bearers(house.owner(), 1).getFirst();
        String session = Guardians.session(house.owner());
        Parent parent = new Parent(List.of(PORT), bearer, session, BOUND);
        int before = guardians.answered();
        guardians.begin();
        Thread.sleep(BEFORE);
        fault.away().happen();
        long since = System.nanoTime();
        parent.begin();
        Thread.sleep(fault.lasting());
        parent.awaitRefusals();
        double away = (System.nanoTime() - since) / 1e9;
        fault.back().happen();
        double recovery = guardians.awaitAnswers(System.nanoTime());
        Thread.sleep(BEFORE);
        parent.end();
        guardians.end();
        int answered = guardians.answered() - before;
        Damage damage = guardians.damage();
        System.out.printf(
                "stopped %-8s for %.1f s  beats answered %5d  lessons paid %d  %s  answered %.1f s"
                        + " after the database was back%n",
                fault.name(), away, answered, guardians.paid(), damage, recovery);
        boolean words = parent.told("stopped " + fault.name()) & parent.refusedAll();
        return words & answered > guardians.size() & damage.equals(Damage.NONE);
    }
}
