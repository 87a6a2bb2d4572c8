import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two nodes over one database, and guardians whose client tells every beat several times, at once
 * and later, one by one and in lists, over both nodes, and often does not wait for the answer. Run
 * by drills/run.
 */
final class Repeats {

    private static final List<Integer> PORTS = List.of(18_530, 18_532);
    private static final int GUARDIANS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private Repeats() {}

    /**
     * Runs the drill.
     *
     * @param args the jar, taken apart, and {@code long} or {@code short}
     */
    public static void main(String[] args) throws Exception {
        Drill.run("repeats", args, Repeats::run);
    }

    private static boolean run(House house, boolean longForm) throws Exception {
        Map<Integer, Map<String, String>> nodes = new LinkedHashMap<>();
        PORTS.forEach(port -> nodes.put(port, Map.of()));
        house.start(nodes);
        Insistent api = new Insistent(PORTS, PATIENCE);
        Playing guardians = new Playing(api, Guardians.bearers(house.owner(), GUARDIANS));
        System.out.printf("repeats: %d nodes, %d guardians play%n", PORTS.size(), GUARDIANS);
        guardians.begin();
        Thread.sleep(Duration.ofSeconds(longForm ? 300 : 30));
        guardians.end();
        Damage damage = guardians.damage();
        System.out.printf(
                "repeats beats answered %5d  told %d times and %d times in vain  unlike answers %d"
                        + "  lessons paid %d  %s%n",
                guardians.answered(),
                api.told(),
                api.lost(),
                api.unlike(),
                guardians.paid(),
                damage);
        return Drill.holds(guardians.answered() > GUARDIANS, "hardly a beat was answered")
                & Drill.holds(guardians.paid() > 0, "no lesson was completed")
                & Drill.holds(api.unlike() == 0, "a beat was taken in one telling, not in another")
                & Drill.holds(house.playingTwice() == 0, "a guardian plays twice at a time")
                & Drill.holds(house.paidWrongly() == 0, "something was paid wrongly")
                & damage.equals(Damage.NONE);
    }
}
