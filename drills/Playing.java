import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Guardians who play at the same time until they are told to stop. */
final class Playing {

    private final List<PlayingGuardian> guardians;
    private final AtomicBoolean playing = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    Playing(Api api, List<String> tokens) {
        this.guardians = tokens.stream().map(token -> new PlayingGuardian(api, token)).toList();
    }

    int size() {
        return guardians.size();
    }

    /** They play from now on, each in a thread. */
    void begin() {
        playing.set(true);
        for (PlayingGuardian guardian : guardians) {
            threads.add(Thread.ofVirtual().start(() -> guardian.play(playing)));
        }
    }

    /** They play no longer; what they told last is answered. */
    void end() throws InterruptedException {
        playing.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
    }

    /** How many beats were answered 200 so far. */
    int answered() {
        return guardians.stream().mapToInt(PlayingGuardian::answered).sum();
    }

    /** How many of each guardian's. */
    List<Integer> answers() {
        return guardians.stream().map(PlayingGuardian::answered).toList();
    }

    /**
     * Waits until as many beats as there are guardians were answered from now on; says how long
     * that was after a moment, in seconds.
     */
    double awaitAnswers(long since) throws InterruptedException {
        int before = answered();
        while (answered() <= before + guardians.size()) {
            Thread.sleep(100);
            if (System.nanoTime() - since > RunningJar.LONGEST_START.toNanos()) {
                throw new IllegalStateException("no beat was answered after the fault");
            }
        }
        return (System.nanoTime() - since) / 1e9;
    }

    /** What there is, held against what was told and answered. */
    Damage damage() throws InterruptedException {
        Damage damage = Damage.NONE;
        for (PlayingGuardian guardian : guardians) {
            damage = damage.and(guardian.damage());
        }
        return damage;
    }

    /** Lessons that were paid. */
    int paid() {
        return guardians.stream().mapToInt(PlayingGuardian::paid).sum();
    }
}
