import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

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
        Playing guardians = new Playing(new Api(RunningJar.PORT), service.guardianTokens());
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
    private static boolean round(String name, int seconds, Playing guardians, Fault fault)
            throws Exception {
        int before = guardians.answered();
        guardians.begin();
        Thread.sleep(Duration.ofSeconds(seconds).plusMillis(new Random().nextInt(900)));
        long killed = System.nanoTime();
        fault.happen();
        double recovery = guardians.awaitAnswers(killed);
        Thread.sleep(Duration.ofSeconds(seconds));
        guardians.end();
        int answered = guardians.answered() - before;
        Damage damage = guardians.damage();
        System.out.printf(
                "kill %-10s beats answered %5d  %s  first answer after %.1f s%n",
                name, answered, damage, recovery);
        return answered > 0 && damage.equals(Damage.NONE);
    }
}
