package org.jiaxue.points.simulation;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jiaxue.points.few.Few;
import org.jiaxue.web.GuardianId;

/**
 * By which two trials are told apart without keeping who came to what: each guardian falls into one
 * of {@value #HEAPS} heaps, and of each heap there is the sum of numbers made of what its guardians
 * come to. Where fewer than ten guardians come out otherwise, fewer than ten heaps differ, always;
 * where ten or more do, it may happen that too few heaps differ, and then they count as few.
 */
final class Marks {

    static final int HEAPS = 1024;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;
    private static final int BY_FIRST = 30;
    private static final int BY_SECOND = 27;
    private static final int BY_THIRD = 31;

    private final long[] heaps = new long[HEAPS];

    /** One number of two, so that each changes it throughout. */
    static long mix(long before, long more) {
        long mixed = before * GOLDEN + more + GOLDEN;
        mixed = (mixed ^ (mixed >>> BY_FIRST)) * FIRST;
        mixed = (mixed ^ (mixed >>> BY_SECOND)) * SECOND;
        return mixed ^ (mixed >>> BY_THIRD);
    }

    /**
     * Adds a guardian.
     *
     * @param came made of what they come to
     * @param times 1; -1 to take one out again
     */
    void add(GuardianId guardian, long came, int times) {
        UUID id = guardian.value();
        long one = mix(id.getMostSignificantBits(), id.getLeastSignificantBits());
        heaps[(int) (one & (HEAPS - 1))] += times * mix(one, came);
    }

    void addAll(Marks other) {
        for (int i = 0; i < HEAPS; i++) {
            heaps[i] += other.heaps[i];
        }
    }

    /** Whether so few come out otherwise in the other that it is no difference. */
    boolean alike(Marks other) {
        int differing = 0;
        for (int i = 0; i < HEAPS; i++) {
            differing += heaps[i] == other.heaps[i] ? 0 : 1;
        }
        return Few.small(differing);
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(HEAPS * Long.BYTES);
        bytes.asLongBuffer().put(heaps);
        return bytes.array();
    }

    static Marks of(byte[] bytes) {
        Marks marks = new Marks();
        ByteBuffer.wrap(bytes).asLongBuffer().get(marks.heaps);
        return marks;
    }
}
