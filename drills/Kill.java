import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kills the process, and another time PostgreSQL, with signal 9 in the middle of a stream of beats.
 * Afterwards every beat that was answered 200 must be there, nothing that was never claimed may be
 * there, and nothing may have been paid twice. Run by drills/run; needs the JDK alone.
 */
final class Kill {

    private final RunningJar service;

    private Kill(RunningJar service) {
        this.service = service;
    }

    public static void main(String[] args) throws Exception {
        Path data = Path.of("target", "drill").toAbsolutePath();
        RunningJar.remove(data);
        Files.createDirectories(data);
        boolean longForm = args.length > 1 && args[1].equals("long");
        RunningJar service = new RunningJar(Path.of(args[0]).toAbsolutePath(), data);
        try {
            boolean held = new Kill(service).run(longForm ? 12 : 1, longForm ? 25 : 12);
            System.out.println(held ? "kill: held" : "kill: FAILED, log: " + service.log());
            service.stop();
            System.exit(held ? 0 : 1);
        } catch (Exception failed) {
            System.out.println("kill: FAILED, log: " + service.log() + ": " + failed);
            service.stop();
            System.exit(1);
        }
    }

    private boolean run(int rounds, int seconds) throws Exception {
        service.start();
        Api api = new Api(RunningJar.PORT);
        List<PlayingGuardian> guardians =
                service.guardianTokens().stream()
                        .map(token -> new PlayingGuardian(api, token))
                        .toList();
        System.out.printf("kill: %d guardians play%n", guardians.size());
        boolean held = true;
        for (int round = 0; round < rounds; round++) {
            held &= round("process", seconds, guardians, service::killProcess);
            held &= round("postgresql", seconds, guardians, service::killPostgres);
        }
        return held;
    }

    private interface Fault {
        void happen() throws Exception;
    }

    /**
     * Plays, has the fault in mid-stream, plays on until beats are answered again, and compares.
     */
    private static boolean round(
            String name, int seconds, List<PlayingGuardian> guardians, Fault fault)
            throws Exception {
        AtomicBoolean playing = new AtomicBoolean(true);
        List<Thread> threads = new ArrayList<>();
        for (PlayingGuardian guardian : guardians) {
            threads.add(Thread.ofVirtual().start(() -> guardian.play(playing)));
        }
        int before = answered(guardians);
        Thread.sleep(Duration.ofSeconds(seconds).plusMillis(new Random().nextInt(900)));
        long killed = System.nanoTime();
        fault.happen();
        awaitAnswers(guardians, answered(guardians), killed);
        double recovery = (System.nanoTime() - killed) / 1e9;
        Thread.sleep(Duration.ofSeconds(seconds));
        playing.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
        return told(name, answered(guardians) - before, damage(guardians), recovery);
    }

    /** Waits until as many beats as there are guardians were answered since the fault. */
    private static void awaitAnswers(List<PlayingGuardian> guardians, int atFault, long killed)
            throws InterruptedException {
        while (answered(guardians) <= atFault + guardians.size()) {
            Thread.sleep(100);
            if (System.nanoTime() - killed > RunningJar.LONGEST_START.toNanos()) {
                throw new IllegalStateException("no beat was answered after the fault");
            }
        }
    }

    private static int answered(List<PlayingGuardian> guardians) {
        return guardians.stream().mapToInt(PlayingGuardian::answered).sum();
    }

    private static Damage damage(List<PlayingGuardian> guardians) throws InterruptedException {
        Damage damage = Damage.NONE;
        for (PlayingGuardian guardian : guardians) {
            damage = damage.and(guardian.damage());
        }
        return damage;
    }

    /** Prints what a round showed, and says whether it held. */
    private static boolean told(String name, int answered, Damage damage, double recovery) {
        System.out.printf(
                "kill %-10s beats answered %5d  seconds lost %d  never claimed %d  paid wrongly %d"
                        + "  first answer after %.1f s%n",
                name,
                answered,
                damage.lost(),
                damage.neverClaimed(),
                damage.paidWrongly(),
                recovery);
        return answered > 0 && damage.equals(Damage.NONE);
    }
}
