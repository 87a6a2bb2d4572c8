import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL is stopped for 20 seconds in an orderly way and started again, and another time stands
 * still for as long, which refuses nobody and answers nobody. Guardians play meanwhile, and
 * somebody asks for pages. Run by drills/run.
 */
final class Stopped {

    private static final int PORT = 18_500;
    private static final int GUARDIANS = 60;
    private static final Duration AWAY = Duration.ofSeconds(20);
    private static final Duration BEFORE = Duration.ofSeconds(8);

    /** Longer than a connection is waited for and then its silence. */
    private static final Duration BOUND = Duration.ofSeconds(48);

    private interface Deed {
        void happen() throws Exception;
    }

    private Stopped() {}

    /**
     * Runs the drill.
     *
     * @param args the packaged jar, and {@code long} or {@code short}
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
            held &= round("orderly", house, guardians, house::stopDatabase, house::startDatabase);
            held &= round("frozen", house, guardians, house::freezeDatabase, house::wakeDatabase);
        }
        return held & Drill.holds(house.paidWrongly() == 0, "something was paid wrongly");
    }

    private static boolean round(String name, House house, Playing guardians, Deed away, Deed back)
            throws Exception {
        String bearer = Guardians.bearers(house.owner(), 1).getFirst();
        String session = Guardians.session(house.owner());
        Parent parent = new Parent(List.of(PORT), bearer, session, BOUND);
        int before = guardians.answered();
        guardians.begin();
        Thread.sleep(BEFORE);
        away.happen();
        parent.begin();
        Thread.sleep(AWAY);
        back.happen();
        double recovery = guardians.awaitAnswers(System.nanoTime());
        Thread.sleep(BEFORE);
        parent.end();
        guardians.end();
        int answered = guardians.answered() - before;
        Damage damage = guardians.damage();
        System.out.printf(
                "stopped %-8s beats answered %5d  lessons paid %d  %s  answered %.1f s after the"
                        + " database was back%n",
                name, answered, guardians.paid(), damage, recovery);
        boolean words = parent.told("stopped " + name) & parent.refusedAll();
        return words & answered > guardians.size() & damage.equals(Damage.NONE);
    }
}
